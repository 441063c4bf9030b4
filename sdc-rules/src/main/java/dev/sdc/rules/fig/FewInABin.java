package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Histograms, bars, pies and flows that draw a count of few, or whose outer bins end at the data's own ends. */
@SdcRule(
        id = "FIG-001",
        title = "Bars, bins or slices of few",
        source = "ACRO: extreme bin edges are looked at; a graph is judged as the table behind it",
        parameters = "min_count")
public final class FewInABin implements OutputRule {
    private static final Set<OutputType> OTHER_FIGURES = EnumSet.of(
            OutputType.SCATTER_PLOT,
            OutputType.BOX_PLOT,
            OutputType.LINE_PLOT_DATA,
            OutputType.TIME_SERIES,
            OutputType.ROC_CURVE,
            OutputType.REGRESSION_RESIDUALS,
            OutputType.SURVIVAL_TABLE);

    private static final int MOST_RELATED = 20;

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        OutputType kind = DrawnData.kind(output, facts);
        Findings findings = Findings.in(this, output);
        if (output instanceof Figure figure && !OTHER_FIGURES.contains(kind)) {
            List<Table> data = DrawnData.of(figure, facts);
            data.forEach(table -> drawn(table, settings.minCount(), findings));
            return data.isEmpty()
                    ? new Outcome.NotApplicable("no table says what is drawn")
                    : findings.outcome("the counts that are drawn");
        }
        if (output instanceof Table table && kind == OutputType.HISTOGRAM) {
            BinEdges.of(table).filter(edges -> !edges.areRound()).ifPresent(edges -> ends(table, edges, findings));
            return findings.outcome("the outer bins");
        }
        return new Outcome.NotApplicable("no bins, bars, slices or flows");
    }

    private static void drawn(Table table, int minimum, Findings findings) {
        List<String> few = new ArrayList<>();
        table.forEachCount((row, column, n) -> {
            if (n > 0 && n < minimum && few.size() < MOST_RELATED) {
                few.add(table.file() + "!" + table.address(row, column));
            }
        });
        if (!few.isEmpty()) {
            findings.add(
                    "",
                    null,
                    null,
                    Disposition.BREACH,
                    words -> related(
                            few,
                            words.message("A bar, bin or slice of this figure is a count below the minimum.")
                                    .because("its data hold counts below the minimum of " + minimum + " at "
                                            + String.join(", ", few))
                                    .remedy(
                                            "Merge bins or categories until each holds the minimum, and draw the figure anew.")));
        }
    }

    private static void ends(Table table, BinEdges edges, Findings findings) {
        findings.add(
                table.range(),
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The outer bins seem to end at the smallest and the largest value.")
                        .because("the edges " + edges.first().toPlainString() + " and "
                                + edges.last().toPlainString() + ", "
                                + edges.width().toPlainString()
                                + " apart from bin to bin, are no round numbers, as programs choose them from the data")
                        .remedy("Choose round edges, or leave the outer bins open."));
    }

    private static FindingText related(List<String> cells, FindingText words) {
        cells.forEach(words::related);
        return words;
    }
}
