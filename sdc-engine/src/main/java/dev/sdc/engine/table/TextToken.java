package dev.sdc.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, a word or a mark of a running text.
 *
 * @param text its characters; a word in lower case
 * @param n the number that it is, in digits or as a word; 0 where it is none, or 0
 * @param from where it begins in the text
 * @param to the character behind its last
 */
record TextToken(Kind kind, String text, long n, int from, int to) {
    /** What a token is. */
    enum Kind {
        NUMBER,
        /** A part of a whole, as in {@code 3/220}. */
        PART,
        WORD,
        MARK
    }

    /** Numbers and words; a number may hold separators of thousands. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<part>(?<![\\p{L}\\p{N}_.,/-])\\d{1,9}/\\d{1,9}(?![\\p{L}\\p{N}_/]|[.,:-]\\d))"
                    + "|(?<number>(?<![\\p{L}\\p{N}_.,/-])(?:\\d{1,3}(?:[,.\\u00a0\\u202f ]\\d{3})+|\\d{1,12})(?![\\p{L}\\p{N}_]|[.,/:-]\\d|\\s?%))"
                    + "|(?<word>[\\p{L}]+(?:[-'’][\\p{L}]+)*)|(?<mark>[.;:!?()\\[\\]=<>≤≥%,])|(?<other>\\S)");

    private static final Pattern MARKUP = Pattern.compile(
            "&#(?:(?<decimal>\\d{1,7})|[xX](?<hex>[0-9a-fA-F]{1,6}));|\\\\u(?<escape>[0-9a-fA-F]{4})"
                    + "|<!--|-->|</?[a-zA-Z][\\w:-]{0,30}\\s{0,9}/?>|[\"']\\s{0,9}/?>|^\\s*[-+•>]+(?=\\s)|[*`~{}$]+|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])|\\\\[a-zA-Z]+|&(?:nbsp|#160|thinsp|#8239);");

    boolean is(String word) {
        return text.equals(word);
    }

    boolean isIn(String list) {
        return CountWords.is(list, text);
    }

    /** The whole that a part is of. */
    long whole() {
        return Long.parseLong(text.substring(text.indexOf('/') + 1));
    }

    /** The tokens of a text without marks. */
    static List<TextToken> of(String text) {
        List<TextToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String piece = matcher.group();
            if (matcher.group("number") != null) {
                tokens.add(new TextToken(Kind.NUMBER, piece, digits(piece), matcher.start(), matcher.end()));
            } else if (matcher.group("part") != null) {
                tokens.add(new TextToken(Kind.PART, piece, part(piece), matcher.start(), matcher.end()));
            } else if (matcher.group("word") != null) {
                String word = piece.toLowerCase(Locale.ROOT);
                tokens.add(new TextToken(Kind.WORD, word, CountWords.number(word), matcher.start(), matcher.end()));
            } else {
                tokens.add(new TextToken(Kind.MARK, piece, 0, matcher.start(), matcher.end()));
            }
        }
        return tokens;
    }

    /** The number before the stroke; 0 where it is no part of the one behind, as in dates. */
    private static long part(String text) {
        int stroke = text.indexOf('/');
        long part = Long.parseLong(text.substring(0, stroke));
        long whole = Long.parseLong(text.substring(stroke + 1));
        boolean date = part <= 12 && whole >= 1900 && whole <= 2100;
        return part > whole || date ? 0 : part;
    }

    static long digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                digits.append((char) ('0' + Character.digit(number.charAt(i), 10)));
            }
        }
        return digits.length() > 17 ? Long.MAX_VALUE : Long.parseLong(digits.toString());
    }

    /** The text with blanks for what only gives it a look in Markdown, HTML and LaTeX; every character keeps its place. */
    static String withoutMarks(String text) {
        Matcher marks = MARKUP.matcher(text);
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (marks.find()) {
            plain.append(text, from, marks.start()).append(sign(marks));
            from = marks.end();
            plain.append(" ".repeat(from - plain.length()));
        }
        return plain.append(text, from, text.length()).toString();
    }

    /** The character that is written by its number, or a blank for a mark. */
    private static char sign(Matcher mark) {
        String decimal = mark.group("decimal");
        String hex = mark.group("hex") != null ? mark.group("hex") : mark.group("escape");
        int sign = decimal != null ? Integer.parseInt(decimal) : hex != null ? Integer.parseInt(hex, 16) : ' ';
        return sign > ' ' && sign < Character.MIN_SURROGATE ? (char) sign : ' ';
    }
}
