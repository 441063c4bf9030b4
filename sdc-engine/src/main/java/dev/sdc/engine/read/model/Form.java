package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;

/**
 * A form that lines may hold, case aside: {@code number of obs = #}. A {@code #} stands for a number, a space for any white
 * space or none, {@code {}} for some characters before a comma.
 */
final class Form {
    private static final char NUMBER = '#';
    private static final String GAP = "{}";
    private static final int LONGEST_GAP = 80;

    private final String text;
    private final int numbers;

    Form(String text) {
        this.text = text;
        this.numbers = (int) text.chars().filter(c -> c == NUMBER).count();
    }

    /** How many numbers it holds. */
    int numbers() {
        return numbers;
    }

    /** The longest stretch of it without a number or a gap. */
    String longestLiteral() {
        String longest = "";
        for (String literal : text.split("[#{}]+", -1)) {
            longest = literal.length() > longest.length() ? literal : longest;
        }
        return longest;
    }

    /**
     * Where it ends in a line that holds it at some place; -1 where that does not.
     *
     * @param spans takes for each number its first character and the one behind its last
     */
    int end(String line, int at, int[] spans) {
        return end(line, at, 0, spans, 0);
    }

    private int end(String line, int from, int fromOfForm, int[] spans, int number) {
        int at = from;
        for (int i = fromOfForm; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == NUMBER) {
                return number(line, behindBlanks(line, at), i + 1, spans, number);
            } else if (c == ' ') {
                at = behindBlanks(line, at);
            } else if (c == GAP.charAt(0)) {
                int end = behindGap(line, at);
                if (end < 0) {
                    return -1;
                }
                at = end;
                i++;
            } else if (at < line.length() && Phrases.folded(line.charAt(at)) == c) {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }

    /** Matches a number and what follows it; where that does not, the number may end before its exponent or its decimals. */
    private int number(String line, int from, int fromOfForm, int[] spans, int number) {
        for (int end = Numerals.behind(line, from); end > from; end = Numerals.shorter(line, from, end)) {
            int all = goesOn(line, end) ? -1 : end(line, behindBlanks(line, end), fromOfForm, spans, number + 1);
            if (all >= 0) {
                spans[2 * number] = from;
                spans[2 * number + 1] = end;
                return all;
            }
        }
        return -1;
    }

    /** Whether digits follow, be it behind a comma: then it was no number that ended here. */
    private static boolean goesOn(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ',') {
            at++;
        }
        return at < line.length() && Numerals.isDigit(line.charAt(at));
    }

    private static int behindGap(String line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) != ',' && line.charAt(end) != ';') {
            end++;
        }
        boolean blank = from > 0 && Numerals.isSpace(line.charAt(from - 1));
        return end - from > LONGEST_GAP || (end == from && !blank) ? -1 : end;
    }

    private static int behindBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && Numerals.isSpace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
