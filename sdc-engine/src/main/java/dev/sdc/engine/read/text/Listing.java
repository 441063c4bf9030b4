package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is peculiar to the tables of a SAS listing: blank lines between header and rows and between the rows of groups,
 * headings over several lines, and the names of strata.
 *
 * @param found whether a text is a listing
 * @param gaps the numbers of the blank lines that part no tables
 */
record Listing(boolean found, BitSet gaps) {
    private static final Pattern PROCEDURE = Pattern.compile("\\s*The [A-Z0-9]+ Procedure\\s*");
    private static final Pattern STRATUM = Pattern.compile("\\s*Stratum \\d+: \\S.* = \\S.*");
    private static final int FEWEST_SPACES = 2;
    private static final int MOST_ABOVE = 4;

    /** What is peculiar to some lines; nothing where they are no listing. */
    static Listing of(List<PrintedLine> lines) {
        BitSet gaps = new BitSet();
        if (lines.stream().noneMatch(line -> isTitle(line.text()))) {
            return new Listing(false, gaps);
        }
        BitSet ruled = new BitSet();
        for (int i = 1; i + 1 < lines.size(); i++) {
            PrintedLine.Kind before = lines.get(i - 1).kind();
            if (before == PrintedLine.Kind.RULE) {
                ruled.set(i); // rows follow, until the next rule
            } else if (ruled.get(i - 1) && lines.get(i).kind() != PrintedLine.Kind.RULE) {
                ruled.set(i);
            }
            boolean gap = lines.get(i).kind() == PrintedLine.Kind.BLANK
                    && before != PrintedLine.Kind.BLANK
                    && lines.get(i + 1).kind() != PrintedLine.Kind.BLANK;
            if (lines.get(i).kind() == PrintedLine.Kind.BLANK && !gap) {
                ruled.clear(i);
            } else if (gap
                    && isRows(lines.get(i + 1))
                    && ((ruled.get(i) && isRows(lines.get(i - 1))) || isHeader(lines.get(i - 1)))) {
                gaps.set(i);
            }
        }
        return new Listing(true, gaps);
    }

    private static boolean isTitle(String line) {
        return line.contains(" Procedure") && PROCEDURE.matcher(line).matches();
    }

    /** Where a table begins that has its stratum as a title. */
    int top(List<String> lines, int from) {
        for (int i = from - 1; found && i >= Math.max(0, from - MOST_ABOVE); i--) {
            if (STRATUM.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return from;
    }

    /** The rows of a table: what stands above one another in the header is one heading. */
    List<List<Piece>> rows(PrintedTable.Cells cells) {
        int headers = cells.first();
        if (!found || headers == 0) {
            return cells.rows();
        }
        TreeMap<Integer, Piece> heading = new TreeMap<>();
        for (List<Piece> line : cells.rows().subList(0, headers)) {
            for (Piece piece : line) {
                heading.merge(
                        piece.column(),
                        piece,
                        (upper, lower) ->
                                new Piece(upper.column(), upper.text() + ' ' + lower.text(), lower.line(), lower.at()));
            }
        }
        List<List<Piece>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(heading.values()));
        rows.addAll(cells.rows().subList(headers, cells.rows().size()));
        Piece first = rows.get(0).get(0);
        int total = heading.values().stream()
                .filter(piece -> piece.text().equals("Total"))
                .mapToInt(Piece::column)
                .findFirst()
                .orElse(0);
        if (first.text().equals("Stratum") && total > 1) {
            rows.replaceAll(row -> named(row, total));
        }
        return rows;
    }

    /** The number of a stratum and the values that make it, as one name. */
    private static List<Piece> named(List<Piece> row, int to) {
        List<Piece> named = new ArrayList<>();
        for (Piece piece : row) {
            Piece before = named.isEmpty() ? null : named.get(0);
            if (before != null && piece.column() < to) {
                named.set(0, new Piece(0, before.text() + ": " + piece.text(), before.line(), before.at()));
            } else {
                named.add(piece);
            }
        }
        return named;
    }

    private static boolean isRows(PrintedLine line) {
        return line.kind() == PrintedLine.Kind.TEXT && line.words().stream().anyMatch(Word::isFigure);
    }

    /** Whether a line holds words for several columns, and no figures. */
    private static boolean isHeader(PrintedLine line) {
        List<Word> words = line.words();
        boolean apart = false;
        for (int i = 1; i < words.size(); i++) {
            apart |= words.get(i).start() - words.get(i - 1).end() >= FEWEST_SPACES;
        }
        return line.kind() == PrintedLine.Kind.TEXT && apart && words.stream().noneMatch(Word::isFigure);
    }
}
