package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures of a classifier that give back small cells of its confusion matrix. */
@SdcRule(
        id = "ML-006",
        title = "Confusion matrix with small cells",
        source = "StatbarnSDC ontology 1.0 (frequencies); SDC-Reboot: metrics are tables and percentages",
        parameters = "min_count")
public final class FewBehindMetrics implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(
                ColumnRole.STATISTIC,
                ColumnRole.MAGNITUDE,
                ColumnRole.PROPORTION,
                ColumnRole.PERCENTAGE,
                ColumnRole.ESTIMATE,
                ColumnRole.CI_LOWER,
                ColumnRole.CI_UPPER,
                ColumnRole.SE);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Metrics> metrics = Metrics.in(table);
        if (metrics.isEmpty()) {
            return new Outcome.NotApplicable(
                    "no measures of a classifier; a printed matrix is tested as a table of counts");
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        for (Metrics metric : metrics) {
            int row = metric.figure().row();
            Optional<Size> base =
                    TestSet.own(table, row).or(() -> TestSet.of(table, row).of(metric.base()));
            if (base.isEmpty()) {
                ask.at(metric.figure());
            } else {
                judge(table, metric, base.get(), settings, findings);
            }
        }
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many records these measures are of.")
                        .because("with the number of records and of positives, shares of them become counts")
                        .remedy("Print or supply the number of records tested, and how many are positive.")
                        .evidence("evidence.n_obs: n, evidence.n_events: positives")));
        return findings.outcome("the counts behind " + metrics.size() + " measures");
    }

    private static void judge(Table table, Metrics metric, Size base, Settings settings, Findings findings) {
        Smallness few = base.high() < settings.minCount() ? Smallness.ALL : Smallness.NONE;
        String because = "the base is " + base.inWords() + " (" + base.where() + ")";
        boolean share = metric.base() != Metrics.Base.NONE && metric.base() != Metrics.Base.PREDICTED;
        if (few == Smallness.NONE && share) {
            Printed value = share(metric.figure());
            Optional<ImpliedCounts> right = ImpliedCounts.of(value, base);
            Optional<ImpliedCounts> wrong = ImpliedCounts.of(value.complement(), base);
            few = worst(right, wrong, settings);
            because = base.inWords() + " records (" + base.where() + ") of which "
                    + right.map(ImpliedCounts::inWords).orElse("no whole number") + ", and "
                    + wrong.map(ImpliedCounts::inWords).orElse("no whole number") + " are left";
        }
        if (few == Smallness.NONE) {
            if (base.restsOn() != null) {
                findings.restsOn(base.restsOn());
            }
            return;
        }
        Quantity figure = metric.figure();
        String how = because;
        findings.add(
                table,
                figure.row(),
                figure.column(),
                Disposition.of(few, Disposition.HUMAN_JUDGEMENT),
                words -> words.message("The measure gives back a small cell of the confusion matrix.")
                        .because(how + "; the minimum is " + settings.minCount())
                        .remedy("Print fewer decimals, round the base, or test on more records."));
    }

    private static Smallness worst(Optional<ImpliedCounts> right, Optional<ImpliedCounts> wrong, Settings settings) {
        Smallness a = right.map(n -> n.smallness(settings.minCount())).orElse(Smallness.NONE);
        Smallness b = wrong.map(n -> n.smallness(settings.minCount())).orElse(Smallness.NONE);
        return Collections.max(List.of(a, b));
    }

    private static Printed share(Quantity figure) {
        Printed printed = Printed.of(figure.value());
        boolean percent =
                figure.role() == ColumnRole.PERCENTAGE || figure.value().compareTo(BigDecimal.ONE) > 0;
        return percent ? printed.movePointLeft(2) : printed;
    }
}
