package dev.sdc.rules.rnd;

import dev.sdc.engine.table.Table;

/** Tells totals from the cells that they are totals of. */
final class Margin {
    private Margin() {}

    static boolean at(Table table, int row, int column) {
        return table.isTotalRow(row) || table.columns().get(column).total();
    }
}
