package dev.sdc.engine.read.csv;

import dev.sdc.engine.read.Places;

/** Everything stands in one cell of a file. */
record SingleCell(String address) implements Places {
    @Override
    public String of(int row, int column) {
        return address;
    }

    @Override
    public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        return address;
    }
}
