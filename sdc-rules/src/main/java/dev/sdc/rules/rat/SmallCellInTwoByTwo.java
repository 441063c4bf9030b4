package dev.sdc.rules.rat;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import java.util.Optional;

/** Ratios with the small counts they are made of beside them: in their rows, and in those of the level they compare with. */
@SdcRule(
        id = "RAT-001",
        title = "Ratio printed with a small cell",
        source = "AI-SDC StatbarnSDC (calculated ratios)",
        parameters = {"min_count", "national_exempt", "midpoint6_suffix"})
public final class SmallCellInTwoByTwo implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> none = Ratio.none(table);
        if (none.isPresent()) {
            return new Outcome.NotApplicable(none.get());
        }
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no count: the profile lets national counts be shown");
        }
        table.forEachCount((row, column, n) -> {
            boolean small = n >= 1 && n < settings.minCount();
            if (small
                    && !CountGrid.of(table, table.columns().get(column), settings)
                            .hidesSmall(n)) {
                findings.add(
                        table,
                        row,
                        column,
                        Disposition.BREACH,
                        words -> words.message("A count that the ratio is made of is smaller than may be shown.")
                                .because(n + " beside the ratio; the minimum is " + settings.minCount())
                                .remedy("Merge the exposure groups, or leave count and ratio out."));
            }
        });
        return findings.outcome("the counts beside all ratios");
    }
}
