package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;

/** Crude odds and risk ratios whose interval proves a small cell. */
@SdcRule(
        id = "RAT-002",
        title = "Interval of a crude ratio proves a small cell",
        source = "Proposal of this project, from the variance of a log ratio",
        parameters = {"min_count", "exempt"})
public final class SmallCellBehindRatio implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Ratios.DECIDED;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Ratios.settled(table, settings);
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        Ratio.forEach(table, ratio -> {
            boolean tested = !ratio.kind().isOfTime() && Ratio.isCrude(table, ratio.figure());
            if (tested && ratio.spread().isPresent()) {
                Ratios.smallByInterval(findings, table, ratio, settings.minCount());
            }
        });
        return findings.outcome("the intervals of all crude odds and risk ratios");
    }
}
