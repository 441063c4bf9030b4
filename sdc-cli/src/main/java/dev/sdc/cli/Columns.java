package dev.sdc.cli;

import dev.sdc.engine.report.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as they need; long texts of all but the last column are cut. */
final class Columns {
    private static final int WIDEST = 40;

    private final List<String[]> rows = new ArrayList<>();

    Columns(String... head) {
        add(head);
    }

    void add(String... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = i == cells.length - 1 ? VisibleText.of(cells[i]) : VisibleText.of(cells[i], WIDEST);
        }
        rows.add(row);
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
