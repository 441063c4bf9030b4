package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Draws the cell or the words that findings are about, with what stands around them. */
final class TextExcerpt {
    private static final int CELL_WIDTH = 24;

    private final StringBuilder out;
    private final Ink ink;
    private final Outputs outputs;

    TextExcerpt(StringBuilder out, Ink ink, Outputs outputs) {
        this.out = out;
        this.ink = ink;
        this.outputs = outputs;
    }

    /** Draws a place; nothing where it is none of an output's cells or lines. */
    void draw(Cause cause) {
        Output output = outputs.of(cause.output());
        Address at = Address.of(cause.cell());
        if (output instanceof Table table && at != null && at.isCell()) {
            Fragment fragment = Fragment.around(table, cause.cell(), 1, 2);
            if (fragment != null) {
                grid(fragment, at);
            }
        } else if (output instanceof Prose prose) {
            line(prose.lines(), cause.cell());
        } else if (output instanceof ModelSummary model) {
            line(model.lines(), cause.cell());
        }
    }

    /** Draws rows and columns, the cell between marks so that it shows without colour. */
    private void grid(Fragment fragment, Address at) {
        List<String> lines = new ArrayList<>();
        int[] widths = new int[fragment.columns().size()];
        String[][] cells = new String[fragment.rows().size()][widths.length];
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < widths.length; c++) {
                int row = fragment.rows().get(r);
                int column = fragment.columns().get(c);
                String text = VisibleText.of(fragment.grid().text(row, column), CELL_WIDTH);
                boolean marked = row == at.firstRow() && column == at.firstColumn();
                cells[r][c] = marked ? "▶" + text + "◀" : text;
                widths[c] = Math.max(widths[c], length(cells[r][c]));
            }
        }
        int margin = Integer.toString(fragment.rows().get(cells.length - 1) + 1).length();
        StringBuilder names = new StringBuilder(" ".repeat(margin + 1));
        for (int c = 0; c < widths.length; c++) {
            String name = Grid.columnName(fragment.columns().get(c));
            widths[c] = Math.max(widths[c], name.length());
            names.append("  ").append(name).append(" ".repeat(widths[c] - name.length()));
        }
        lines.add(ink.faint(names.toString().stripTrailing()));
        int previous = -1;
        for (int r = 0; r < cells.length; r++) {
            int row = fragment.rows().get(r);
            if (previous >= 0 && row != previous + 1) {
                lines.add(ink.faint(" ".repeat(margin) + "⋮"));
            }
            previous = row;
            String number = Integer.toString(row + 1);
            StringBuilder line =
                    new StringBuilder().append(ink.faint(" ".repeat(margin - number.length()) + number + "│"));
            for (int c = 0; c < widths.length; c++) {
                String cell = cells[r][c];
                String padding = " ".repeat(widths[c] - length(cell));
                line.append("  ").append(cell.startsWith("▶") ? ink.strong(cell) : cell);
                line.append(c == widths.length - 1 ? "" : padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        for (String line : lines) {
            out.append("      ").append(line).append('\n');
        }
    }

    private void line(List<String> lines, String cell) {
        LinePlace place = LinePlace.in(lines, cell).orElse(null);
        if (place == null || place.column() == 0) {
            return;
        }
        String text = lines.get(place.line() - 1);
        int character = place.column() - 1;
        if (character > text.length()) {
            return;
        }
        int from = Math.max(0, character - 40);
        int to = Math.min(text.length(), character + 60);
        out.append("      ")
                .append(ink.faint(place.line() + "│"))
                .append(from > 0 ? " …" : " ")
                .append(VisibleText.of(text.substring(from, character)))
                .append(ink.strong("▶"))
                .append(VisibleText.of(text.substring(character, to)))
                .append(to < text.length() ? "…" : "")
                .append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
