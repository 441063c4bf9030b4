package dev.sdc.engine.read.csv;

import dev.sdc.engine.read.Grid;
import java.util.BitSet;

/**
 * What the cells of a grid say about how numbers are written in it.
 *
 * <p>{@code 3,5} can only have a decimal comma and {@code 1.204.000} only thousands points, while {@code 1,204} may be
 * either. Cells that are one number and nothing else are strong evidence; numbers inside other text are weak.
 */
final class NumberEvidence {
    private static final String MARKS = ".,";

    private final boolean[] decimal = new boolean[2];
    private final boolean[] weakDecimal = new boolean[2];
    private final boolean[] thousands = new boolean[2];
    private final boolean[] either = new boolean[2];
    private boolean spaces;
    private boolean apostrophes;
    private final Grid grid;
    private final BitSet eitherTexts = new BitSet();
    private int code;

    NumberEvidence(Grid grid) {
        this.grid = grid;
        int mark = MARKS.indexOf(grid.style().decimal());
        int scales = grid.scales() >>> 1;
        if ((scales & ~0b100) != 0) { // numbers with 1, 2, 4 … decimals
            decimal[mark] = true;
        } else if (scales != 0) {
            threeDecimals(mark);
        }
        for (code = 0; code < grid.textCount(); code++) {
            text(grid.textOf(code));
        }
    }

    private void threeDecimals(int mark) {
        for (int c = 0; c < grid.columns(); c++) {
            for (int r = 0; r < grid.rows(); r++) {
                if (grid.kind(r, c) == Grid.Kind.NUMBER && grid.scale(r, c) == 3) {
                    long digits = Math.abs(grid.unscaled(r, c));
                    if (digits < 1000 || digits >= 1_000_000) { // 0.123 or 1234.567
                        decimal[mark] = true;
                    } else {
                        either[mark] = true;
                    }
                }
            }
        }
    }

    /** Whether a mark must be the decimal mark of some number. */
    boolean decimal(char mark) {
        return decimal[MARKS.indexOf(mark)];
    }

    /** Whether a mark is the decimal mark of some number inside other text. */
    boolean weakDecimal(char mark) {
        return weakDecimal[MARKS.indexOf(mark)];
    }

    /** Whether a mark must separate the thousands of some number. */
    boolean thousands(char mark) {
        return thousands[MARKS.indexOf(mark)];
    }

    /** Whether a mark stands before three digits in some number, so that it may be either. */
    boolean either(char mark) {
        return either[MARKS.indexOf(mark)];
    }

    /** Whether spaces separate thousands. */
    boolean spaces() {
        return spaces;
    }

    /** Whether apostrophes separate thousands. */
    boolean apostrophes() {
        return apostrophes;
    }

    /**
     * Whether marks before three digits stand in one column with whole numbers below 1000 that have none, as thousands do
     * and decimals seldom.
     */
    boolean besideSmallCounts() {
        for (int c = 0; c < grid.columns(); c++) {
            boolean small = false;
            boolean marked = false;
            for (int r = 0; r < grid.rows(); r++) {
                switch (grid.kind(r, c)) {
                    case NUMBER -> {
                        small |= grid.scale(r, c) == 0 && Math.abs(grid.unscaled(r, c)) < 1000;
                        marked |= grid.scale(r, c) == 3;
                    }
                    case TEXT -> marked |= eitherTexts.get(grid.textCode(r, c));
                    case BLANK -> {}
                }
            }
            if (small && marked) {
                return true;
            }
        }
        return false;
    }

    private void text(String text) {
        int end = text.length();
        int at = 0;
        boolean alone = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            alone &= !Character.isLetter(c) && c != '(' && c != '[' && c != '/' && c != ':' && c != ';';
        }
        while (at < end) {
            if (!isDigit(text, at) && !(MARKS.indexOf(text.charAt(at)) >= 0 && isDigit(text, at + 1))) {
                at++;
                continue;
            }
            int start = at;
            while (at < end && (isDigit(text, at) || isInside(text, at, start))) {
                at++;
            }
            // part of a word such as C50.1 or v1.2
            boolean glued = start > 0 && Character.isLetter(text.charAt(start - 1));
            if (!glued) {
                boolean first = startsNumber(text, start);
                number(text.substring(start, at), alone && first, first);
            }
        }
    }

    /** Whether nothing but a sign, a currency or the like stands before a place. */
    private static boolean startsNumber(String text, int start) {
        for (int i = 0; i < start; i++) {
            if (isDigit(text, i) || Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isInside(String text, int at, int start) {
        char c = text.charAt(at);
        if (MARKS.indexOf(c) >= 0) {
            return isDigit(text, at + 1);
        }
        if (c != '\'' && c != '\u2019' && !Character.isSpaceChar(c)) {
            return false;
        }
        // a group of exactly three digits must follow, and at most three may stand before the first
        boolean group =
                isDigit(text, at + 1) && isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);
        return group && at - start >= 1 && (at - start <= 3 || !isDigit(text, at - 4));
    }

    private void number(String number, boolean alone, boolean first) {
        int dots = count(number, '.');
        int commas = count(number, ',');
        boolean spaced = false;
        boolean quoted = false;
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (isDigit(number, i) || MARKS.indexOf(c) >= 0) {
                plain.append(c);
            } else if (c == '\'' || c == '\u2019') {
                quoted = true;
            } else {
                spaced = true;
            }
        }
        if (dots + commas == 0) {
            spaces |= spaced;
            apostrophes |= quoted;
        } else if (dots > 0 && commas > 0) {
            twoMarks(plain.toString(), dots, commas, alone);
        } else {
            oneMark(plain.toString(), dots > 0 ? '.' : ',', dots + commas, spaced || quoted, alone, first);
        }
        if (dots + commas == 1) {
            spaces |= spaced;
            apostrophes |= quoted;
        }
    }

    private void oneMark(String number, char mark, int count, boolean grouped, boolean alone, boolean leads) {
        int index = MARKS.indexOf(mark);
        int first = number.indexOf(mark);
        int last = number.length() - number.lastIndexOf(mark) - 1;
        if (count > 1) {
            if (isGrouped(number, mark)) {
                thousands[index] = true;
            }
        } else if (grouped || last != 3 || first == 0 || first > 3 || number.charAt(0) == '0') {
            if (alone) {
                decimal[index] = true;
            } else {
                weakDecimal[index] = true;
            }
        } else if (leads) {
            either[index] = true;
            eitherTexts.set(code);
        }
    }

    /** 1,234.5 or 1.234,5; anything else, such as a list of numbers, says nothing. */
    private void twoMarks(String number, int dots, int commas, boolean alone) {
        char last = number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
        char other = last == '.' ? ',' : '.';
        if ((last == '.' ? dots : commas) == 1 && isGrouped(number.substring(0, number.indexOf(last)), other)) {
            if (alone) {
                decimal[MARKS.indexOf(last)] = true;
            } else {
                weakDecimal[MARKS.indexOf(last)] = true;
            }
            thousands[MARKS.indexOf(other)] = true;
        }
    }

    private static boolean isGrouped(String number, char mark) {
        int first = number.indexOf(mark);
        if (first < 1 || first > 3 || number.charAt(0) == '0') {
            return false;
        }
        for (int at = first; at < number.length(); at += 4) {
            if (number.charAt(at) != mark || !isDigit(number, at + 3) || number.length() < at + 4) {
                return false;
            }
            if (number.charAt(at + 1) == mark || number.charAt(at + 2) == mark) {
                return false;
            }
        }
        return true;
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == c ? 1 : 0;
        }
        return count;
    }
}
