package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;

/** Ratios with the small counts they are made of beside them. */
@SdcRule(id = "RAT-001", title = "Ratio printed with a small cell", source = "RULES 4.19", parameters = "min_count")
public final class SmallCellInTwoByTwo implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> none = Ratio.none(table);
        if (none.isPresent()) {
            return new Outcome.NotApplicable(none.get());
        }
        Findings findings = Findings.in(this, table);
        Ratio.forEach(table, ratio -> {
            int row = ratio.figure().row();
            for (int column = 0; column < table.columns().size(); column++) {
                for (Quantity part : table.quantities(row, column)) {
                    long n = part.role().isCount() ? part.value().longValue() : 0;
                    if (n >= 1 && n < settings.minCount()) {
                        findings.add(
                                table,
                                row,
                                column,
                                Disposition.BREACH,
                                words -> words.message(
                                                "A count that the ratio is made of is smaller than may be shown.")
                                        .because(n + " in the row of the ratio; the minimum is " + settings.minCount())
                                        .remedy("Merge the exposure groups, or leave count and ratio out."));
                    }
                }
            }
        });
        return findings.outcome("the counts beside all ratios");
    }
}
