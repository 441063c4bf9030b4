package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cells of a cross table in which several figures stand one below the other, as SAS prints count and percentages. */
final class StackedCells {
    private static final Set<String> FIGURES = Set.of(
            "Frequency",
            "Expected",
            "Deviation",
            "Cell Chi-Square",
            "Percent",
            "Row Pct",
            "Col Pct",
            "Cumulative Col %");

    private StackedCells() {}

    /**
     * Gives every line of such a table the name of its figures, in a column after the labels.
     *
     * @param told the names, where a line above the table gives them
     */
    static void spread(List<List<Piece>> rows, int headers, List<String> told) {
        List<Piece> names = new ArrayList<>();
        if (told.size() > 1 && told.size() == linesOfFirst(rows, headers)) {
            told.forEach(name -> names.add(new Piece(0, name, 0, 0)));
        }
        for (List<Piece> row : rows.subList(0, Math.min(headers, rows.size()))) {
            if (told.isEmpty()
                    && !row.isEmpty()
                    && row.get(0).column() == 0
                    && FIGURES.contains(row.get(0).text())) {
                names.add(row.get(0));
            }
        }
        if (names.size() < 2) {
            if (!told.isEmpty()) {
                return; // one statistic, or one in every column
            }
            int lines = linesOfEach(rows, headers);
            if (lines < 2) {
                return;
            }
            names.clear();
            for (int i = 0; i < lines; i++) {
                names.add(new Piece(0, i == 0 ? "Frequency" : "Percent", 0, 0));
            }
        }
        int next = 0;
        for (int r = 0; r < rows.size(); r++) {
            List<Piece> row = new ArrayList<>();
            boolean data = r >= headers;
            boolean labelled = false;
            for (Piece piece : rows.get(r)) {
                if (piece.column() > 0) {
                    row.add(new Piece(piece.column() + 1, piece.text(), piece.line(), piece.at()));
                } else if (data) {
                    row.add(piece);
                    labelled = true;
                }
            }
            if (data && !row.isEmpty()) {
                next = labelled ? 0 : Math.min(next + 1, names.size() - 1);
                Piece name = names.get(next);
                // the totals have no shares of their own row or column
                row.add(
                        labelled ? 1 : 0,
                        new Piece(1, name.text(), row.get(0).line(), row.get(0).at()));
            }
            rows.set(r, row);
        }
    }

    /** In how many lines the figures of the first label stand. */
    private static int linesOfFirst(List<List<Piece>> rows, int headers) {
        int lines = 0;
        for (List<Piece> row : rows.subList(Math.min(headers, rows.size()), rows.size())) {
            boolean labelled = !row.isEmpty() && row.get(0).column() == 0;
            if (labelled && lines > 0) {
                break;
            }
            lines += row.isEmpty() ? 0 : 1;
        }
        return lines;
    }

    /** In how many lines each label's figures stand: counts first, then shares with decimals; 1 where that is not so. */
    private static int linesOfEach(List<List<Piece>> rows, int headers) {
        int lines = 0;
        int here = 0;
        for (List<Piece> row : rows.subList(Math.min(headers, rows.size()), rows.size())) {
            if (row.isEmpty()) {
                continue;
            }
            boolean labelled = row.get(0).column() == 0;
            boolean decimals = row.stream()
                    .filter(piece -> piece.column() > 0)
                    .allMatch(piece -> piece.text().indexOf('.') >= 0);
            if (labelled == decimals) {
                return 1;
            }
            if (labelled && here > 0) {
                if (lines > 0 && here != lines) {
                    return 1;
                }
                lines = here;
            }
            here = labelled ? 1 : here + 1;
        }
        return lines > 0 && here == lines ? lines : 1;
    }
}
