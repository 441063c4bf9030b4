package dev.sdc.engine.table;

/** Reads cells of a table as what they say. */
interface CellReader {
    CellValue read(int row, int column);

    void counts(Column column, Table.CountVisitor visitor);
}
