package dev.sdc.engine.table;

import dev.sdc.engine.read.text.CountWords;
import dev.sdc.engine.table.TextToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads counts of people, and of events of people, in running text, most of them in English and German: {@code n = 12},
 * {@code three patients}, {@code 2 of the 14 women}, {@code of whom 3 died}, {@code stage unknown: 4}.
 *
 * <p>A number that names something ({@code stage 3}), limits something ({@code fewer than 5}), or is a part of a rate, a
 * range, a percentage or a decimal is no count.
 */
public final class CountPhrases {
    /**
     * A count in a text.
     *
     * @param n the number
     * @param from where it begins in the text
     * @param words the number and the words that make it a count
     * @param kind whether it is the size of a group or a phrase
     * @param whole the number that it is told to be a part of, as in {@code 409 of 412 patients}; 0 where none is
     */
    public record CountPhrase(long n, int from, String words, Mention.Kind kind, long whole) {}

    private static final Pattern BASE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])[nN]\\s{0,3}=\\s{0,3}(\\d{1,3}(?:(?:[,\\u00a0]|\\u202f{1,3})\\d{3})+|\\d{1,12})(?![\\d]|[.,]\\d)");

    /** What parts the words of names of files. */
    private static final Pattern PARTED = Pattern.compile("(?<=\\p{L})[-_.]|[-_.](?=\\p{L})");

    /** A call that R repeats in its print, up to a right side that has no variable. */
    private static final Pattern INTERCEPT =
            Pattern.compile("\\b[a-zA-Z][\\w.:]{0,30}\\(formula = [^~]{1,150}[\\w.)] ~ 1$");

    private static final int LONGEST_CALL = 200;

    /**
     * What a text tells.
     *
     * @param counts its counts, in its order
     * @param others the whole numbers above one that are no counts and that no word beside them explains: neither as names,
     *     limits or measures nor as counts of things
     */
    public record Told(List<CountPhrase> counts, List<Other> others) {
        private static final Told NOTHING = new Told(List.of(), List.of());
    }

    /**
     * A number that no word explains.
     *
     * @param n the number
     * @param from where it begins in the text
     */
    public record Other(long n, int from) {}

    private CountPhrases() {}

    /** The counts in a text, in its order; empty where there are none. */
    public static List<CountPhrase> in(String text) {
        return told(text).counts();
    }

    /**
     * The counts in the name of a file or sheet that says of whom and what befell them: {@code 3 women died}, but not {@code 3
     * patients}, which may be the third table.
     */
    public static List<CountPhrase> inName(String name) {
        String plain = PARTED.matcher(name).replaceAll(" ");
        long people = TextToken.of(plain).stream()
                .filter(word -> word.isIn("unit") || word.isIn("event") || word.isIn("state"))
                .count();
        return people < 2
                ? List.of()
                : Stream.of(plain, name)
                        .flatMap(text -> told(text).counts().stream())
                        .filter(count -> count.kind() == Mention.Kind.PHRASE)
                        .toList();
    }

    /** The counts in a text, and the numbers in it that may be counts. */
    public static Told told(String marked) {
        if (!mayHoldACount(marked)) {
            return Told.NOTHING;
        }
        String text = TextToken.withoutMarks(marked);
        List<CountPhrase> counts = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        Matcher base = BASE.matcher(text);
        while (base.find()) {
            counts.add(
                    new CountPhrase(TextToken.digits(base.group(1)), base.start(), base.group(), Mention.Kind.BASE, 0));
        }
        List<TextToken> tokens = TextToken.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            TextToken number = tokens.get(i);
            if (number.n() > 0) {
                int last = CountedPeople.last(tokens, i);
                if (last >= 0) {
                    String words =
                            marked.substring(number.from(), tokens.get(last).to());
                    counts.add(new CountPhrase(
                            number.n(), number.from(), words, Mention.Kind.PHRASE, CountedPeople.whole(tokens, i)));
                } else if (isBase(tokens, i)) {
                    String words = marked.substring(tokens.get(i - 2).from(), number.to());
                    counts.add(new CountPhrase(number.n(), tokens.get(i - 2).from(), words, Mention.Kind.BASE, 0));
                } else if (number.is("one") ? NumberWords.isSomebody(tokens, i) : isUnexplained(marked, tokens, i)) {
                    others.add(new Other(number.n(), number.from()));
                }
            }
        }
        NamedCounts.inNames(text, counts);
        NamedCounts.inValues(text, counts);
        return new Told(List.copyOf(counts), List.copyOf(others));
    }

    /** Whether a word names people, or what befell them: {@code women}, {@code admissions}. */
    public static boolean isPeople(String word) {
        return CountWords.is("unit", word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word names things and no people: {@code hospitals}, {@code samples}. */
    public static boolean isThing(String word) {
        return CountWords.is("thing", word.toLowerCase(Locale.ROOT));
    }

    private static boolean isUnexplained(String text, List<TextToken> tokens, int at) {
        TextToken number = tokens.get(at);
        return !number.is("both") && !NumberWords.isExplained(tokens, at) && !isIntercept(text, number);
    }

    /** Whether a number is the {@code 1} of a model formula that R prints: {@code survfit(formula = Surv(t, e) ~ 1, data = d)}. */
    private static boolean isIntercept(String text, TextToken number) {
        if (!number.text().equals("1")) {
            return false;
        }
        String call = text.substring(Math.max(0, number.from() - LONGEST_CALL), number.to());
        return INTERCEPT.matcher(call).find()
                && (number.to() == text.length() || ",)+| ".indexOf(text.charAt(number.to())) >= 0);
    }

    /** {@code n = three}. */
    private static boolean isBase(List<TextToken> tokens, int at) {
        return at > 1
                && tokens.get(at).kind() == Kind.WORD
                && tokens.get(at - 1).is("=")
                && tokens.get(at - 2).is("n");
    }

    private static boolean mayHoldACount(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }
}
