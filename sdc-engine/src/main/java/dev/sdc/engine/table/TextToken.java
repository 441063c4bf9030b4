package dev.sdc.engine.table;

import dev.sdc.engine.read.PlainDigits;
import dev.sdc.engine.read.text.CountWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final Pattern TOKEN = Pattern.compile(
            "(?<part>(?<![\\p{L}\\p{N}_.,/-])(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})/(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(?![\\p{L}\\p{N}_/]|[.,:-]\\d))"
                    + "|(?<number>(?<![\\p{L}\\p{N}_.,/-])(?:\\d{1,3}(?:(?:[,.\\u00a0 ]|\\u202f{1,3})\\d{3})+|\\d{1,12})(?![\\p{L}\\p{N}_]|[.,/:-]\\d|\\s?%))"
                    + "|(?<word>[\\p{L}]+(?:[-'’][\\p{L}]+)*)|(?<mark>[.;:!?()\\[\\]=<>≤≥%,])|(?<other>\\S)");

    /** A place that is written by its number in a web address ({@code %33}) or a style ({@code \\33}), and a comment's sign. */
    private static final String BY_NUMBER =
            "%(?:20|3(?<address>\\d))|(?<!\\\\)\\\\0{0,4}3(?<style>\\d)(?![0-9a-fA-F])\\s?|/(?=\\d{1,9}%20)|(?<![:/\\p{L}])//+(?=\\s)|/\\*+|\\*+/|";

    /** A character by its number in LaTeX: {@code \\char51}, {@code \\char"33}, {@code \\symbol{51}}. */
    private static final String TEX_CHARACTER =
            "\\\\(?:char\\s?|symbol\\{\\s?)(?:(?<tex>\\d{1,7})|\"(?<texhex>[0-9A-F]{1,6})|'(?<texoctal>[0-7]{1,7}))\\s?\\}?(?:\\\\(?=\\s))?|";

    /** What parts thousands in LaTeX: {@code 9\\,120}, {@code 9{,}120}. */
    private static final String THIN_SPACE = "(?<thin>(?<=\\d)(?:\\\\,|\\{,\\})(?=\\d{3}(?!\\d)))|";

    /** A command of LaTeX; a name of several words, which its author gave it, stays. */
    private static final String COMMAND = "\\\\(?:(?=[a-zA-Z]{0,40}[a-z][A-Z])|[a-zA-Z]+)";

    private static final Pattern MARKUP = Pattern.compile(THIN_SPACE
            + TEX_CHARACTER
            + BY_NUMBER
            + "&sup(?<raised>[123]);|&#(?:(?<decimal>\\d{1,7})|[xX](?<hex>[0-9a-fA-F]{1,6}));|\\\\u(?<escape>[0-9a-fA-F]{4})"
            + "|<!--|-->|</?[a-zA-Z][\\w:]{0,30}\\s{0,9}/?>|[\"']\\s{0,9}/?>|^\\s*[-+•>]+(?=\\s)|[*`~{}$]+|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])|"
            + COMMAND + "|&(?:nbsp|#160|thinsp|#8239);");

    private static final String THIN = "\u202f";

    boolean is(String word) {
        return text.equals(word);
    }

    boolean isIn(String list) {
        return CountWords.is(list, text);
    }

    /** The whole that a part is of. */
    long whole() {
        return digits(text.substring(text.indexOf('/') + 1));
    }

    /** The same words as a number. */
    TextToken asNumber(long number, int end) {
        return new TextToken(Kind.NUMBER, String.valueOf(number), number, from, end);
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
        return SpokenNumbers.in(tokens);
    }

    /** The number before the stroke; 0 where it is no part of the one behind, as in dates. */
    private static long part(String text) {
        int stroke = text.indexOf('/');
        long part = digits(text.substring(0, stroke));
        long whole = digits(text.substring(stroke + 1));
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
            boolean value =
                    text.charAt(marks.start()) == '{' && marks.start() > 0 && text.charAt(marks.start() - 1) == '=';
            plain.append(text, from, marks.start()).append(value ? '"' : sign(marks));
            from = marks.end();
            String filling = marks.group("thin") == null ? " " : THIN;
            plain.append(filling.repeat(from - plain.length()));
        }
        bracketsOfTags(plain.append(text, from, text.length()));
        return PlainDigits.in(plain.toString());
    }

    /** Blanks the brackets of tags, which are no signs for less and more; what their attributes say is left. */
    private static void bracketsOfTags(StringBuilder text) {
        int open = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '<') {
                boolean tag = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
                open = tag ? at : -1;
            } else if (c == '>' && open >= 0) {
                text.setCharAt(open, ' ');
                text.setCharAt(at, ' ');
                open = -1;
            }
        }
    }

    /** The character that is written by its number, or a blank for a mark. */
    private static char sign(Matcher mark) {
        if (mark.group("thin") != null) {
            return THIN.charAt(0);
        }
        if (mark.group("raised") != null) {
            return "\u00b9\u00b2\u00b3".charAt(mark.group("raised").charAt(0) - '1');
        }
        String digit = mark.group("address") != null ? mark.group("address") : mark.group("style");
        if (digit != null) {
            return digit.charAt(0);
        }
        int sign = number(mark, 10, "decimal", "tex")
                .or(() -> number(mark, 16, "hex", "escape", "texhex"))
                .or(() -> number(mark, 8, "texoctal"))
                .orElse((int) ' ');
        int value = Character.digit(sign, 10);
        return value >= 0 ? (char) ('0' + value) : sign > ' ' && sign < Character.MIN_SURROGATE ? (char) sign : ' ';
    }

    private static Optional<Integer> number(Matcher mark, int radix, String... groups) {
        for (String group : groups) {
            if (mark.group(group) != null) {
                return Optional.of(Integer.parseInt(mark.group(group), radix));
            }
        }
        return Optional.empty();
    }
}
