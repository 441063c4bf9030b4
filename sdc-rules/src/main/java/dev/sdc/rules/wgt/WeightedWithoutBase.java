package dev.sdc.rules.wgt;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Weighted counts, percentages or means of which nobody says how many respondents are behind them. */
@SdcRule(
        id = "WGT-001",
        title = "Weighted figure without its base",
        source = "Handbook on SDC, 2nd edition, 6.6.2; ACRO (tests unweighted data)")
public final class WeightedWithoutBase implements TableRule {
    private static final int NAMED = 5;

    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.WEIGHTED_COUNT, ColumnRole.WEIGHT);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Weighted weighted = new Weighted(table);
        List<Quantity> figures = weighted.figures();
        if (figures.isEmpty()) {
            return new Outcome.NotApplicable("no weighted figures");
        }
        Findings findings = Findings.in(this, table);
        Set<String> missing = new LinkedHashSet<>();
        for (Quantity figure : figures) {
            if (weighted.printedBase(figure) == null) {
                if (weighted.suppliedBase(figure) == LineCounts.NONE) {
                    missing.add(table.rowLabel(figure.row()));
                } else {
                    findings.restsOn("evidence.unweighted_n");
                }
            }
        }
        if (!missing.isEmpty()) {
            List<String> first = missing.stream()
                    .limit(NAMED)
                    .map(label -> "\"" + label + "\"")
                    .toList();
            String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Weighted figures come without the number of respondents behind them.")
                            .because("a weighted figure may stand on one respondent; no unweighted base for "
                                    + String.join(", ", first) + more)
                            .remedy("Supply the unweighted number of each cell, or print it beside the weighted one.")
                            .evidence("evidence.unweighted_n: a number for " + String.join(", ", first) + more));
        }
        return findings.outcome(figures.size() + " weighted figures");
    }
}
