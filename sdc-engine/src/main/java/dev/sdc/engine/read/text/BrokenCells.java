package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;

/** Puts together what a box broke into lines: headers, and the names of rows. */
final class BrokenCells {
    /** Says whether a rule is drawn above a cell. */
    @FunctionalInterface
    interface Rules {
        boolean above(int row, int column);
    }

    private static final int MOST_LINES = 20;

    private BrokenCells() {}

    /**
     * Joins the lines of broken cells; lines that are empty then are left as empty rows.
     *
     * @param rows the lines of the table
     * @param headers how many of them are header
     */
    static void join(List<List<Piece>> rows, Rules rules, int headers) {
        for (int r = 1; r < rows.size(); r++) {
            boolean data = r >= headers;
            List<Piece> row = rows.get(r);
            boolean nameGoesOn = row.size() == 1 && row.get(0).column() == 0 && !rules.above(r, 0) && r > headers;
            if (data && !nameGoesOn) {
                continue;
            }
            List<Piece> left = new ArrayList<>();
            for (Piece piece : row) {
                int above =
                        rules.above(r, piece.column()) ? -1 : above(rows, r, piece.column(), rules, data ? headers : 0);
                if (above < 0) {
                    left.add(piece);
                } else if (data) {
                    append(rows.get(above), piece);
                } else {
                    left.add(take(rows.get(above), piece));
                }
            }
            rows.set(r, left);
        }
    }

    /** The nearest row above with a cell in a column and no rule between; -1 where there is none. */
    private static int above(List<List<Piece>> rows, int row, int column, Rules rules, int top) {
        for (int r = row - 1; r >= Math.max(top, row - MOST_LINES); r--) {
            if (rows.get(r).stream().anyMatch(piece -> piece.column() == column)) {
                return r;
            }
            if (rules.above(r, column)) {
                return -1;
            }
        }
        return -1;
    }

    /** Takes a cell out of a row and puts it before what stands below it, since headers stand low. */
    private static Piece take(List<Piece> row, Piece below) {
        Piece above = row.stream()
                .filter(piece -> piece.column() == below.column())
                .findFirst()
                .orElseThrow();
        row.remove(above);
        return new Piece(above.column(), above.text() + ' ' + below.text(), above.line(), above.at());
    }

    private static void append(List<Piece> row, Piece more) {
        row.replaceAll(piece -> piece.column() == more.column()
                ? new Piece(piece.column(), piece.text() + ' ' + more.text(), piece.line(), piece.at())
                : piece);
    }
}
