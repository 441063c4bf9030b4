package dev.sdc.rules.mdim;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.Map;
import java.util.Set;

/** Coordinates of categories, behind which a table of counts lies. */
@SdcRule(
        id = "MDIM-004",
        title = "Coordinates that imply a table",
        source = "ESSnet guidelines for output checking, 2009 (correspondence analysis)",
        parameters = "min_count")
public final class TableBehindCoordinates implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC, ColumnRole.MAGNITUDE, ColumnRole.PROPORTION);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!Components.in(table) || !Components.placesCategories(table)) {
            return new Outcome.NotApplicable("no coordinates of a correspondence analysis");
        }
        Findings findings = Findings.in(this, table);
        Map<String, Long> counts = table.declaration().evidence().cellCounts();
        if (counts.isEmpty()) {
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("The table behind these coordinates is not known.")
                            .because(
                                    "coordinates, masses and inertias of categories give back the counts they are made of")
                            .remedy("Supply the counts of the table that was analysed.")
                            .evidence("evidence.cell_counts: {row: {column: n}}"));
            return findings.outcome("the table behind the coordinates");
        }
        counts.forEach((cell, n) -> {
            if (n >= 1 && n < settings.minCount()) {
                findings.add(
                        TableRange.of(table),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words.message("The table behind these coordinates has a small cell.")
                                .because("the evidence counts " + n + " in one cell; the minimum is "
                                        + settings.minCount())
                                .remedy("Merge categories before the analysis."));
            }
        });
        if (findings.total() == 0) {
            findings.restsOn("evidence.cell_counts: " + counts.size() + " cells");
        }
        return findings.outcome(counts.size() + " supplied cells");
    }
}
