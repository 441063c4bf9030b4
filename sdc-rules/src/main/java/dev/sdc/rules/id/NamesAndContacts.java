package dev.sdc.rules.id;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.rules.shape.EmailAddress;
import dev.sdc.rules.shape.PersonName;
import dev.sdc.rules.shape.PhoneNumber;

/** Names of persons in columns, e-mail addresses and telephone numbers anywhere. */
@SdcRule(id = "ID-004", title = "Names and contacts")
public final class NamesAndContacts implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        IdentifierFindings findings = new IdentifierFindings(this, file)
                .search(new EmailAddress(), "e-mail addresses")
                .search(new PhoneNumber(), "telephone numbers")
                .search(new PersonName(), "names of persons");
        return findings.columns((table, column) -> {
                    if (column.isNameOfPersons()) {
                        findings.add(table, column, "names of persons", "the header says so, and the values are words");
                    }
                })
                .outcome("all columns, cells and lines");
    }
}
