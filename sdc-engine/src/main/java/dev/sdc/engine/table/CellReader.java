package dev.sdc.engine.table;

import java.util.List;

/** Reads cells of a table as what they say. */
interface CellReader {
    CellValue read(int row, int column);

    /** The count that a cell is; -1 for a cell that is anything else, or more. */
    default long count(int row, int column) {
        return read(row, column) instanceof CellValue.Count count ? count.n() : -1;
    }

    /** The counts of many cells of a column. */
    default long[] counts(int[] rows, int column) {
        long[] counts = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            counts[i] = count(rows[i], column);
        }
        return counts;
    }

    void counts(Column column, Table.CountVisitor visitor);

    /** A reader of the same cells under other roles of the columns. */
    CellReader under(List<Column> columns);
}
