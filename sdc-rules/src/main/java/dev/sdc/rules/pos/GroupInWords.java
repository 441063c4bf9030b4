package dev.sdc.rules.pos;

import dev.sdc.engine.table.CountPhrases.CountPhrase;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Sentence;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The number of people that a sentence says a figure is of, and not one that it only tells besides. */
final class GroupInWords {
    private static final String THESE = " (?:the |all |these |those |our |den |der |diesen |allen |les |ces ){0,2}";

    /** What stands between a figure and the number of those that it is of: {@code days (IQR 7 to 14) in the}. */
    private static final Pattern BEHIND = Sentence.pattern(
            "^ ?[)\\]]?(?: ?[\\p{L}%/²-]{1,15}){0,3}?(?: ?[(\\[][^()\\[\\]]{0,60}[)\\]])?,? ?(?:in|of|among|for|across|on|bei|von|unter|chez)"
                    + THESE + "$");

    /** What stands before the number of those that the figures behind it are of. */
    private static final Pattern LEADS = Sentence.pattern(
            "(?:^[^\\p{L}\\d]{0,9}(?:in|of|among|for|bei|von|unter|chez)|, (?:in|among|for)|\\b(?:in|among|for) the)"
                    + THESE + "$|^[^\\p{L}\\d]{0,9}(?:in|among|for|bei|unter|chez) $");

    /** The subject of a sentence, and what it has. */
    private static final Pattern SUBJECT =
            Sentence.pattern("^[^\\p{L}\\d]{0,9}(?:(?:the|these|all|our|die|les) ){0,2}$");

    private static final Pattern HAS = Sentence.pattern(
            "^[^.,;]{0,80}\\b(?:had|have|has|with|hatten|stayed|waited|lived|survived|were followed)\\b[^.,;]{0,40}$");

    /** More characters than the words beside a number can have. */
    private static final int NEAR = 90;

    private final Sentence sentence;
    private final List<Told> counts;

    /**
     * A number that a sentence tells.
     *
     * @param leads whether what stands before it makes the figures behind it those of so many
     * @param subject whether it begins the sentence, so that these people may have what is told of them
     */
    private record Told(CountPhrase count, boolean leads, boolean subject) {}

    GroupInWords(Sentence sentence) {
        this.sentence = sentence;
        this.counts = sentence.counts().stream().map(this::told).toList();
    }

    private Told told(CountPhrase count) {
        String before = sentence.text().substring(Math.max(0, count.from() - NEAR), count.from());
        return new Told(
                count,
                LEADS.matcher(before).find(),
                count.from() < NEAR && SUBJECT.matcher(before).find());
    }

    Sentence sentence() {
        return sentence;
    }

    /** The number that the figures between two places are of; empty where none is said to be it. */
    OptionalLong of(int from, int to) {
        OptionalLong nearest = OptionalLong.empty();
        for (Told told : counts) {
            CountPhrase count = told.count();
            boolean inside = count.from() > from && count.from() < to;
            if (count.kind() == Mention.Kind.BASE) {
                boolean own = nearest.isEmpty() || count.from() < to || count.from() - to < NEAR;
                nearest = own && (nearest.isEmpty() || count.from() < to) ? OptionalLong.of(count.n()) : nearest;
            } else if (count.from() >= to && isBehind(to, count)) {
                return OptionalLong.of(count.n());
            } else if (count.from() < from && isBefore(from, told)) {
                nearest = OptionalLong.of(count.n());
            } else if (inside && (told.leads() || isBehindFigure(from, count))) {
                nearest = OptionalLong.of(count.n());
            }
        }
        return nearest;
    }

    private boolean isBehind(int to, CountPhrase count) {
        return count.from() - to < NEAR
                && BEHIND.matcher(sentence.text().substring(to, count.from())).find();
    }

    /** {@code median stay was 9 days in the 12 patients (IQR 7 to 14)}. */
    private boolean isBehindFigure(int from, CountPhrase count) {
        String between = sentence.text().substring(Math.max(from, count.from() - NEAR), count.from());
        int digit = between.length();
        while (digit > 0 && !Character.isDigit(between.charAt(digit - 1))) {
            digit--;
        }
        return BEHIND.matcher(between.substring(digit)).find();
    }

    private boolean isBefore(int from, Told told) {
        int at = told.count().from();
        return told.leads()
                || (told.subject()
                        && HAS.matcher(sentence.text().substring(at, Math.min(from, at + 2 * NEAR)))
                                .find());
    }
}
