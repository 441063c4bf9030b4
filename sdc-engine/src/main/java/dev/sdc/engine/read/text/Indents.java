package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Labels that a print sets further in than others: they name parts of what stands above them. Their indent is kept as
 * spaces before them, as in a file of separated values.
 */
final class Indents {
    /** Labels further in than this are set to the right for another reason. */
    private static final int DEEPEST = 12;
    /** More depths than this are the places of labels that end at the same place, or stand in the middle. */
    private static final int MOST_DEPTHS = 4;

    private Indents() {}

    /** The rows with the indents of their labels. */
    static List<List<Piece>> kept(List<List<Piece>> rows) {
        int top = firstWithFigures(rows);
        int least = Integer.MAX_VALUE;
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        Piece first = null;
        for (List<Piece> row : rows.subList(top, rows.size())) {
            if (!row.isEmpty() && row.get(0).column() == 0) {
                Piece label = row.get(0);
                first = first == null ? label : first;
                least = Math.min(least, label.at());
                starts.add(label.at());
                ends.add(label.at() + label.text().length());
            }
        }
        if (first == null
                || first.at() != least
                || starts.size() < 2
                || starts.size() > MOST_DEPTHS
                || ends.size() < 2) {
            return rows;
        }
        List<List<Piece>> indented = new ArrayList<>(rows.subList(0, top));
        for (List<Piece> row : rows.subList(top, rows.size())) {
            int indent =
                    row.isEmpty() || row.get(0).column() != 0 ? 0 : row.get(0).at() - least;
            if (indent > DEEPEST || (indent > 0 && !beginsWithLetter(row.get(0).text()))) {
                return rows;
            }
            indented.add(indent == 0 ? row : indented(row, indent));
        }
        return indented;
    }

    private static boolean beginsWithLetter(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    /** What stands above is the header: all rows of a table may be set in from it. */
    private static int firstWithFigures(List<List<Piece>> rows) {
        int row = Math.min(1, rows.size());
        while (row < rows.size()
                && rows.get(row).stream()
                        .noneMatch(piece -> piece.column() > 0
                                && !piece.text().isEmpty()
                                && Character.isDigit(piece.text().charAt(0)))) {
            row++;
        }
        return row;
    }

    private static List<Piece> indented(List<Piece> row, int indent) {
        List<Piece> moved = new ArrayList<>(row);
        Piece label = row.get(0);
        moved.set(0, new Piece(0, " ".repeat(indent) + label.text(), label.line(), label.at()));
        return moved;
    }
}
