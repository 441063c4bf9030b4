package dev.sdc.rules.rnd;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Table;

/** Counts that are not on the grid that the profile demands or the analyst declares. */
@SdcRule(
        id = "RND-001",
        title = "Count that is not rounded",
        source = "OpenSAFELY, statistical disclosure control; US Census Bureau, DRB rounding rules",
        parameters = {"round_base", "rounding_grid", "midpoint6_suffix", "national_exempt"})
public final class UnroundedCount implements TableRule {

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        boolean exempt = CountGrid.nationalExempt(table, settings);
        if (exempt) {
            findings.restsOn("level: national");
        }
        CountGrid[] grids = table.columns().stream()
                .map(column -> CountGrid.of(table, column, settings))
                .toArray(CountGrid[]::new);
        perturbed(table, grids, findings);
        long[] tested = new long[1];
        table.forEachCount((row, column, n) -> {
            CountGrid grid = grids[column];
            int base = exempt ? 1 : settings.roundingGrid().baseAt(n);
            if (Margin.at(table, row, column) || (!grid.rounds() && base == 1)) {
                return;
            }
            tested[0]++;
            boolean onGrid = !grid.rounds() || grid.holds(n);
            if (onGrid && n % base == 0) {
                return;
            }
            if (findings.full()) {
                findings.countOnly();
            } else {
                findings.add(
                        table,
                        row,
                        column,
                        Disposition.BREACH,
                        words -> words(words, n, onGrid ? "multiples of " + base : grid.inWords(), grid));
            }
        });
        return tested[0] == 0 && !exempt
                ? new Outcome.NotApplicable("neither the profile nor the declaration asks for rounded counts")
                : findings.outcome(tested[0] + " counts");
    }

    /** That multiples of a base were printed can be seen; that a random number was added cannot. */
    private static void perturbed(Table table, CountGrid[] grids, Findings findings) {
        for (CountGrid grid : grids) {
            if (grid.method() == Rounding.Method.PERTURBED) {
                findings.add(
                        table.range(),
                        null,
                        null,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(
                                        "Counts are declared to be changed at random, which nothing printed can show.")
                                .because(grid.declaration() + " declares " + grid.inWords())
                                .remedy("Have somebody who knows the system that perturbs the counts confirm it."));
                return;
            }
        }
    }

    private static FindingText words(FindingText words, long n, String due, CountGrid grid) {
        String asked = grid.declaration() == null ? "the profile asks for " : grid.declaration() + " declares ";
        return words.message("A count is not rounded.")
                .because(asked + due + ", and " + n + " is none")
                .remedy("Hide the small counts first, then round every count in the same way.");
    }
}
