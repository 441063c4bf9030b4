package dev.sdc.engine.read.json;

import dev.sdc.engine.read.Places;
import java.util.List;

/**
 * JSON pointers of the cells of a table.
 *
 * @param base the pointer of the whole
 * @param rows what a row adds to it; empty for the header
 * @param columns what a column adds to it; empty for labels
 * @param columnsFirst whether the column's step comes before the row's
 */
record PointerPlaces(String base, List<String> rows, List<String> columns, boolean columnsFirst) implements Places {
    @Override
    public String of(int row, int column) {
        String first = columnsFirst ? columns.get(column) : rows.get(row);
        String then = columnsFirst ? rows.get(row) : columns.get(column);
        return base + first + then;
    }

    @Override
    public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        if (firstRow == lastRow && firstColumn == lastColumn) {
            return of(firstRow, firstColumn);
        }
        boolean column = columnsFirst && firstColumn == lastColumn;
        boolean row = !columnsFirst && firstRow == lastRow;
        return base + (column ? columns.get(firstColumn) : row ? rows.get(firstRow) : "");
    }

    @Override
    public boolean isData(int row) {
        return !rows.get(row).isEmpty();
    }

    /** A step to a member of an object. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
