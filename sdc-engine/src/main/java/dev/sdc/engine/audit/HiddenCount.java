package dev.sdc.engine.audit;

import dev.sdc.engine.table.Table;
import java.util.List;

/**
 * A count that is not printed, and what the printed ones leave for it.
 *
 * @param row the table's row, from 0
 * @param column the table's column, from 0
 * @param markLow the least value that its mark allows
 * @param markHigh the greatest value that its mark allows; {@link Equations#OPEN} where it allows any
 * @param low the least value that the printed counts leave
 * @param high the greatest value that they leave; {@link Equations#OPEN} where they set no limit
 * @param contradicted whether the printed totals contradict each other, so that nothing follows
 * @param because how the interval follows, in a sentence with the numbers
 * @param related the cells it follows from, each {@code file!cell}
 */
public record HiddenCount(
        Table table,
        int row,
        int column,
        long markLow,
        long markHigh,
        long low,
        long high,
        boolean contradicted,
        String because,
        List<String> related) {

    /** Whether only one value is left. */
    public boolean exact() {
        return low == high && !contradicted;
    }

    /** How many values are left; {@link Equations#OPEN} where there is no limit. */
    public long values() {
        return high >= Equations.OPEN ? Equations.OPEN : high - low + 1;
    }

    /** Whether the printed counts leave fewer values from 1 upwards than the mark allows. */
    public boolean narrowed() {
        return low > Math.max(markLow, 1) || high < markHigh;
    }
}
