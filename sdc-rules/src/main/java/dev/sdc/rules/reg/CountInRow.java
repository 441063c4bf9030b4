package dev.sdc.rules.reg;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import org.jspecify.annotations.Nullable;

/** The number of units that a row of figures of a model states. */
final class CountInRow {
    private CountInRow() {}

    /** The first count in a row; null where it prints none. */
    static @Nullable Long of(Table table, int row) {
        for (Column column : table.columns()) {
            for (Quantity part : table.quantities(row, column.index())) {
                if (part.role().isCount()) {
                    return part.value().longValue();
                }
            }
        }
        return null;
    }
}
