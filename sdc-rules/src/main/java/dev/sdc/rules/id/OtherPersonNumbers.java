package dev.sdc.rules.id;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.rules.shape.ChiNumber;
import dev.sdc.rules.shape.NationalInsuranceNumber;

/** Numbers of persons other than NHS numbers: by their form, or by a header over values that hardly repeat. */
@SdcRule(id = "ID-005", title = "Other numbers of persons")
public final class OtherPersonNumbers implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        IdentifierFindings findings = new IdentifierFindings(this, file)
                .search(new ChiNumber(), "CHI numbers (date and modulus 11)")
                .search(new NationalInsuranceNumber(), "National Insurance numbers");
        return findings.columns((table, column) -> {
                    if (column.isPersonNumber()) {
                        findings.add(
                                table,
                                column,
                                "numbers of patients or homes",
                                "the header says so, and the values are codes that hardly repeat");
                    }
                })
                .outcome("all columns, cells and lines");
    }
}
