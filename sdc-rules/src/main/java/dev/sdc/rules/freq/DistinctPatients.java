package dev.sdc.rules.freq;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Events of a person (tumours, episodes, admissions) behind which there are too few persons, or nobody says how many. */
@SdcRule(
        id = "FREQ-002",
        title = "Events of few patients",
        source = "sdcLog (Bundesbank); Handbook on SDC for Outputs (2024)",
        parameters = {"min_count", "national_exempt"})
public final class DistinctPatients implements TableRule {
    /** Cells that are named in the request for evidence. */
    private static final int NAMED = 5;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Unit unit = facts.unit(table);
        if (unit.kind() != Unit.Kind.EVENT) {
            return new Outcome.NotApplicable("a unit of these counts is no event of a person");
        }
        if (!table.holds(ColumnRole.COUNT) && !table.holds(ColumnRole.EVENTS)) {
            return new Outcome.NotApplicable("no counts of events");
        }
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no count: the profile lets national counts be shown");
        }
        PersonsBehind persons = new PersonsBehind(table);
        List<String> unknown = new ArrayList<>();
        long[] tested = new long[2];
        table.forEachCount((row, column, n) -> {
            if (n < settings.minCount() || persons.counts(column)) {
                return; // small counts are FREQ-001's; nobody is behind none
            }
            tested[0]++;
            long behind = persons.behind(row, column);
            if (behind == LineCounts.NONE) {
                tested[1]++;
                if (unknown.size() < NAMED) {
                    unknown.add("\"" + table.rowLabel(row) + "\"");
                }
            } else if (behind < settings.minCount()) {
                findings.add(
                        table,
                        row,
                        column,
                        Disposition.BREACH,
                        words -> words.message("Few patients are behind a count of events.")
                                .because(n + " events of " + behind + " different patients, below the minimum of "
                                        + settings.minCount())
                                .remedy("Merge the category with a neighbour, or count patients instead of events."));
            }
        });
        if (persons.fromEvidence()) {
            findings.restsOn("evidence.distinct_patients");
        }
        if (tested[1] > 0) {
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("These are events, and nobody says how many patients they belong to.")
                            .because("the unit is " + unit.declared() + ": " + tested[1] + " of " + tested[0]
                                    + " counts come without the number of different patients")
                            .remedy("Supply the number of different patients of each cell, or count patients.")
                            .evidence("evidence.distinct_patients: a number for "
                                    + String.join(", ", unknown)
                                    + (tested[1] > unknown.size()
                                            ? " and " + (tested[1] - unknown.size()) + " more"
                                            : "")));
        }
        return findings.outcome(tested[0] + " counts of events");
    }
}
