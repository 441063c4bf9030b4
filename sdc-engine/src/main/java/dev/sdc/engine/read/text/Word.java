package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern HALF_OPEN = Pattern.compile(
            "(?:\\[-?[\\d.]{1,12}, ?-?(?:[\\d.]{1,12}|inf)\\)|\\(-?(?:[\\d.]{1,12}|inf), ?-?[\\d.]{1,12}\\])");
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
            at = interval(line, start);
            while (at < line.length() && !Character.isWhitespace(line.charAt(at)) && line.charAt(at) != '\u00a0') {
                at++;
            }
            words.add(word(line, start, at, words.isEmpty()));
        }
        return closedClass(line, words);
    }

    /** The last of some classes is closed at both ends: {@code [40,60) [60,75]}. */
    private static List<Word> closedClass(CharSequence line, List<Word> words) {
        int last = words.size() - 1;
        boolean classes = last > 0
                && line.charAt(words.get(last).start) == '['
                && words.subList(0, last).stream()
                        .allMatch(word -> HALF_OPEN
                                .matcher(line)
                                .region(word.start, word.end)
                                .matches());
        if (classes) {
            Word word = words.get(last);
            words.set(last, new Word(word.start, word.end, word.end, Look.WORDS));
        }
        return words;
    }

    /** The end of a class such as {@code [0, 40)}, which has a space in it; where it begins if none stands there. */
    private static int interval(CharSequence line, int start) {
        char opens = line.charAt(start);
        if (opens != '[' && opens != '(') {
            return start;
        }
        Matcher interval = HALF_OPEN.matcher(line).region(start, Math.min(line.length(), start + LONGEST_NUMBER));
        return interval.lookingAt() ? interval.end() : start;
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
