package dev.sdc.rules.mag;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Indicators;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
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

/** Means of a variable that is 0 or 1 are shares, from which counts can be read back; its sums are counts. */
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
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        Magnitudes.forEach(table, figure -> {
            Optional<Size> n = facts.sampleSize(table, figure);
            if (figure.role() == ColumnRole.MEAN) {
                boolean tested = n.isPresent() && n.get().low() >= settings.minCount();
                if (tested && indicators.isIndicator(figure)) {
                    Printed share = indicators.printed(figure);
                    Optional<Long> ones = evidence.cellCount(figure.row(), figure.column());
                    Optional<Long> zeros = ones.map(k -> n.get().low() - k);
                    judge(findings, table, figure, ImpliedCounts.of(share, n.get()), ones, "ones", settings);
                    judge(
                            findings,
                            table,
                            figure,
                            ImpliedCounts.of(share.complement(), n.get()),
                            zeros,
                            "zeros",
                            settings);
                }
            } else if (indicators.isSumOfIndicator(figure)) {
                long ones = figure.value().longValue();
                judge(findings, table, figure, exactly(ones), Optional.empty(), "ones", settings);
                n.filter(all -> all.low() == all.high())
                        .ifPresent(all -> judge(
                                findings,
                                table,
                                figure,
                                exactly(all.low() - ones),
                                Optional.empty(),
                                "zeros",
                                settings));
            }
        });
        return findings.outcome("the counts behind means and sums of variables that are 0 or 1");
    }

    private static Optional<ImpliedCounts> exactly(long count) {
        return Optional.of(new ImpliedCounts(count, count));
    }

    private static void judge(
            Findings findings,
            Table table,
            Quantity figure,
            Optional<ImpliedCounts> counts,
            Optional<Long> supplied,
            String kind,
            Settings settings) {
        Smallness smallness = counts.map(k -> k.smallness(settings.minCount())).orElse(Smallness.NONE);
        if (smallness == Smallness.SOME) {
            Optional<Long> known = supplied.filter(k -> counts.orElseThrow().contains(k));
            smallness = known.map(k -> Smallness.of(k, k, settings.minCount())).orElse(Smallness.SOME);
            if (smallness == Smallness.NONE) {
                findings.restsOn("evidence.cell_counts: " + table.rowLabel(figure.row()));
            }
        }
        if (smallness == Smallness.NONE) {
            return;
        }
        String number = counts.orElseThrow().inWords();
        findings.add(
                table,
                figure.row(),
                figure.column(),
                Disposition.of(smallness, Disposition.NEEDS_EVIDENCE),
                words -> words.message(
                                "The mean or sum of a variable that is 0 or 1 gives back a count smaller than may be shown.")
                        .because("it leaves " + number + " " + kind + "; the minimum is " + settings.minCount())
                        .remedy("Print fewer decimals, use a wider group, or leave the figure out.")
                        .evidence("evidence.cell_counts: {\"" + table.rowLabel(figure.row())
                                + "\": the number of ones}"));
    }
}
