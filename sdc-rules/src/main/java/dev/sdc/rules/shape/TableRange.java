package dev.sdc.rules.shape;

import dev.sdc.engine.table.Table;

/** The address of a whole table in its file. */
public final class TableRange {
    private TableRange() {}

    /** The range with its sheet, such as {@code raw!A1:D7}. */
    public static String of(Table table) {
        String sheet = table.grid().sheet();
        String range = table.range();
        return sheet == null || range.startsWith(sheet + "!") ? range : sheet + "!" + range;
    }
}
