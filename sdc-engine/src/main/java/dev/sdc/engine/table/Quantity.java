package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number of a table: a whole cell or a part of a composite one.
 *
 * @param row the table's row, from 0
 * @param column the table's column, from 0
 * @param role what the number is
 * @param level for a percentile its level between 0 and 1, else null
 * @param value the exact number, with its printed decimals as scale
 */
public record Quantity(
        int row, int column, ColumnRole role, @Nullable BigDecimal level, BigDecimal value) {
    /** Half a unit of the last printed decimal: the true value lies within this of the printed one. */
    public BigDecimal halfUnit() {
        return BigDecimal.valueOf(5, value.scale() + 1);
    }
}
