package dev.sdc.engine.read;

/** Where the cells of a grid stand in a file that has no rows and columns of its own. Immutable. */
public interface Places {
    /** The address of a cell, blank ones included. */
    String of(int row, int column);

    /** The address of a rectangle, both corners included. */
    String of(int firstRow, int firstColumn, int lastRow, int lastColumn);

    /** Whether the file itself tells that a row holds values and no names of columns. */
    default boolean isData(int row) {
        return false;
    }

    /** Whether the file itself tells that a column names the rows. */
    default boolean namesRows(int column) {
        return false;
    }
}
