package dev.sdc.engine.audit;

import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.function.IntPredicate;

/** The cells of a table that hold back a number, or hold none. */
final class HiddenCells {
    private HiddenCells() {}

    static boolean any(Table table) {
        for (Column column : table.columns()) {
            if (!column.isLabel() && visit(table, column.index(), row -> false)) {
                return true;
            }
        }
        return false;
    }

    /** Visits the rows of a column whose cell is hidden as long as the visitor asks for more; true if it stopped. */
    static boolean visit(Table table, int column, IntPredicate more) {
        for (int row = table.nextOtherThanNumber(0, column);
                row >= 0;
                row = table.nextOtherThanNumber(row + 1, column)) {
            if (is(table, row, column) && !more.test(row)) {
                return true;
            }
        }
        return false;
    }

    static boolean is(Table table, int row, int column) {
        CellValue cell = table.cell(row, column);
        return cell instanceof CellValue.Suppressed
                || cell instanceof CellValue.Blank
                || cell instanceof CellValue.Unread;
    }
}
