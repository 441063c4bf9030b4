package dev.sdc.engine.read.model;

import java.util.List;

/**
 * Programs print decimals behind a comma where their user's language does. Such a text is read with the two marks
 * exchanged, so that all else knows one way to print a number; every character keeps its place.
 */
final class DecimalComma {
    /** Figures before a mark; more are no number. */
    private static final int MOST_WHOLE = 15;

    private static final int THOUSANDS = 3;
    /** So many decimals are a habit. */
    private static final int FEWEST = 3;

    private DecimalComma() {}

    /** The lines with a point before decimals, if a comma stands there and never a point. */
    static List<String> asPoint(List<String> lines) {
        int commas = 0;
        for (String line : lines) {
            if (line.length() > PrintReader.LONGEST_LINE) {
                continue;
            }
            if (hasDecimals(line, '.')) {
                return lines;
            }
            commas += hasDecimals(line, ',') ? 1 : 0;
        }
        return commas < FEWEST
                ? lines
                : lines.stream().map(DecimalComma::exchanged).toList();
    }

    /** Whether a word of a line is a number with decimals behind a mark. */
    private static boolean hasDecimals(String line, char mark) {
        for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
            if (isDigit(line, at + 1) && isDecimal(line, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether decimals stand behind a mark: no three digits, which may be thousands, unless a zero alone stands before them. */
    private static boolean isDecimal(String line, int mark) {
        int whole = mark;
        while (isDigit(line, whole - 1)) {
            whole--;
        }
        int end = behindDigits(line, mark + 1);
        int digits = end - mark - 1;
        boolean zero = whole == mark || (whole == mark - 1 && line.charAt(whole) == '0');
        if (!zero && (mark - whole > MOST_WHOLE || digits == THOUSANDS || digits > MOST_WHOLE)) {
            return false;
        }
        int start = is(line, whole - 1, "-") ? whole - 1 : whole;
        start -= is(line, start - 1, "<([") ? 1 : 0;
        if (is(line, end, "eE") && is(line, end + 1, "-+") && isDigit(line, end + 2)) {
            end = behindDigits(line, end + 2);
        }
        end += is(line, end, ")]") ? 1 : 0;
        return isGap(line, start - 1) && isGap(line, end);
    }

    private static int behindDigits(String line, int from) {
        int end = from;
        while (isDigit(line, end)) {
            end++;
        }
        return end;
    }

    private static boolean is(String line, int at, String any) {
        return at >= 0 && at < line.length() && any.indexOf(line.charAt(at)) >= 0;
    }

    private static boolean isGap(String line, int at) {
        return at < 0 || at >= line.length() || is(line, at, " \t\n\u000b\f\r");
    }

    private static String exchanged(String line) {
        if (line.length() > PrintReader.LONGEST_LINE) {
            return line;
        }
        StringBuilder text = new StringBuilder(line);
        for (int i = 0; i + 1 < line.length(); i++) {
            char mark = line.charAt(i);
            boolean first = i == 0 || "-( [<".indexOf(line.charAt(i - 1)) >= 0;
            if ((mark == ',' || mark == '.') && isDigit(line, i + 1) && (first || isDigit(line, i - 1))) {
                text.setCharAt(i, mark == ',' ? '.' : ',');
            }
        }
        return text.toString();
    }

    private static boolean isDigit(String line, int at) {
        return at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }
}
