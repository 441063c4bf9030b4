package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lines and columns of a table around one cell, enough to see it in its place.
 *
 * @param rows grid rows to show, ascending: the header, then the neighbours
 * @param columns grid columns to show, ascending: the labels, then the neighbours
 * @param firstDataRow the first grid row below the header
 */
record Fragment(Grid grid, List<Integer> rows, List<Integer> columns, int firstDataRow) {
    private static final int HEADER_ROWS = 3;
    private static final int LABEL_COLUMNS = 2;

    /** The fragment around a cell; null if the address is none of the table's cells. */
    static @Nullable Fragment around(Table table, String address, int rowsAround, int columnsAround) {
        Address at = Address.of(address);
        Address range = Address.of(table.range());
        Grid grid = table.grid();
        if (at == null || range == null || at.firstRow() >= grid.rows() || at.firstColumn() >= grid.columns()) {
            return null;
        }
        int top = Math.max(0, range.firstRow());
        int bottom = Math.min(range.lastRow(), grid.rows() - 1);
        int firstData = firstDataRow(table, top);

        TreeSet<Integer> rows = new TreeSet<>();
        addAll(rows, Math.max(top, firstData - HEADER_ROWS), firstData - 1);
        addAll(rows, Math.max(top, at.firstRow() - rowsAround), Math.min(bottom, at.firstRow() + rowsAround));

        TreeSet<Integer> columns = new TreeSet<>();
        for (Column column : table.columns()) {
            if (column.isLabel() && columns.size() < LABEL_COLUMNS) {
                columns.add(column.gridColumn());
            }
        }
        int last = Math.min(range.lastColumn(), grid.columns() - 1);
        addAll(
                columns,
                Math.max(range.firstColumn(), at.firstColumn() - columnsAround),
                Math.min(last, at.firstColumn() + columnsAround));
        return new Fragment(grid, new ArrayList<>(rows), new ArrayList<>(columns), firstData);
    }

    static int firstDataRow(Table table, int top) {
        return table.rowCount() == 0 ? top : table.gridRow(0);
    }

    private static void addAll(TreeSet<Integer> into, int from, int to) {
        for (int i = from; i <= to; i++) {
            into.add(i);
        }
    }
}
