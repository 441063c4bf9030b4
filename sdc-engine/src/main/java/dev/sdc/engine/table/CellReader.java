package dev.sdc.engine.table;

/** Reads cells of a table as what they say. */
interface CellReader {
    CellValue read(int row, int column);

    /** The count that a cell is; -1 for a cell that is anything else, or more. */
    default long count(int row, int column) {
        return read(row, column) instanceof CellValue.Count count ? count.n() : -1;
    }

    void counts(Column column, Table.CountVisitor visitor);
}
