package dev.sdc.rules.sec;

import dev.sdc.engine.audit.HiddenCount;

/** A cell of a table. */
record Place(int row, int column) {
    static Place of(HiddenCount count) {
        return new Place(count.row(), count.column());
    }
}
