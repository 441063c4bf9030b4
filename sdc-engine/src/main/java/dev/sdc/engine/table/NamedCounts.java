package dev.sdc.engine.table;

import dev.sdc.engine.table.CountPhrases.CountPhrase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts in the names that programs, queries, keys and attributes have, or as the values of such names: {@code
 * three-women-died}, {@code 3_women}, {@code women_died = 3}.
 */
final class NamedCounts {
    /**
     * Words parted by lines below that begin with a number, or three words and more parted by hyphens, or words parted by
     * capitals; no names of files.
     */
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}_.-])(?:"
            + "(?=[1-9\\p{L}])[\\p{L}\\p{N}]{1,30}+(?:_[\\p{L}\\p{N}]{1,30}+){1,12}+"
            + "|[\\p{L}\\p{N}]{1,30}+(?:-[\\p{L}\\p{N}]{1,30}+){2,12}+"
            + "|(?:\\d{1,4}\\p{Lu})?\\p{Ll}{1,30}+(?:\\p{Lu}\\p{Ll}{1,30}+){1,12}+)(?![\\p{L}\\p{N}_-]|\\.\\p{L})");

    /** Where a name has another word without a sign between them: {@code threeWomenDied}, {@code womenDied3}. */
    private static final String CAPITAL = "(?<=[\\p{Ll}\\d])(?=\\p{Lu})";

    private static final Pattern PARTS = Pattern.compile("[-_]|" + CAPITAL);
    private static final Pattern PARTS_OF_A_NAME = Pattern.compile("[-_.]|" + CAPITAL);

    private static final String WORD = "(?:\\p{L}\\p{Ll}{1,30}+|\\p{Ll}(?=\\p{Lu}\\p{Ll})|\\p{L}{1,30}+)";

    /**
     * A name of several words and its value, as programs, queries and attributes write them: {@code women_died = 3}, or the
     * value at its end: {@code women-died-3}, {@code women_died_3}.
     */
    private static final Pattern VALUE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<name>" + WORD + "(?:(?:[-_.]|" + CAPITAL + ")(?:\\d{1,4})?+" + WORD + "){1,6}+)"
                    + "(?:[\"']?\\s{0,2}(?:=|:|<-)\\s{0,2}[\"']?|(?<end>[-_]|(?<=\\p{Ll})(?=\\d)))"
                    + "(?<n>\\d{1,9}+)(?![\\p{L}\\p{N}_%]|[.,:/-]\\d|-\\p{L})");

    private NamedCounts() {}

    /** Adds the counts in names such as {@code three-women-died} and {@code 3_women}, which attributes and keys may have. */
    static void inNames(String text, List<CountPhrase> counts) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            List<TextToken> tokens = TextToken.of(PARTS.matcher(names.group()).replaceAll(" "));
            boolean byCapitals = names.group().indexOf('_') < 0 && names.group().indexOf('-') < 0;
            for (int i = 0; i < tokens.size(); i++) {
                TextToken number = tokens.get(i);
                boolean mayCount =
                        number.n() > 0 && (i == 0 || byCapitals || names.group().indexOf('-') > 0);
                int last = mayCount ? CountedPeople.last(tokens, i) : -1;
                if (last > i) {
                    int from = byCapitals ? 0 : number.from(); // its words have no places of their own
                    String words = byCapitals
                            ? names.group()
                            : names.group().substring(from, tokens.get(last).to());
                    counts.add(new CountPhrase(number.n(), names.start() + from, words, Mention.Kind.PHRASE, 0));
                }
            }
        }
    }

    /** Adds the values of names that say who did what: {@code women_died = 3}, but not {@code min_patients = 5}. */
    static void inValues(String text, List<CountPhrase> counts) {
        Matcher values = VALUE.matcher(text);
        Set<Integer> told = new HashSet<>();
        counts.forEach(count -> told.add(count.from()));
        while (values.find()) {
            List<TextToken> name =
                    TextToken.of(PARTS_OF_A_NAME.matcher(values.group("name")).replaceAll(" "));
            boolean who = name.stream().anyMatch(word -> word.isIn("unit"));
            boolean did = name.stream()
                    .anyMatch(word ->
                            !word.isIn("unit") && (word.isIn("event") || word.isIn("state") || word.isIn("does")));
            boolean limit = name.stream().anyMatch(word -> word.isIn("limit") || word.isIn("setting"));
            boolean number =
                    name.get(0).is("n") || name.get(0).is("num") || name.get(0).is("count"); // n_deaths = 6
            boolean numbered = values.group("end") != null && !name.stream().allMatch(NamedCounts::saysWhoDidWhat);
            if (who && (did || number) && !limit && !numbered && told.add(values.start("n"))) {
                counts.add(new CountPhrase(
                        TextToken.digits(values.group("n")),
                        values.start("n"),
                        values.group(),
                        Mention.Kind.PHRASE,
                        0));
            }
        }
    }

    /** A name that ends with a number may count tables or models: {@code patients-died-model-2}. */
    private static boolean saysWhoDidWhat(TextToken word) {
        return word.isIn("unit") || word.isIn("event") || word.isIn("state") || word.isIn("does");
    }
}
