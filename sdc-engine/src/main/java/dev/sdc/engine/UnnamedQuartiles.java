package dev.sdc.engine;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;

/** Tells columns that are read as counts, yet lie around a percentile as quartiles do. */
final class UnnamedQuartiles {
    private UnnamedQuartiles() {}

    /** Whether unnamed whole numbers stand on both sides of a percentile and in its order: they may be quartiles. */
    static boolean include(Table table, Column column) {
        for (int middle = Math.max(1, column.index() - 1); middle <= column.index() + 1; middle += 2) {
            boolean three = middle + 1 < table.columns().size()
                    && table.columns().get(middle).role() == ColumnRole.PERCENTILE
                    && isGuessed(table.columns().get(middle - 1))
                    && isGuessed(table.columns().get(middle + 1));
            if (three && Math.abs(middle - column.index()) == 1 && inOrder(table, middle)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGuessed(Column column) {
        return column.role() == ColumnRole.COUNT && column.source() == Column.RoleSource.CONTENT && !column.total();
    }

    private static boolean inOrder(Table table, int middle) {
        int tested = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            List<Quantity> below = table.quantities(row, middle - 1);
            List<Quantity> at = table.quantities(row, middle);
            List<Quantity> above = table.quantities(row, middle + 1);
            if (!below.isEmpty() && !at.isEmpty() && !above.isEmpty()) {
                BigDecimal median = at.get(0).value();
                if (below.get(0).value().compareTo(median) > 0
                        || above.get(0).value().compareTo(median) < 0) {
                    return false;
                }
                tested++;
            }
        }
        return tested > 0;
    }
}
