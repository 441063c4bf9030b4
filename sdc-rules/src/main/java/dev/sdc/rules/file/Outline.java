package dev.sdc.rules.file;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The frame of a table: its headers and the number of its rows, by which versions of it are told. */
record Outline(List<String> headers, int rows, String firstLabel, String lastLabel) {
    /** Large tables are compared on their first rows. */
    private static final int MOST = 200;
    /** Cells without a number of these say nothing. */
    private static final int FEW = 6;

    static Outline of(Table table) {
        List<String> headers = new ArrayList<>();
        table.columns().forEach(column -> headers.add(column.name()));
        int rows = table.rowCount();
        return new Outline(
                List.copyOf(headers),
                rows,
                rows == 0 ? "" : table.rowLabel(0),
                rows == 0 ? "" : table.rowLabel(rows - 1));
    }

    /** Whether at least nine in ten numbers of two tables of one outline are the same. */
    static boolean nearlyEqual(Table a, Table b) {
        long same = 0;
        long all = 0;
        for (Column column : a.columns()) {
            for (int row = 0; row < Math.min(MOST, a.rowCount()) && !column.isLabel(); row++) {
                String text = a.text(row, column.index());
                if (!text.isEmpty()) {
                    all++;
                    same += text.equals(b.text(row, column.index())) ? 1 : 0;
                }
            }
        }
        return all >= FEW && same * 10 >= all * 9;
    }
}
