package dev.sdc.rules.id;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.rules.shape.Postcode;

/** Full postcodes: about fifteen households each. */
@SdcRule(id = "ID-002", title = "Full postcodes", source = "Form of British postcodes")
public final class Postcodes implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        return new IdentifierFindings(this, file)
                .search(new Postcode(), "full postcodes")
                .outcome("all cells and lines");
    }
}
