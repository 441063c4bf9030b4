package dev.sdc.engine.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of cells such as {@code A3:F20}; rows and columns are counted from 1, both ends belong to it.
 */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern LINES =
            Pattern.compile("@([1-9]\\d{0,8}):[1-9]\\d{0,8}-([1-9]\\d{0,8}):[1-9]\\d{0,8}");
    /** Lines of a text are taken whole. */
    private static final int LAST_COLUMN = 1_000_000;

    private static final Pattern CELL = Pattern.compile("\\$?([A-Za-z]{1,5})\\$?([1-9]\\d{0,8})");

    /** Refuses an end that lies before the start with an {@link IllegalArgumentException}. */
    public CellRange {
        if (firstRow < 1 || firstColumn < 1 || lastRow < firstRow || lastColumn < firstColumn) {
            throw new IllegalArgumentException("the end of a range lies before its start");
        }
    }

    /** The range that {@code A3:F20}, {@code $A$3:$F$20} or {@code B4} names, or the lines of {@code @6:1-21:1}; empty where the text names none. */
    public static Optional<CellRange> parse(String text) {
        Matcher lines = LINES.matcher(text);
        if (lines.matches()) {
            int from = Integer.parseInt(lines.group(1));
            int to = Integer.parseInt(lines.group(2));
            return from > to ? Optional.empty() : Optional.of(new CellRange(from, 1, to, LAST_COLUMN));
        }
        int colon = text.indexOf(':');
        Matcher first = CELL.matcher(colon < 0 ? text : text.substring(0, colon));
        Matcher last = CELL.matcher(colon < 0 ? text : text.substring(colon + 1));
        if (!first.matches() || !last.matches()) {
            return Optional.empty();
        }
        int firstRow = Integer.parseInt(first.group(2));
        int lastRow = Integer.parseInt(last.group(2));
        int firstColumn = column(first.group(1));
        int lastColumn = column(last.group(1));
        return firstRow > lastRow || firstColumn > lastColumn
                ? Optional.empty()
                : Optional.of(new CellRange(firstRow, firstColumn, lastRow, lastColumn));
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + (letter - 'A' + 1);
        }
        return column;
    }

    /** How many cells lie in both ranges. */
    public long shared(CellRange other) {
        long rows = Math.min(lastRow, other.lastRow) - (long) Math.max(firstRow, other.firstRow) + 1;
        long columns = Math.min(lastColumn, other.lastColumn) - (long) Math.max(firstColumn, other.firstColumn) + 1;
        return rows <= 0 || columns <= 0 ? 0 : rows * columns;
    }
}
