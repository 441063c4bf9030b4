package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ROC, precision-recall and similar curves with so many points that a step is a single unit. */
@SdcRule(
        id = "FIG-006",
        title = "Curve with one step for each person",
        source = "Handbook on SDC for Outputs (graphs as the tables behind them)",
        parameters = "min_count")
public final class CurveOfSingleUnits implements OutputRule {
    private static final String REMEDY =
            "Print no more points than leave the minimum of units in every step, smooth the curve, or give the area alone.";

    @Override
    public Set<ColumnRole> decides() {
        // thresholds and other figures of a point stand or fall with its step
        return Set.of(ColumnRole.PROPORTION, ColumnRole.PERCENTAGE, ColumnRole.STATISTIC);
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!(output instanceof Table table) || output.type() != OutputType.ROC_CURVE) {
            return new Outcome.NotApplicable("no points of a ROC or similar curve");
        }
        Findings findings = Findings.in(this, table);
        boolean some = false;
        for (Column column : table.columns()) {
            Optional<CurveSteps> steps = CurveSteps.along(table, column);
            if (steps.isPresent()) {
                some = true;
                judge(findings, table, column, steps.get(), settings.minCount());
            }
        }
        if (!some) {
            ask(findings, table.range(), null, "no column is a rate over all positives or all negatives");
        }
        return findings.outcome("the steps of the curve");
    }

    private static void judge(Findings findings, Table table, Column column, CurveSteps steps, int minimum) {
        String at = table.columnAddress(column.index());
        Long base = steps.base();
        if (base == null) {
            ask(findings, at, column.name(), "the decimals leave open how many units the curve is of");
        } else if (steps.points() * minimum >= base) {
            findings.add(
                    at,
                    null,
                    column.name(),
                    Disposition.BREACH,
                    words -> words.message("The curve has so many points that its steps are single units.")
                            .because(steps.points() + " points share out " + base
                                    + " units; fewer than one point for each " + minimum + " of them may be printed")
                            .remedy(REMEDY));
        } else if (steps.smallest() < minimum) {
            findings.add(
                    at,
                    null,
                    column.name(),
                    Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("A step of the curve holds fewer units than may be shown.")
                            .because("a step of " + steps.smallest() + " out of " + base + " units; the minimum is "
                                    + minimum)
                            .remedy(REMEDY));
        } else if (steps.restsOn() != null) {
            findings.restsOn(steps.restsOn());
        }
    }

    private static void ask(Findings findings, String at, @Nullable String column, String because) {
        findings.add(
                at,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units the steps of the curve hold.")
                        .because(because)
                        .remedy(REMEDY)
                        .evidence("evidence: {n_events: positives, n_obs: positives and negatives}"));
    }
}
