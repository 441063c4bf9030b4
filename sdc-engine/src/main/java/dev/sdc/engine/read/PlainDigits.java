package dev.sdc.engine.read;

import java.util.List;

/**
 * Writes digits of other scripts, as wide as Chinese letters, or of formulas as 0 to 9, and raised, lowered and circled ones
 * and the signs for Roman numerals where they stand by themselves: beside a word or a number they are the sign of a footnote
 * or a power. What is behind a digit keeps its place.
 */
public final class PlainDigits {
    private static final int NONE = -1;
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
            + "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";
    /** The sign for one, behind which those up to nine stand: Roman, in a circle, in brackets, with a point. */
    private static final String ONES = "\u2160\u2170\u2460\u2474\u2488\u24f5\u2776\u2780\u278a";

    private static final String BEFORE = "([=:|&>\"'";

    private PlainDigits() {}

    /** The text with plain digits. */
    public static String in(String text) {
        return written(text, true);
    }

    /**
     * Lines with plain digits. Where a line begins with a raised digit and goes on like the footnote of a table, raised digits
     * are its signs.
     */
    public static List<String> in(List<String> lines) {
        boolean footnotes = lines.stream().anyMatch(PlainDigits::isFootnote);
        return lines.stream().map(line -> written(line, !footnotes)).toList();
    }

    private static boolean isFootnote(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        int end = runEnd(line, at);
        return end > at && isCapital(line, end);
    }

    /** Whether a sentence begins at a place or behind the blanks there. */
    private static boolean isCapital(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && Character.isUpperCase(text.charAt(at));
    }

    private static String written(String text, boolean raised) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.codePointAt(start))) {
            start++;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, at);
        int owed = 0; // places that digits of two characters leave free
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int length = Character.charCount(c);
            if (c > 0x7F && Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
                owed += length - 1;
            } else {
                plain.append(" ".repeat(owed));
                owed = 0;
                int end = raised && value(c) != NONE ? runEnd(text, at) : at;
                if (end > at && standsAlone(text, start, at, end)) {
                    for (int i = at; i < end; i++) {
                        plain.append((char) ('0' + value(text.charAt(i))));
                    }
                    length = end - at;
                } else {
                    plain.appendCodePoint(c);
                }
            }
            at += length;
        }
        return plain.append(" ".repeat(owed)).toString();
    }

    /** Where a run of raised, lowered or circled digits ends; the place itself where none begins. */
    private static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && value(text.charAt(end)) != NONE) {
            end++;
        }
        return end;
    }

    /** Whether a run of digits stands by itself in a text that begins somewhere. */
    private static boolean standsAlone(String text, int start, int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char behind = to == text.length() ? ' ' : text.charAt(to);
        return (isBlank(before) || BEFORE.indexOf(before) >= 0)
                && !Character.isLetterOrDigit(behind)
                && !(from <= start && isCapital(text, to));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** What a raised, lowered or circled digit or the sign of a Roman numeral stands for. */
    private static int value(int c) {
        int raised = RAISED.indexOf(c);
        if (c < 0x80 || raised >= 0) {
            return c < 0x80 ? NONE : raised % 10;
        }
        for (int i = 0; i < ONES.length(); i++) {
            int beyond = c - ONES.charAt(i);
            if (beyond >= 0 && beyond < 9) {
                return beyond + 1;
            }
        }
        return NONE;
    }
}
