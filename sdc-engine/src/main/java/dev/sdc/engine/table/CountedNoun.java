package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers of whole numbers whose words for an amount only tell which people are counted: {@code Two-week-wait referrals
 * (patients)}, {@code Patients with cost data}, but not {@code Cost (patients)} or {@code Total cost of admissions}.
 */
final class CountedNoun {
    private static final Set<String> PEOPLE = Set.of(
            "patients",
            "people",
            "persons",
            "individuals",
            "participants",
            "respondents",
            "subjects",
            "women",
            "men",
            "girls",
            "boys",
            "children",
            "adults",
            "survivors",
            "patienten",
            "personen");

    /** What a number is of that nobody can take for an amount. */
    private static final Set<String> NUMBER = Set.of("n", "no", "number", "count", "counts");

    /** {@code entrants}, {@code attendees}: those who do something. */
    private static final Pattern AGENTS =
            Pattern.compile("\\p{L}{3,}(?:ees|ants|ists|ians|[^t]ers)(?<!numbers|parameters|orders|markers)");

    private static final Pattern PREPOSITION = Pattern.compile(
            "with|without|on|of|by|for|in|per|to|from|at|within|over|under|aged|who|whose|since|until|during|after|before");

    private static final Pattern AGGREGATE =
            Pattern.compile("\\b(?:total|sum|amount|median|average|per)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNIT = Pattern.compile(
            "\\b(?:gbp|eur|usd|000s?|thousands?|days|hours|hrs|min|minutes|weeks|months|years|yrs|kg|mg|ml|cm|mm)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CURRENCY = Pattern.compile("[£$€¥]");

    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{1,40})[)\\]]\\s*$");

    private final String header;
    private final List<String> words;
    private final int head;
    private final boolean closed;
    private final String unit;

    private CountedNoun(String header) {
        this.header = header;
        Matcher brackets = IN_BRACKETS.matcher(header);
        unit = brackets.find() ? Words.normal(brackets.group(1)) : "";
        words = List.of(Words.outsideBrackets(header)
                .replace('_', ' ')
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+", -1));
        int last = 0;
        boolean stopped = false;
        while (!stopped && last + 1 < words.size()) {
            stopped = words.get(last).matches(".*[,:;–]")
                    || PREPOSITION.matcher(words.get(last + 1)).matches();
            last += stopped ? 0 : 1;
        }
        head = last;
        closed = words.get(last).matches(".*[,:;–]");
    }

    /**
     * Whether a header names people or events although its words stand for an amount.
     *
     * @param amount what its words say that the numbers are
     * @param table whether the output is declared to be a table of counts
     */
    static boolean is(String header, ColumnRole amount, boolean table) {
        boolean known = amount == ColumnRole.MAGNITUDE || amount == ColumnRole.MEAN || amount == ColumnRole.RATE;
        return known && !header.isBlank() && new CountedNoun(header).counts(amount, table);
    }

    private boolean counts(ColumnRole amount, boolean table) {
        if (UNIT.matcher(unit).find() || CURRENCY.matcher(header).find()) {
            return false;
        }
        if (NUMBER.contains(unit) || (words.size() > 1 && last().equals("n"))) {
            return true;
        }
        boolean people = PEOPLE.contains(noun());
        boolean named = people || isEvent(noun());
        boolean ahead = head == 0 && words.size() > 1 && named && !isAmount(last());
        if (AGGREGATE.matcher(header).find()) {
            return false;
        }
        if (amount != ColumnRole.MAGNITUDE) {
            return table && ahead && !(closed && amount == ColumnRole.MEAN);
        }
        if (closed || !isQualified()) {
            return false;
        }
        boolean atEnd = head == words.size() - 1;
        boolean ofPeople = PEOPLE.contains(unit) && (named || atEnd) && !isAmount(noun());
        boolean ofEvents = named && !people && head > 0 && atEnd && !isAmount(words.get(0));
        return ofPeople
                || ahead
                || ofEvents
                || (table && (named || AGENTS.matcher(noun()).matches()) && !isAmount(last()));
    }

    /** Whether the words for an amount stand beside the noun: {@code pressure} is one of them in {@code blood pressure}. */
    private boolean isQualified() {
        List<String> others = new ArrayList<>(words);
        others.remove(head);
        return isAmount(String.join(" ", others));
    }

    private String noun() {
        return Words.normal(words.get(head));
    }

    private String last() {
        return Words.normal(words.get(words.size() - 1));
    }

    private static boolean isEvent(String word) {
        ColumnRole role = role(word);
        return (role == ColumnRole.COUNT && !NUMBER.contains(word)) || word.equals("claims") || word.equals("cohort");
    }

    /** Whether a word is one for an amount: {@code cost}, {@code rate}. */
    private static boolean isAmount(String word) {
        ColumnRole role = role(word);
        return role != null && role != ColumnRole.LABEL && !role.isCount();
    }

    private static @Nullable ColumnRole role(String word) {
        HeaderWords.Meaning meaning = HeaderWords.firm(word);
        return meaning == null ? null : meaning.role();
    }
}
