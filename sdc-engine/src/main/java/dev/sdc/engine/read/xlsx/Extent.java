package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;

/** How far some cells of a sheet reach, and how many they are. Not thread-safe. */
final class Extent {
    private int firstRow = Integer.MAX_VALUE;
    private int firstColumn = Integer.MAX_VALUE;
    private int lastRow = -1;
    private int lastColumn = -1;
    private int count;

    void add(int row, int column) {
        firstRow = Math.min(firstRow, row);
        firstColumn = Math.min(firstColumn, column);
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
        count++;
    }

    int count() {
        return count;
    }

    /** The number of cells in words. */
    String cells() {
        return cells(count);
    }

    static String cells(long count) {
        return count == 1 ? "1 cell" : count + " cells";
    }

    /** The address of the smallest rectangle that holds them all. */
    String address(Grid grid) {
        return firstRow == lastRow && firstColumn == lastColumn
                ? grid.address(firstRow, firstColumn)
                : grid.address(firstRow, firstColumn, lastRow, lastColumn);
    }
}
