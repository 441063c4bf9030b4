package dev.sdc.rules.wgt;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Set;

/** Weighted figures with fewer respondents behind them than the minimum. */
@SdcRule(
        id = "WGT-002",
        title = "Weighted figure of few",
        source = "ACRO (tests unweighted data); UK Data Service SecureLab",
        parameters = "min_count")
public final class WeightedOfFew implements TableRule {
    /** A weighted share is no whole count over its base: the base is all there is to test. */
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.PERCENTAGE, ColumnRole.PROPORTION);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Weighted weighted = new Weighted(table);
        List<Quantity> figures = weighted.figures();
        if (figures.isEmpty()) {
            return new Outcome.NotApplicable("no weighted figures");
        }
        Findings findings = Findings.in(this, table);
        for (Quantity figure : figures) {
            Quantity printed = weighted.printedBase(figure);
            long base = printed == null
                    ? weighted.suppliedBase(figure)
                    : printed.value().longValue();
            if (base > 0 && base < settings.minCount()) {
                findings.add(table, figure.row(), figure.column(), Disposition.BREACH, words -> {
                    FindingText text = words.message("Few respondents are behind a weighted figure.")
                            .because(base + (base == 1 ? " respondent is" : " respondents are") + " behind it"
                                    + (printed == null ? " (evidence)" : "") + ", below the minimum of "
                                    + settings.minCount())
                            .remedy("Merge the category with a neighbour, or hide the weighted figure too.");
                    return printed == null
                            ? text
                            : text.related(table.file() + "!" + table.address(printed.row(), printed.column()));
                });
            } else if (base != LineCounts.NONE && printed == null) {
                findings.restsOn("evidence.unweighted_n");
            }
        }
        return findings.outcome(figures.size() + " weighted figures");
    }
}
