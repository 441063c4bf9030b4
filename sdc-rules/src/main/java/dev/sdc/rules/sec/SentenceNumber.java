package dev.sdc.rules.sec;

import dev.sdc.engine.table.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a sentence that may count people, for nothing beside it says that it is a year, a measure, a share, a limit or a
 * name.
 *
 * @param from where it begins in the sentence
 * @param to the character behind its last
 * @param depth in how many brackets it stands
 */
record SentenceNumber(long n, int from, int to, int depth) {
    private static final Pattern TOKEN =
            Pattern.compile(Sentence.NUMBER + "|(?<word>(?<!\\p{L})\\p{L}{3,9}(?:-\\p{L}{3,5})?(?!\\p{L}))|[()\\[\\]]");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern PEOPLE = Pattern.compile(
            "^(?: \\p{L}+)? (?:patients|people|persons|women|men|children|participants|individuals|cases)\\b");

    private static final Pattern NO_COUNT_BEFORE =
            Pattern.compile("(?:[/\\p{L}\\d][-–/]|[-–/=<>≤≥+£$€#~]|\\bp ?=) ?$(?<!\\bn ?= ?)"
                    + "|\\b(?:stages?|grades?|phases?|groups?|arms?|tables?|figures?|fig|types?|levels?|versions?|models?|ages?|aged"
                    + "|days?|weeks?|months?|years?|sites?|scores?|ecog|chapters?|pages?|since|between|until|than|least|most|under"
                    + "|over|above|below|per|every|january|february|march|april|may|june|july|august|september|october|november"
                    + "|december) ?$"
                    + "|\\b(?:mean|median|average|sd|iqr|range|score|follow-up|duration|costs?|doses?|rates?|ratio|interval|ci|age)"
                    + "\\b[^\\d,;]{0,25}$");

    /** The second end of a range, of which the first stands before it. */
    private static final Pattern RANGE_BEFORE = Pattern.compile("^ ?(?:to|until|-|–|—) ?$");

    private static final Pattern NO_COUNT_BEHIND = Pattern.compile(
            "^(?:[/:.-]\\d|-\\p{L}|\\+| ?%| ?(?:to|until|-|–|—) ?\\d| (?:or|and) (?:older|younger|more|over|under"
                    + "|above|below|less|fewer)\\b|[ -](?:days?|weeks?|months?|years?|hours?|minutes?|cycles?|doses?|courses?|fractions?"
                    + "|points?|per ?cent|m?g|kg|ml|[cm]m|gy|times|january|february|march|april|may|june|july|august|september"
                    + "|october|november|december)\\b)");

    /** More characters than the words that are looked for can have. */
    private static final int NEAR = 40;
    /** Smaller numbers in words are often no counts, and are told as such where they are. */
    private static final long FEWEST_IN_WORDS = 10;

    private static final int MOST_DIGITS = 12;

    static List<SentenceNumber> in(Sentence sentence) {
        return in(sentence, sentence.text());
    }

    /** The numbers of a text that is written the way a sentence is: of it, or of one beside it. */
    static List<SentenceNumber> in(Sentence sentence, String text) {
        List<SentenceNumber> numbers = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        int last = 0;
        while (token.find()) {
            char first = text.charAt(token.start());
            if (first == '(' || first == '[') {
                depth++;
            } else if (first == ')' || first == ']') {
                depth = Math.max(0, depth - 1);
            } else {
                Optional<BigDecimal> value = sentence.number(token.group());
                if (value.isPresent()) {
                    boolean word = token.group("word") != null;
                    if (isCount(value.get(), word, text, last, token)) {
                        numbers.add(
                                new SentenceNumber(value.get().longValueExact(), token.start(), token.end(), depth));
                    }
                    last = token.end();
                }
            }
        }
        return numbers;
    }

    private static boolean isCount(BigDecimal value, boolean word, String text, int last, Matcher token) {
        boolean whole = value.signum() > 0 && value.scale() <= 0 && value.precision() <= MOST_DIGITS;
        if (!whole || (word && value.longValue() < FEWEST_IN_WORDS)) {
            return false;
        }
        String before = simple(text.substring(Math.max(last, token.start() - NEAR), token.start()));
        String behind = simple(text.substring(token.end(), Math.min(text.length(), token.end() + NEAR)));
        boolean year =
                YEAR.matcher(token.group()).matches() && !PEOPLE.matcher(behind).find();
        return !year
                && !NO_COUNT_BEFORE.matcher(before).find()
                && !(last > 0 && RANGE_BEFORE.matcher(before).find())
                && !NO_COUNT_BEHIND.matcher(behind).find();
    }

    /** In small letters, with one blank for each gap. */
    static String simple(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
