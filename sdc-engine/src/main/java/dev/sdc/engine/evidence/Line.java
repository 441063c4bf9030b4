package dev.sdc.engine.evidence;

/**
 * Counts side by side along one dimension of a table, such as one row over all stages: the categories of the dimension,
 * and the total where one is printed.
 *
 * @param acrossColumns true when the cells lie in one row and the categories are columns; false when they lie in one
 *     column and the categories are rows
 * @param fixed the row (or column) that all cells lie in
 * @param members the columns (or rows) of the categories, totals left out; shared, never changed
 * @param total the column (or row) of the total; -1 when none is printed
 * @param dimension a name for the dimension, for people; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; shared by all lines of a table
public record Line(boolean acrossColumns, int fixed, int[] members, int total, String dimension) {
    /** The number of categories. */
    public int size() {
        return members.length;
    }

    /** The table row of the i-th category. */
    public int row(int i) {
        return acrossColumns ? fixed : members[i];
    }

    /** The table column of the i-th category. */
    public int column(int i) {
        return acrossColumns ? members[i] : fixed;
    }

    /** Whether a total is printed. */
    public boolean hasTotal() {
        return total >= 0;
    }

    /** The table row of the total. */
    public int totalRow() {
        return acrossColumns ? fixed : total;
    }

    /** The table column of the total. */
    public int totalColumn() {
        return acrossColumns ? total : fixed;
    }
}
