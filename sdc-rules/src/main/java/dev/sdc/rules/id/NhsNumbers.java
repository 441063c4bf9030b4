package dev.sdc.rules.id;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.rules.shape.NhsNumber;

/** NHS numbers, known by their check digit, under whatever header. */
@SdcRule(id = "ID-001", title = "NHS numbers", source = "NHS Data Dictionary: NHS number check digit")
public final class NhsNumbers implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        return new IdentifierFindings(this, file)
                .search(new NhsNumber(), "valid NHS numbers (modulus 11)")
                .outcome("all cells and lines");
    }
}
