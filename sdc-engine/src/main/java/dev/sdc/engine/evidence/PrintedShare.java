package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A percentage or a proportion as it is printed. */
final class PrintedShare {
    private PrintedShare() {}

    /** The first share that a cell holds; null where it holds none. */
    static @Nullable Quantity at(Table table, int row, int column) {
        for (Quantity quantity : table.quantities(row, column)) {
            if (quantity.role() == ColumnRole.PERCENTAGE || quantity.role() == ColumnRole.PROPORTION) {
                return quantity;
            }
        }
        return null;
    }

    /** Whether a part is a printed share of a base: |100 n − p N| ≤ (half a unit) N. */
    static boolean is(long part, long base, Quantity share) {
        BigDecimal whole = share.role() == ColumnRole.PERCENTAGE ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        BigDecimal difference = whole.multiply(BigDecimal.valueOf(part))
                .subtract(share.value().multiply(BigDecimal.valueOf(base)))
                .abs();
        return difference.compareTo(share.halfUnit().multiply(BigDecimal.valueOf(base))) <= 0;
    }
}
