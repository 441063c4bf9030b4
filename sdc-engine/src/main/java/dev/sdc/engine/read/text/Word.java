package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of characters between spaces in a printed line.
 *
 * @param start its first character
 * @param end the character after its last
 * @param core the character after its last digit, where it is a number: stars and brackets may follow
 * @param look what it is by itself
 */
record Word(int start, int end, int core, Look look) {
    /** What a word is by itself. */
    enum Look {
        NUMBER,
        /** A sign in place of a number. */
        MARK,
        WORDS
    }

    private static final Set<String> MARKS =
            Set.of(".", "..", "...", "-", "--", "*", "NA", "NaN", "nan", "None", "<NA>", "inf", "-inf", "x", ":", "…");
    private static final int LONGEST_NUMBER = 40;

    boolean isFigure() {
        return look != Look.WORDS;
    }

    boolean overlaps(int from, int to) {
        return start < to && end > from;
    }

    /** The words of a line from left to right. */
    static List<Word> of(CharSequence line) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '\u00a0') {
                at++;
                continue;
            }
            int start = at;
            while (at < line.length() && !Character.isWhitespace(line.charAt(at)) && line.charAt(at) != '\u00a0') {
                at++;
            }
            words.add(word(line, start, at, words.isEmpty()));
        }
        return words;
    }

    private static Word word(CharSequence line, int start, int end, boolean first) {
        if (end - start <= LONGEST_NUMBER) {
            int core = number(line, start, end);
            boolean item = first && core > start && core < end && line.charAt(end - 1) == '.' && core == end - 1;
            if (core > start && !item) {
                return new Word(start, end, core, Look.NUMBER);
            }
            if (MARKS.contains(line.subSequence(start, end).toString())) {
                return new Word(start, end, end, Look.MARK);
            }
        }
        return new Word(start, end, end, Look.WORDS);
    }

    /** The end of the digits of a number such as {@code -1,234.5e+05***}, {@code (12.3%)}, {@code <10}; -1 for no number. */
    private static int number(CharSequence line, int start, int end) {
        int at = start;
        while (at < end && "([<>=~\u2264\u2265$\u00a3\u20ac".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        if (at < end && "+-\u2212".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        if (at == end) {
            return -1;
        }
        boolean index = line.charAt(start) == '[' && (line.charAt(at) == ',' || line.charAt(end - 2) == ',');
        boolean halfOpen = (line.charAt(start) == '(' && line.charAt(end - 1) == ']')
                || (line.charAt(start) == '[' && line.charAt(end - 1) == ')');
        if (index || halfOpen) {
            return -1; // the name of a row, or a class of ages
        }
        int digits = 0;
        int core = at;
        while (at < end) {
            char c = line.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                core = at + 1;
            } else if ((c == 'e' || c == 'E') && digits > 0 && at + 2 < end && "+-".indexOf(line.charAt(at + 1)) >= 0) {
                at++;
            } else if (c == '-' && digits > 0 && at + 1 < end && Character.isDigit(line.charAt(at + 1))) {
                if (line.charAt(start) != '(' && line.charAt(start) != '[') {
                    return -1; // a date, a range of ages
                }
            } else if (c != '.' && c != ',') {
                break;
            }
            at++;
        }
        if (digits == 0) {
            return -1;
        }
        while (at < end && "%)]*+\u2020\u2021,;".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at == end ? core : -1;
    }
}
