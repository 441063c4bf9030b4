package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;

/**
 * A count that is not printed, as the difference of two that are.
 *
 * @param larger the greater count
 * @param smaller the count of a part of the same people
 * @param low the least that the difference can be, given how both are rounded
 * @param high the most that it can be
 * @param bothRounded whether both counts are rounded: then the difference is protected as they are
 */
public record Difference(CountedCell larger, CountedCell smaller, long low, long high, boolean bothRounded) {

    /** The greater of two counts less the other. */
    public static Difference of(CountedCell one, CountedCell other, Settings settings) {
        return new Subtraction(settings).between(one, other);
    }

    /** Whether it is certainly the count of a few people: at least one, and fewer than a limit. */
    public boolean isSmall(int limit) {
        return !bothRounded && low >= 1 && high < limit;
    }

    /** The subtraction in words: {@code 57 - 54 = 3}. */
    public String inWords() {
        return larger.n() + " - " + smaller.n() + " = " + (low == high ? Long.toString(low) : low + " to " + high);
    }
}
