package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Forest and funnel plots in which a line or point is a site with few units. */
@SdcRule(
        id = "FIG-009",
        title = "Few in a site of a forest or funnel plot",
        source = "proposal of this project; per-site numbers as any frequency",
        parameters = "min_count")
public final class FewInASite implements OutputRule {
    private static final Set<ColumnRole> SHOWN = EnumSet.of(
            ColumnRole.ESTIMATE, ColumnRole.RATE, ColumnRole.PERCENTAGE, ColumnRole.PROPORTION, ColumnRole.MEAN);

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        boolean said = Words.any(Words.of(DrawnData.said(output, facts)), Vocabulary.of("site-plot"));
        if (output instanceof Figure && said && DrawnData.of(output, facts).isEmpty()) {
            Findings findings = Findings.in(this, output);
            findings.add(
                    "",
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("How many units stand behind each line of this plot is not said.")
                            .because("it is declared to be a forest or funnel plot, whose lines are sites or studies")
                            .evidence(
                                    "a table with one row for each site and its number of units, with figure_data_for")
                            .remedy("Hand in the table behind it, and leave out sites below the minimum."));
            return findings.outcome("the sites");
        }
        if (!(output instanceof Table table) || !(said || isBySite(table)) || !holdsEstimates(table)) {
            return new Outcome.NotApplicable("no forest or funnel plot of sites");
        }
        return sites(table, facts, settings.minCount());
    }

    private Outcome sites(Table table, Facts facts, int minimum) {
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        table.forEachQuantity(SHOWN, shown -> {
            if (table.isTotalRow(shown.row())) {
                return;
            }
            Optional<Size> n = size(table, facts, shown);
            if (n.isEmpty()) {
                ask.at(shown);
            } else if (n.get().low() < minimum) {
                findings.add(
                        table,
                        shown.row(),
                        shown.column(),
                        n.get().high() < minimum ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("A line of the plot is a site with fewer units than may be shown.")
                                .because("n = " + n.get().inWords() + " ("
                                        + n.get().where() + "); the minimum is " + minimum)
                                .remedy("Leave the site out, or merge it with others."));
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units stand behind each site.")
                        .because("no count is printed beside these figures and none follows from others")
                        .remedy("Print the number of units of each site, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}, or a column of counts")));
        return findings.outcome("the units of every site");
    }

    private static Optional<Size> size(Table table, Facts facts, Quantity shown) {
        boolean share = shown.role() == ColumnRole.PERCENTAGE || shown.role() == ColumnRole.PROPORTION;
        return (share ? facts.base(table, shown) : facts.sampleSize(table, shown))
                // the size of everybody is not that of one site
                .filter(n -> n.source() != Size.Source.POPULATION);
    }

    private static boolean isBySite(Table table) {
        for (Column column : table.columns()) {
            if (column.isLabel()) {
                return Words.any(Words.of(column.name()), Vocabulary.of("plotted-site"));
            }
        }
        return false;
    }

    private static boolean holdsEstimates(Table table) {
        return table.holds(ColumnRole.ESTIMATE) && (table.holds(ColumnRole.CI_LOWER) || table.holds(ColumnRole.SE));
    }
}
