package dev.sdc.rules.id;

import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.BirthDate;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.RecordListing;

/** Dates of birth, and dates to the day that differ from record to record. */
@SdcRule(
        id = "ID-003",
        title = "Dates of persons",
        source = "Genomics England airlock rules: no exact age or birth year")
public final class DatesOfPersons implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        IdentifierFindings findings = new IdentifierFindings(this, file).search(new BirthDate(), "dates of birth");
        return findings.columns((table, column) -> column(table, column, findings))
                .outcome("all columns and lines");
    }

    private static void column(Table table, ListedColumn column, IdentifierFindings findings) {
        if (!column.isDay()) {
            return;
        }
        if (column.named("birth")) {
            findings.add(table, column, "dates of birth", "the header says birth, and the values are days");
        } else if (column.spansLives()) {
            findings.add(table, column, "dates of birth by their look", "days in no order over more than 30 years");
        } else if (RecordListing.in(table).isPresent()) {
            findings.add(table, column, "dates to the day", "each record of the listing has a day of its own");
        }
    }
}
