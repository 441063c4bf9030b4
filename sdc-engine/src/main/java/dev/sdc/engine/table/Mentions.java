package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads counts that stand in words: {@code (n=176)}, {@code N = 12}, {@code three patients}. */
final class Mentions {
    private static final Set<String> UNITS = Set.of(
            "patient",
            "patients",
            "person",
            "persons",
            "people",
            "participant",
            "participants",
            "individual",
            "individuals",
            "case",
            "cases",
            "woman",
            "women",
            "man",
            "men",
            "child",
            "children",
            "death",
            "deaths",
            "tumour",
            "tumours",
            "episode",
            "episodes",
            "admission",
            "admissions",
            "respondents",
            "subjects",
            "patienten",
            "personen",
            "fälle");
    private static final String[] NUMBERS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };
    private static final Set<String> BETWEEN =
            Set.of("female", "male", "cancer", "of", "the", "new", "elderly", "other");

    /** After these words a number is a limit or the end of a range. */
    private static final Set<String> NO_COUNT_AFTER = Set.of(
            "aged",
            "than",
            "to",
            "below",
            "under",
            "least",
            "over",
            "above",
            "most",
            "between",
            "exceeding",
            "minimum",
            "threshold",
            "or",
            "every",
            "per",
            "age",
            "table",
            "figure",
            "panel",
            "section",
            "stage",
            "grade",
            "year",
            "week",
            "day",
            "month",
            "model",
            "phase",
            "arm",
            "step",
            "level",
            "group",
            "class");

    private Mentions() {}

    /** The size of a group that a text states as {@code n=176}, or null. */
    static @Nullable Long base(String text, NumberStyle style) {
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            int name = equals - 1;
            while (name >= 0 && text.charAt(name) == ' ') {
                name--;
            }
            boolean n = name >= 0
                    && (text.charAt(name) == 'n' || text.charAt(name) == 'N')
                    && (name == 0 || !Character.isLetterOrDigit(text.charAt(name - 1)));
            int from = equals + 1;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            int to = from;
            while (to < text.length()
                    && (Character.isDigit(text.charAt(to))
                            || (text.charAt(to) == style.thousands()
                                    && to > from
                                    && to + 1 < text.length()
                                    && Character.isDigit(text.charAt(to + 1))))) {
                to++;
            }
            if (n && to > from) {
                BigDecimal value = Numerals.parse(text.substring(from, to), style);
                boolean decimalFollows = to + 1 < text.length()
                        && text.charAt(to) == style.decimal()
                        && Character.isDigit(text.charAt(to + 1));
                if (value != null && !decimalFollows && value.precision() < 19) {
                    return value.longValue();
                }
            }
            at = equals + 1;
        }
        return null;
    }

    /** The number of units that a text states in words or digits before the name of a unit, or null. */
    static @Nullable Long phrase(String text) {
        if (text.indexOf(' ') < 0) {
            return null;
        }
        // a number before a full stop or a bracket belongs to what stands before it
        for (String clause : text.split("[.;:!?](?=\\s|$)|[()\\[\\]]", -1)) {
            Long n = inClause(clause);
            if (n != null) {
                return n;
            }
        }
        return null;
    }

    private static @Nullable Long inClause(String text) {
        String[] words = Words.normal(text).split(" ", -1);
        for (int i = 0; i < words.length - 1; i++) {
            Long n = number(words[i]);
            if (n == null) {
                continue;
            }
            int next = i + 1;
            if (next < words.length - 1 && BETWEEN.contains(words[next])) {
                next++;
            }
            boolean part = i > 0 && (NO_COUNT_AFTER.contains(words[i - 1]) || isDigits(words[i - 1]));
            if (UNITS.contains(words[next]) && !part) {
                return n;
            }
        }
        return null;
    }

    private static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static @Nullable Long number(String word) {
        for (int n = 0; n < NUMBERS.length; n++) {
            if (NUMBERS[n].equals(word)) {
                return (long) n;
            }
        }
        return isDigits(word) && word.length() < 10 ? Long.valueOf(word) : null;
    }
}
