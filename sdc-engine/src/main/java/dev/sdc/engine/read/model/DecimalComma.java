package dev.sdc.engine.read.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Programs print decimals behind a comma where their user's language does. Such a text is read with the two marks
 * exchanged, so that all else knows one way to print a number; every character keeps its place.
 */
final class DecimalComma {
    /** Decimals behind a comma: no three digits, which may be thousands, unless a zero alone stands before them. */
    private static final Pattern COMMA = Pattern.compile(
            "(?<!\\S)[<(\\[]?-?(?:0?,\\d+|\\d{1,15},(?:\\d{1,2}|\\d{4,15}))(?:[eE][-+]\\d+)?[)\\]]?(?!\\S)");

    private static final Pattern POINT = Pattern.compile(
            "(?<!\\S)[<(\\[]?-?(?:0?\\.\\d+|\\d{1,15}\\.(?:\\d{1,2}|\\d{4,15}))(?:[eE][-+]\\d+)?[)\\]]?(?!\\S)");
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
            if (POINT.matcher(line).find()) {
                return lines;
            }
            commas += COMMA.matcher(line).find() ? 1 : 0;
        }
        return commas < FEWEST
                ? lines
                : lines.stream().map(DecimalComma::exchanged).toList();
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
        return line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }
}
