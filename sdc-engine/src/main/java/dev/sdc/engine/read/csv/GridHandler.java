package dev.sdc.engine.read.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.sdc.engine.read.GridBuilder;

/** Puts fields into a grid straight from the parser's buffer, so that a plain number costs no object. */
final class GridHandler extends CsvCallbackHandler<Boolean> {
    private final GridBuilder grid;
    private final boolean skipFirstRow;
    private int row = -1;
    private int column;
    private boolean full;

    GridHandler(GridBuilder grid, boolean skipFirstRow) {
        this.grid = grid;
        this.skipFirstRow = skipFirstRow;
    }

    /** Whether a limit was reached; nothing is stored from then on. */
    boolean isFull() {
        return full;
    }

    /** The record that is being read, from 0. */
    int row() {
        return row;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return column;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        row++;
        column = 0;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (length > 0 && !full && !(skipFirstRow && row == 0)) {
            full = !grid.set(row, column, buffer, offset, length);
        }
        column++;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException(); // comments are not asked for
    }

    @Override
    protected void setEmpty() {}

    @Override
    protected Boolean buildRecord() {
        full |= !grid.rows(row + 1);
        return Boolean.TRUE;
    }
}
