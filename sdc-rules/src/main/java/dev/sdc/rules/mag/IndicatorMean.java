package dev.sdc.rules.mag;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Indicators;
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
import java.util.Optional;
import java.util.Set;

/** Means of a variable that is 0 or 1: shares, from which counts can be read back. */
@SdcRule(
        id = "MAG-003",
        title = "Mean of an indicator that gives back a small count",
        source = "proposal of this project",
        parameters = "min_count")
public final class IndicatorMean implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        Findings findings = Findings.in(this, table);
        Indicators indicators = new Indicators(table, facts);
        table.forEachQuantity(Set.of(ColumnRole.MEAN), mean -> {
            Optional<Size> n = facts.sampleSize(table, mean);
            boolean tested = n.isPresent() && n.get().low() >= settings.minCount();
            if (tested && indicators.isIndicator(mean)) {
                Printed share = indicators.printed(mean);
                judge(findings, table, mean, ImpliedCounts.of(share, n.get()), "ones", settings);
                judge(findings, table, mean, ImpliedCounts.of(share.complement(), n.get()), "zeros", settings);
            }
        });
        return findings.outcome("the counts behind means of variables that are 0 or 1");
    }

    private static void judge(
            Findings findings,
            Table table,
            Quantity mean,
            Optional<ImpliedCounts> counts,
            String kind,
            Settings settings) {
        Smallness smallness = counts.map(k -> k.smallness(settings.minCount())).orElse(Smallness.NONE);
        if (smallness == Smallness.NONE) {
            return;
        }
        String number = counts.orElseThrow().inWords();
        findings.add(
                table,
                mean.row(),
                mean.column(),
                smallness == Smallness.ALL ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                "The mean of a variable that is 0 or 1 is a share; it gives back a count smaller than may be shown.")
                        .because("mean times n leaves " + number + " " + kind + "; the minimum is "
                                + settings.minCount())
                        .remedy("Print fewer decimals, use a wider group, or leave the mean out.")
                        .evidence(
                                "evidence.cell_counts: {\"" + table.rowLabel(mean.row()) + "\": the number of ones}"));
    }
}
