package dev.sdc.engine.read;

import java.util.Collections;
import java.util.List;

/**
 * The places of a sheet of which the file itself tells which columns name the rows, as the {@code <th>} of a page do.
 *
 * @param columns the columns that name rows, ascending
 */
public record NamedRows(List<Integer> columns) implements Places {
    @Override
    public String of(int row, int column) {
        return Grid.columnName(column) + (row + 1);
    }

    @Override
    public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        return of(firstRow, firstColumn) + ":" + of(lastRow, lastColumn);
    }

    @Override
    public boolean namesRows(int column) {
        return Collections.binarySearch(columns, column) >= 0;
    }
}
