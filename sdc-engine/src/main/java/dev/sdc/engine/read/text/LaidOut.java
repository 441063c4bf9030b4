package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Tables set out in columns of characters, as programs print them, with a blank line between them. Names stand to the
 * left, all else to the right. A table that is too large is left out.
 */
final class LaidOut {
    private static final int GAP = 2;
    private static final int WIDEST_LINE = 600;
    /** A longer cell does not make its column wider. */
    private static final int WIDEST_CELL = 60;

    private static final int MOST_LINES = 50_000;

    private final Function<TableCell, String> address;
    private final List<String> lines = new ArrayList<>();
    private final List<List<Set>> cells = new ArrayList<>();

    /** A cell and the character of the line where it begins. */
    private record Set(int start, TableCell cell) {}

    LaidOut(List<List<List<Piece>>> tables, Function<TableCell, String> address) {
        this.address = address;
        for (int t = 0; t < tables.size(); t++) {
            List<List<Piece>> rows = tables.get(t);
            int[] ends = ends(rows);
            if (ends[ends.length - 1] <= WIDEST_LINE && lines.size() + rows.size() < MOST_LINES) {
                set(t, rows, ends);
                add("", List.of());
            }
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The table that a line, counted from 0, belongs to; -1 for a blank one. */
    int table(int line) {
        return cells.get(line).isEmpty() ? -1 : cells.get(line).get(0).cell().table();
    }

    private void set(int table, List<List<Piece>> rows, int[] ends) {
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            List<Set> row = new ArrayList<>();
            for (Piece piece : rows.get(r)) {
                int start = piece.column() == 0 && rows.size() > 2
                        ? 0
                        : ends[piece.column()] - piece.text().length();
                start = Math.max(start, line.isEmpty() ? 0 : line.length() + GAP);
                line.append(" ".repeat(start - line.length())).append(piece.text());
                row.add(new Set(start, new TableCell(table, r, piece)));
            }
            add(line.toString(), row);
        }
    }

    private void add(String line, List<Set> row) {
        lines.add(line);
        cells.add(row);
    }

    /** Where the columns end. */
    private static int[] ends(List<List<Piece>> rows) {
        int[] widths = new int[1];
        for (List<Piece> row : rows) {
            for (Piece piece : row) {
                if (piece.column() >= widths.length) {
                    widths = Arrays.copyOf(widths, Math.max(2 * widths.length, piece.column() + 1));
                }
                int width = Math.min(piece.text().length(), WIDEST_CELL);
                widths[piece.column()] = Math.max(widths[piece.column()], width);
            }
        }
        int end = 0;
        for (int c = 0; c < widths.length; c++) {
            end += widths[c] + (c > 0 && widths[c] > 0 ? GAP : 0);
            widths[c] = end;
        }
        return widths;
    }

    /** The addresses of all cells. */
    LaidOutPlaces places() {
        return new LaidOutPlaces(cells.stream().map(this::places).toList());
    }

    private LaidOutPlaces.Line places(List<Set> row) {
        if (row.isEmpty()) {
            return new LaidOutPlaces.Line("", List.of());
        }
        TableCell first = row.get(0).cell();
        Piece piece = first.piece();
        TableCell blank = new TableCell(first.table(), first.row(), new Piece(0, "", piece.line(), piece.at()));
        return new LaidOutPlaces.Line(
                address.apply(blank),
                row.stream()
                        .map(set -> new LaidOutPlaces.Cell(set.start(), address.apply(set.cell())))
                        .toList());
    }
}
