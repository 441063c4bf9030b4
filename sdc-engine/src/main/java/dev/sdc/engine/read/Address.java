package dev.sdc.engine.read;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of a cell or a rectangle of cells, taken apart: {@code B4}, {@code Sheet!B4}, {@code A1:G53}. The inverse
 * of {@link Grid#address}.
 *
 * @param sheet the sheet's name, or null where the address names none
 * @param firstRow the topmost row, from 0
 * @param firstColumn the leftmost column, from 0
 * @param lastRow the bottom row; the topmost one for a cell
 * @param lastColumn the rightmost column; the leftmost one for a cell
 */
public record Address(@Nullable String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final int MOST_LETTERS = 6;
    private static final int MOST_DIGITS = 9;

    /** Takes an address apart; null if it is of another form (a line, a JSON pointer, empty). */
    public static @Nullable Address of(String address) {
        int mark = address.lastIndexOf('!');
        String sheet = mark < 0 ? null : address.substring(0, mark);
        String cells = address.substring(mark + 1);
        int colon = cells.indexOf(':');
        String first = colon < 0 ? cells : cells.substring(0, colon);
        String last = colon < 0 ? first : cells.substring(colon + 1);
        int firstLetters = letters(first);
        int lastLetters = letters(last);
        int firstRow = row(first, firstLetters);
        int lastRow = row(last, lastLetters);
        return firstRow < 0 || lastRow < 0
                ? null
                : new Address(sheet, firstRow, column(first, firstLetters), lastRow, column(last, lastLetters));
    }

    /** Whether it holds all cells of another of the same sheet. */
    public boolean contains(Address other) {
        return Objects.equals(sheet, other.sheet)
                && firstRow <= other.firstRow
                && lastRow >= other.lastRow
                && firstColumn <= other.firstColumn
                && lastColumn >= other.lastColumn;
    }

    /** Whether it names one cell. */
    public boolean isCell() {
        return firstRow == lastRow && firstColumn == lastColumn;
    }

    private static int letters(String cell) {
        int n = 0;
        while (n < cell.length() && cell.charAt(n) >= 'A' && cell.charAt(n) <= 'Z') {
            n++;
        }
        return n;
    }

    private static int column(String cell, int letters) {
        int column = 0;
        for (int i = 0; i < letters; i++) {
            column = column * 26 + (cell.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    private static int row(String cell, int letters) {
        int digits = cell.length() - letters;
        if (letters == 0 || letters > MOST_LETTERS || digits == 0 || digits > MOST_DIGITS) {
            return -1;
        }
        int row = 0;
        for (int i = letters; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            row = row * 10 + (c - '0');
        }
        return row - 1;
    }
}
