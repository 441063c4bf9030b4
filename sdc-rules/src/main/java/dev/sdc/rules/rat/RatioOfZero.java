package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.ZeroPolicy;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Optional;

/** Ratios of 0 or without end, which say that a cell is empty. */
@SdcRule(
        id = "RAT-005",
        title = "Ratio of 0 or infinity says that a cell is empty",
        source = "RULES 4.19",
        parameters = "zero_policy")
public final class RatioOfZero implements TableRule {
    /** A ratio beyond this was divided by nothing. */
    private static final BigDecimal BEYOND = BigDecimal.valueOf(1_000_000);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> none = Ratio.none(table);
        if (none.isPresent()) {
            return new Outcome.NotApplicable(none.get());
        }
        Findings findings = Findings.in(this, table);
        Ratio.forEach(table, ratio -> {
            Quantity figure = ratio.figure();
            boolean end = !ratio.isLog()
                    && (figure.value().signum() == 0 || figure.value().compareTo(BEYOND) >= 0);
            if (end || lacksOneLimit(table, figure)) {
                boolean fails = settings.zeroPolicy() == ZeroPolicy.FAIL
                        || facts.sensitive(table, figure.row(), figure.column());
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        fails ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("The ratio says that nobody, or everybody, of a group had the outcome.")
                                .because(
                                        end
                                                ? "a ratio of 0 or without end has an empty cell"
                                                : "only one limit of the interval is printed: the other is without end")
                                .remedy("Merge the exposure groups, or leave the ratio out."));
            }
        });
        return findings.outcome("the ends of all ratios");
    }

    /** One limit stands there and the cell of the other is a mark, a word or blank. */
    private static boolean lacksOneLimit(Table table, Quantity figure) {
        boolean lower = Companions.of(table, figure, ColumnRole.CI_LOWER).isPresent();
        boolean upper = Companions.of(table, figure, ColumnRole.CI_UPPER).isPresent();
        if (lower == upper) {
            return false;
        }
        ColumnRole missing = lower ? ColumnRole.CI_UPPER : ColumnRole.CI_LOWER;
        for (Column column : table.columns()) {
            if (column.role() == missing && !(table.cell(figure.row(), column.index()) instanceof CellValue.Label)) {
                return true;
            }
        }
        return false;
    }
}
