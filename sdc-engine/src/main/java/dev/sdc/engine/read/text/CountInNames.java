package dev.sdc.engine.read.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds counts of people in names and settings that no reader of a page or a sheet sees, in whatever way they part their words:
 * {@code class="womenDied3"}, {@code --women-died: 3}.
 */
public final class CountInNames {
    private static final Pattern WORD_OF_A_NAME = Pattern.compile("\\p{Lu}*+\\p{Ll}++|\\p{Lu}++");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s+");

    /** Where a name has another word: {@code womenDied3}, {@code x3_women}. */
    private static final Pattern WORDS_OF_A_NAME =
            Pattern.compile("[-_]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})");

    private static final Pattern TOKEN =
            Pattern.compile("(?<number>(?<![\\d.,/])\\d{1,9}+(?![.,/:]?\\d|\\s?%))|(?<word>\\p{L}+)|\\S");

    /** What may stand among the words. */
    private static final Set<String> JOINING = Set.of("?", ":", "=", "\"", "'", "x", "n", "who", "have", "has");

    private CountInNames() {}

    /**
     * Whether names tell how many people did what. Only words that stand together, with nothing else among them, tell it; a year
     * counts nobody.
     */
    public static boolean isIn(String names) {
        if (!saysWho(names)) {
            return false; // most names, and fast
        }
        Matcher tokens = TOKEN.matcher(WORDS_OF_A_NAME
                .matcher(BETWEEN_NAMES.matcher(names).replaceAll("?"))
                .replaceAll(" "));
        boolean who = false;
        boolean did = false;
        int numbers = 0;
        boolean numberLast = false;
        while (tokens.find()) {
            String word = tokens.group().toLowerCase(Locale.ROOT);
            long number = tokens.group("number") != null ? Long.parseLong(word) : CountWords.number(word);
            boolean unit = CountWords.is("unit", word);
            boolean event = !unit && happens(word);
            if (number == 0 && !unit && !event && !JOINING.contains(word)) {
                boolean ofAnother = numberLast && tokens.group("word") != null; // women-died-3-models
                if (who && did && numbers == 1 && !ofAnother) {
                    return true;
                }
                who = false;
                did = false;
                numbers = 0;
            }
            who |= unit;
            did |= event;
            numberLast = number > 0;
            numbers += numberLast && !isYear(number) ? 1 : 0;
        }
        return who && did && numbers == 1;
    }

    private static boolean happens(String word) {
        return CountWords.is("event", word) || CountWords.is("state", word) || CountWords.is("does", word);
    }

    private static boolean saysWho(String names) {
        return WORD_OF_A_NAME
                .matcher(names)
                .results()
                .anyMatch(word -> CountWords.is("unit", word.group().toLowerCase(Locale.ROOT)));
    }

    private static boolean isYear(long n) {
        return n >= 1900 && n <= 2100;
    }
}
