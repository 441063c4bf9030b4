package dev.sdc.rules.freq;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Table;
import java.util.BitSet;
import java.util.Set;

/** Counts below the minimum: in cells, margins, headers and titles. */
@SdcRule(
        id = "FREQ-001",
        title = "Small count",
        source = "Handbook on SDC for Outputs (2019, 2024); Handbook on SDC, 2nd edition, 5.2",
        parameters = {"min_count", "national_exempt", "midpoint6_suffix"})
public final class SmallCount implements TableRule {
    private static final Set<ColumnRole> COUNTS = Set.of(
            ColumnRole.COUNT, ColumnRole.DISTINCT_PATIENTS, ColumnRole.AT_RISK, ColumnRole.EVENTS, ColumnRole.CENSORED);

    @Override
    public Set<ColumnRole> decides() {
        return COUNTS;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no count: the profile lets national counts be shown");
        }
        Unit unit = facts.unit(table);
        if (unit.declared() != null) {
            findings.restsOn("unit: " + unit.declared());
        }
        BitSet midpoints = midpoints(table, settings, findings);
        int minimum = settings.minCount();
        long[] tested = new long[1];
        table.forEachCount((row, column, n) -> {
            tested[0]++;
            if (n > 0 && n < minimum && !(midpoints.get(column) && n == 3)) {
                small(findings, table, row, column, n, minimum);
            }
        });
        sizesInWords(table, minimum, findings);
        return tested[0] == 0 && findings.total() == 0
                ? new Outcome.NotApplicable("no counts")
                : findings.outcome(tested[0] + " counts, none from 1 to " + (minimum - 1));
    }

    /** Columns in which a 3 stands for any count from 1 to 6. */
    private static BitSet midpoints(Table table, Settings settings, Findings findings) {
        BitSet midpoints = new BitSet();
        if (!settings.midpoint6Suffix()) {
            return midpoints;
        }
        for (Column column : table.columns()) {
            CountGrid grid = CountGrid.of(table, column, settings);
            if (grid.method() == Rounding.Method.MIDPOINT6) {
                midpoints.set(column.index());
                if (grid.declaration() != null) {
                    findings.restsOn(grid.declaration());
                }
            }
        }
        return midpoints;
    }

    private static void small(Findings findings, Table table, int row, int column, long n, int minimum) {
        if (findings.full()) {
            findings.countOnly();
        } else {
            findings.add(table, row, column, Disposition.BREACH, words -> words(words, n, minimum));
        }
    }

    private static void sizesInWords(Table table, int minimum, Findings findings) {
        for (Mention mention : table.mentions()) {
            if (mention.kind() == Mention.Kind.BASE && mention.n() > 0 && mention.n() < minimum) {
                findings.add(
                        mention.where(),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words(words, mention.n(), minimum).value(mention.text()));
            }
        }
    }

    private static FindingText words(FindingText words, long n, int minimum) {
        return words.message("A count is below the minimum.")
                .because(n + (n == 1 ? " is" : " are") + " counted here, below the minimum of " + minimum)
                .remedy(
                        "Merge the category with a neighbour, widen the bands, or hide the count together with others so that"
                                + " totals do not give it back.");
    }
}
