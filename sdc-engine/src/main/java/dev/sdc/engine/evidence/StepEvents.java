package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Quantity;
import java.util.Optional;

/**
 * The events between two published times of a survival curve that prints its numbers at risk but not its events: between
 * n_i (1 - S_i / S_(i-1)) and n_(i-1) (1 - S_i / S_(i-1)), whatever withdrew in between.
 *
 * @param low the fewest events that fit
 * @param high the most events that fit
 */
public record StepEvents(long low, long high) {

    /** The events of a step; empty when the table does not print enough, or prints what cannot be. */
    public static Optional<StepEvents> between(Curve.Point before, Curve.Point now) {
        Quantity first = before.atRisk();
        Quantity second = now.atRisk();
        if (first == null || second == null || before.share() == null || now.share() == null) {
            return Optional.empty();
        }
        Interval drop = Interval.of(1)
                .minus(now.share().interval().dividedBy(before.share().interval()));
        Interval more = Interval.of(first.value().max(second.value())).times(drop);
        Interval fewer = Interval.of(first.value().min(second.value())).times(drop);
        double low = Math.ceil(Math.max(0, Math.min(fewer.low(), more.low())));
        double high = Math.floor(Math.max(fewer.high(), more.high()));
        return low <= high && high < Long.MAX_VALUE
                ? Optional.of(new StepEvents((long) low, (long) high))
                : Optional.empty();
    }

    /** Whether the number of events is small. */
    public Smallness smallness(long minimum) {
        return Smallness.of(low, high, minimum);
    }

    /** The number for people: {@code 3}, or {@code 2 to 4}. */
    public String inWords() {
        return low == high ? Long.toString(low) : low + " to " + high;
    }
}
