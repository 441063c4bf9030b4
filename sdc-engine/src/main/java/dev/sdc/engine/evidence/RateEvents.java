package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The events behind a rate that its confidence limits give away.
 *
 * @param low the fewest events that fit
 * @param high the most events that fit
 * @param exact whether both limits fit a count by the exact Poisson or the log-normal form
 */
public record RateEvents(long low, long high, boolean exact) {
    /** The events of a rate {@code r} per {@code unit} of a population: every k with r = k unit / P as printed. */
    public static Optional<ImpliedCounts> of(Printed rate, Printed population, BigDecimal unit) {
        BigDecimal least = rate.low()
                .max(BigDecimal.ZERO)
                .multiply(population.low().max(BigDecimal.ZERO))
                .divide(unit, 0, RoundingMode.CEILING);
        BigDecimal most = rate.high().multiply(population.high()).divide(unit, 0, RoundingMode.FLOOR);
        return least.compareTo(most) > 0 || most.precision() - most.scale() > 18
                ? Optional.empty()
                : Optional.of(new ImpliedCounts(least.longValue(), most.longValue()));
    }

    /** The events of a standardised ratio: observed = ratio times expected. A ratio of about one hundred stands for one. */
    public static Optional<ImpliedCounts> ofRatio(Printed ratio, Printed expected) {
        boolean percent = ratio.value().compareTo(BigDecimal.TEN) > 0;
        return of(ratio, expected, percent ? BigDecimal.valueOf(100) : BigDecimal.ONE);
    }

    /**
     * From the limits of a rate: the counts whose exact Poisson or log-normal limits both fit, else what the width of the
     * interval on the log scale leaves.
     */
    public static Optional<RateEvents> ofLimits(Printed rate, Printed lower, Printed upper, EventLimits limits) {
        if (rate.low().signum() <= 0
                || lower.low().signum() <= 0
                || upper.value().compareTo(rate.value()) <= 0) {
            return Optional.empty();
        }
        Interval below = lower.interval().dividedBy(rate.interval());
        Interval above = upper.interval().dividedBy(rate.interval());
        long low = 0;
        long high = 0;
        for (int d = 1; d <= EventLimits.MOST; d++) {
            if (limits.fit(d, below, above)) {
                low = low == 0 ? d : low;
                high = d;
            }
        }
        if (low > 0) {
            return Optional.of(new RateEvents(low, high, true));
        }
        Interval width = upper.interval().dividedBy(lower.interval()).log();
        Interval events =
                Interval.of(2).times(limits.level().normal()).dividedBy(width).squared();
        return events.low() > 0 && Double.isFinite(events.high())
                ? Optional.of(new RateEvents(
                        Math.max(1, (long) Math.floor(events.low())), (long) Math.ceil(events.high()), false))
                : Optional.empty();
    }

    /** Whether the number of events is small. */
    public Smallness smallness(long minCount) {
        return Smallness.of(low, high, minCount);
    }

    /** The number for people: {@code 3}, or {@code 2 to 4}. */
    public String inWords() {
        return low == high ? Long.toString(low) : low + " to " + high;
    }
}
