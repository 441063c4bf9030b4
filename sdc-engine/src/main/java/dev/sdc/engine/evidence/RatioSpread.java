package dev.sdc.engine.evidence;

import java.util.Optional;

/**
 * The standard error of the logarithm of a ratio (odds, risk, rate or hazard ratio) and what it says of the counts behind
 * the ratio: the variance is at least, and for a crude ratio about, the sum of the reciprocals of the counts.
 *
 * @param error the standard error on the log scale
 */
public record RatioSpread(Interval error) {

    /** From the confidence limits of the ratio: ln(U / L) / (2 z). */
    public static Optional<RatioSpread> ofLimits(Printed lower, Printed upper, Confidence level) {
        return ofLogLimits(lower.interval().log(), upper.interval().log(), level);
    }

    /** From confidence limits on the log scale. */
    public static Optional<RatioSpread> ofLogLimits(Interval lower, Interval upper, Confidence level) {
        Interval error = upper.minus(lower).dividedBy(Interval.of(2).times(level.normal()));
        return of(error);
    }

    /** From a printed standard error of the logarithm. */
    public static Optional<RatioSpread> ofError(Printed se) {
        return of(se.interval());
    }

    private static Optional<RatioSpread> of(Interval error) {
        return error.low() > 0 && Double.isFinite(error.high())
                ? Optional.of(new RatioSpread(error))
                : Optional.empty();
    }

    /**
     * {@code counts} / SE². With 1 the least that every count behind a crude ratio can be; with the number of counts whose
     * reciprocals add up to the variance (4 for odds, 2 for rates, hazards, and at most 2 for risks) the most that the
     * smallest can be.
     */
    public Interval countBound(int counts) {
        return Interval.of(counts).dividedBy(error.squared());
    }
}
