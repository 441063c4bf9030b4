package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.BitSet;

/** What the data cells of one column look like, taken in one pass. */
final class ColumnContent {
    final int rows;
    int figures;
    int marks;
    int words;
    int blanks;
    int whole;
    int negative;
    int decimals;
    int withSign;
    int several;
    /** The number of digits that all whole numbers have; 0 where they differ. */
    int digits = -1;

    boolean years = true;
    boolean rising = true;
    /** Whether the numbers are numbered through: one by one from 0 or 1, or by one step; codes for what is not known may end them. */
    boolean inSteps = true;

    boolean zeroOrOne = true;
    boolean withinOne = true;
    boolean withinHundred = true;
    /** Whether the plain numbers, texts left aside, rise from 0 or 1. */
    boolean numbersThings = true;

    private final BitSet texts = new BitSet();
    private int differentMarks;

    ColumnContent(Grid grid, Looks looks, int[] dataRows, int column) {
        rows = dataRows.length;
        long before = Long.MIN_VALUE;
        long last = -1;
        long step = 0;
        for (int row : dataRows) {
            switch (grid.kind(row, column)) {
                case BLANK -> {
                    blanks++;
                    rising = false;
                }
                case NUMBER -> {
                    long unscaled = grid.unscaled(row, column);
                    int scale = grid.scale(row, column);
                    figures++;
                    if (unscaled < 0) {
                        negative++;
                    }
                    withinHundred &= unscaled >= 0 && scale < POWERS.length - 2 && unscaled <= POWERS[scale + 2];
                    numbersThings &= scale == 0 && (last < 0 ? unscaled <= 1 : unscaled > last);
                    last = unscaled;
                    if (scale == 0 || isWhole(unscaled, scale)) {
                        whole++;
                        long n = scale == 0 ? unscaled : unscaled / POWERS[Math.min(scale, POWERS.length - 1)];
                        int length = scale == 0 ? length(Math.abs(n)) : 0;
                        digits = digits < 0 || digits == length ? length : 0;
                        years &= scale == 0 && n >= 1900 && n <= 2100;
                        rising &= scale == 0 && n > before;
                        if (before != Long.MIN_VALUE && !CodesForUnknown.has(n)) {
                            boolean second = step == 0;
                            step = second ? n - before : step;
                            inSteps &= n - before == step && !(second && rows == 2 && (before > 1 || step != 1));
                        }
                        zeroOrOne &= n == 0 || n == 1;
                        withinOne &= n == 0 || n == 1;
                        withinHundred &= n <= 100;
                        before = n;
                    } else {
                        decimals++;
                        years = false;
                        rising = false;
                        zeroOrOne = false;
                        withinOne &= unscaled >= 0 && scale < POWERS.length && unscaled <= POWERS[scale];
                        withinHundred &= scale >= POWERS.length || unscaled / POWERS[scale] < 100;
                    }
                }
                case TEXT -> {
                    rising = false;
                    years = false;
                    zeroOrOne &= looks.isMark(row, column);
                    if (looks.isWords(row, column)) {
                        words++;
                    } else if (looks.isMark(row, column)) {
                        marks++;
                        int code = grid.textCode(row, column);
                        if (!texts.get(code)) {
                            texts.set(code);
                            differentMarks++;
                        }
                    } else {
                        String text = grid.text(row, column).strip();
                        text(text, grid.style().decimal(), looks.isSeveral(row, column));
                    }
                }
            }
        }
    }

    private static int length(long n) {
        int length = 1;
        while (length < POWERS.length && n >= POWERS[length]) {
            length++;
        }
        return length;
    }

    private static final long[] POWERS = powers();

    private static long[] powers() {
        long[] powers = new long[18];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    private static boolean isWhole(long unscaled, int scale) {
        return scale < POWERS.length && unscaled % POWERS[scale] == 0;
    }

    private void text(String text, char mark, boolean isSeveral) {
        figures++;
        withinOne &= text.startsWith("<");
        boolean composite = isSeveral;
        boolean point = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            composite |= c == '(' || c == '[' || c == '/' || c == '±' || c == '-';
            point |= c == mark || ((c == 'e' || c == 'E') && Character.isDigit(text.charAt(i - 1)));
        }
        if (text.endsWith("%")) {
            withSign++;
            decimals++;
        } else if (composite) {
            several++;
        } else if (point || text.charAt(0) == mark || text.startsWith("<")) {
            decimals++;
        } else {
            whole++;
        }
        if (text.startsWith("-")) {
            negative++;
        }
    }

    /** How many different marks occur. */
    int differentMarks() {
        return differentMarks;
    }

    /** Whether all figures are whole numbers from 0, as counts are; composite cells are left aside. */
    boolean countLike() {
        return whole > 0 && decimals == 0 && negative == 0;
    }
}
