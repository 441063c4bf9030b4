package dev.sdc.engine.table;

import dev.sdc.engine.table.TextToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts words together that tell one number: {@code a pair of}, {@code half a dozen}, {@code one in ten of} 20 and
 * {@code a quarter of the} 12, and takes Roman numerals that count, as in {@code only III patients}, for numbers.
 */
final class SpokenNumbers {
    private static final Map<String, Long> GROUPS = Map.ofEntries(
            Map.entry("pair", 2L),
            Map.entry("couple", 2L),
            Map.entry("duo", 2L),
            Map.entry("brace", 2L),
            Map.entry("twosome", 2L),
            Map.entry("trio", 3L),
            Map.entry("threesome", 3L),
            Map.entry("quartet", 4L),
            Map.entry("foursome", 4L),
            Map.entry("quintet", 5L),
            Map.entry("sextet", 6L),
            Map.entry("septet", 7L),
            Map.entry("octet", 8L));

    private static final Map<String, Long> PARTS = Map.ofEntries(
            Map.entry("half", 2L),
            Map.entry("third", 3L),
            Map.entry("thirds", 3L),
            Map.entry("quarter", 4L),
            Map.entry("quarters", 4L),
            Map.entry("fifth", 5L),
            Map.entry("fifths", 5L),
            Map.entry("sixth", 6L),
            Map.entry("seventh", 7L),
            Map.entry("eighth", 8L),
            Map.entry("ninth", 9L),
            Map.entry("tenth", 10L),
            Map.entry("tenths", 10L));

    private static final Pattern ROMAN = Pattern.compile("(?=.{2})x{0,3}(?:ix|iv|v?i{0,3})");
    private static final long DOZEN = 12;
    /** A part of a larger whole is rounded, and no small count. */
    private static final long LARGEST_WHOLE = 99;

    private final List<TextToken> tokens;
    private final List<TextToken> read = new ArrayList<>();
    private int at;

    private SpokenNumbers(List<TextToken> tokens) {
        this.tokens = tokens;
    }

    static List<TextToken> in(List<TextToken> tokens) {
        SpokenNumbers numbers = new SpokenNumbers(tokens);
        while (numbers.at < tokens.size()) {
            numbers.next();
        }
        return numbers.read;
    }

    private void next() {
        TextToken token = tokens.get(at);
        if (token.kind() == Kind.MARK) {
            add(token);
        } else if (!group() && !dozen() && !part() && !roman()) {
            add(token);
        }
    }

    private void add(TextToken token) {
        read.add(token);
        at++;
    }

    /** Adds a number in the place of so many words. */
    private boolean add(long number, int words) {
        read.add(tokens.get(at).asNumber(number, tokens.get(at + words - 1).to()));
        at += words;
        return true;
    }

    private boolean word(int ahead, String word) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).is(word);
    }

    private boolean isArticle() {
        return word(0, "a") || word(0, "an") || word(0, "the") || word(0, "one");
    }

    /** {@code A trio of}; not {@code for a pair of}, which is said of any two. */
    private boolean group() {
        int name = isArticle() ? 1 : 0;
        Long number =
                at + name < tokens.size() ? GROUPS.get(tokens.get(at + name).text()) : null;
        if (number == null || !word(name + 1, "of")) {
            return false;
        }
        if (at > 0 && word(-1, "for")) {
            for (int i = 0; i <= name; i++) {
                add(tokens.get(at));
            }
            return true;
        }
        return add(number, name + 2);
    }

    /** {@code Half a dozen}, {@code a dozen}, {@code two dozen}. */
    private boolean dozen() {
        if (word(0, "half") && word(1, "a") && word(2, "dozen")) {
            return add(DOZEN / 2, 3);
        }
        if (word(0, "dozen")) {
            return add(DOZEN, 1);
        }
        if (!word(1, "dozen")) {
            return false;
        }
        long many = tokens.get(at).n();
        return (many > 0 || isArticle()) && add(Math.max(many, 1) * DOZEN, 2);
    }

    /** {@code One in ten of the} 20, {@code two thirds of} 12, {@code half of the} 4: the number that it comes to. */
    private boolean part() {
        long part = word(0, "a") ? 1 : tokens.get(at).n();
        long of = 0;
        int words = 2;
        if (word(0, "half")) {
            part = 1;
            of = 2;
            words = 1;
        } else if (part > 0 && at + 1 < tokens.size()) {
            of = PARTS.getOrDefault(tokens.get(at + 1).text(), 0L);
            if (of == 0 && word(1, "in") && at + 2 < tokens.size()) {
                of = tokens.get(at + 2).n();
                words = 3;
            }
        }
        int whole = words;
        if (!word(whole++, "of")) {
            return false;
        }
        while (at + whole < tokens.size() && tokens.get(at + whole).isIn("article")) {
            whole++;
        }
        long all = at + whole < tokens.size() ? tokens.get(at + whole).n() : 0;
        return all > 0
                && all <= LARGEST_WHOLE
                && part < of
                && of <= LARGEST_WHOLE
                && add(Math.max(1, (2 * part * all + of) / (2 * of)), words);
    }

    /** Roman numerals name stages and groups; they count where a unit follows and nothing before them is named. */
    private boolean roman() {
        TextToken token = tokens.get(at);
        if (!ROMAN.matcher(token.text()).matches()
                || token.to() - token.from() != token.text().length()) {
            return false;
        }
        boolean label = at > 1 && word(-1, ":") && tokens.get(at - 2).isIn("unit");
        boolean counts = label || (at + 1 < tokens.size() && isCounted() && mayCount());
        for (int i = at - 1; counts && i >= Math.max(0, at - NumberWords.NEAR); i--) {
            counts = !tokens.get(i).isIn("named") || label;
        }
        return counts && add(value(token.text()), 1);
    }

    private boolean isCounted() {
        return tokens.get(at + 1).isIn("unit") || tokens.get(at + 1).isIn("event");
    }

    /** {@code Only III patients}, and at the beginning {@code III patients died}, but not the heading {@code II Patients and methods}. */
    private boolean mayCount() {
        if (at > 0 && tokens.get(at - 1).kind() != Kind.MARK) {
            return tokens.get(at - 1).isIn("before-roman");
        }
        if (at + 2 >= tokens.size()) {
            return false;
        }
        TextToken then = tokens.get(at + 2);
        return then.isIn("event") || then.isIn("be") || then.isIn("does") || then.isIn("with");
    }

    private static long value(String roman) {
        long value = 0;
        long last = 0;
        for (int i = roman.length() - 1; i >= 0; i--) {
            long one = roman.charAt(i) == 'i' ? 1 : roman.charAt(i) == 'v' ? 5 : 10;
            value += one < last ? -one : one;
            last = Math.max(last, one);
        }
        return value;
    }
}
