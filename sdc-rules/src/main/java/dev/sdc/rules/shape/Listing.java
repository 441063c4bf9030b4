package dev.sdc.rules.shape;

/** Rows of cells under headers, whether they stand in a table or are printed in a log. Rows and columns count from 0. */
public interface Listing {
    /** The number of rows below the header. */
    int rows();

    /** The number of columns. */
    int columns();

    /** The header of a column in one line; empty when there is none. */
    String header(int column);

    /** The text of a cell; empty when there is none. */
    String cell(int row, int column);

    /** Whether a column is known to hold counts of several units. */
    default boolean counts(int column) {
        return false;
    }

    /** Whether some row says that it holds the totals of others, as no record does. */
    default boolean hasTotals() {
        return false;
    }

    /** Whether a column is known to hold results of a model or a test. */
    default boolean estimates(int column) {
        return false;
    }
}
