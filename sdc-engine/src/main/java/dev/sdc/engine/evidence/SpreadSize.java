package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The number of units that measures of spread give away.
 *
 * @param low the smallest number that fits
 * @param high the largest number that fits; {@link Long#MAX_VALUE} when there is no upper limit
 */
public record SpreadSize(long low, long high) {
    /** From a standard deviation and a standard error of the mean: n = (SD / SE)². */
    public static Optional<SpreadSize> ofDeviationAndError(Printed sd, Printed se) {
        if (sd.low().signum() <= 0 || se.high().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal least = square(sd.low());
        BigDecimal most = square(sd.high());
        long low = ceilingOfQuotient(least, square(se.high()));
        long high = se.low().signum() <= 0 ? Long.MAX_VALUE : floorOfQuotient(most, square(se.low()));
        return Optional.of(new SpreadSize(low, Math.max(low, high)));
    }

    /** From a share (between 0 and 1) and its standard error: n = p (1 - p) / SE². */
    public static Optional<SpreadSize> ofShareAndError(Printed share, Printed se) {
        Interval p = share.interval();
        if (p.low() <= 0 || p.high() >= 1 || se.low().signum() <= 0) {
            return Optional.empty();
        }
        Interval variance = p.times(Interval.of(1).minus(p));
        return whole(variance.dividedBy(se.interval().squared()));
    }

    /**
     * From a standard deviation and the confidence limits of the mean, by the normal or by Student's distribution: n = (2 q
     * SD / (U - L))².
     */
    public static Optional<SpreadSize> ofDeviationAndLimits(
            Printed sd, Printed lower, Printed upper, Confidence level) {
        Interval width = upper.interval().minus(lower.interval());
        if (width.low() <= 0 || sd.low().signum() <= 0) {
            return Optional.empty();
        }
        Interval ratio = Interval.of(2).times(sd.interval()).dividedBy(width);
        Optional<SpreadSize> normal = whole(ratio.times(level.normal()).squared());
        if (normal.isEmpty()) {
            return normal;
        }
        // Student's quantile is the larger the fewer units there are, so that it allows for some more
        long high = normal.get().high;
        while (high + 1 <= ratio.times(level.student(high)).squared().high()) {
            high++;
        }
        return Optional.of(new SpreadSize(normal.get().low, high));
    }

    /** From a correlation and its confidence limits by Fisher's z: n = 3 + (2 z / (atanh U - atanh L))². */
    public static Optional<SpreadSize> ofCorrelationLimits(Printed lower, Printed upper, Confidence level) {
        Interval width = artanh(upper.interval()).minus(artanh(lower.interval()));
        return width.low() <= 0
                ? Optional.empty()
                : whole(Interval.of(3)
                        .plus(Interval.of(2)
                                .times(level.normal())
                                .dividedBy(width)
                                .squared()));
    }

    /** Whether the number of units is small. */
    public Smallness smallness(long minCount) {
        return Smallness.of(Math.max(1, low), high, minCount);
    }

    /** The number for people: {@code 7}, or {@code 6 to 8}. */
    public String inWords() {
        return low == high ? Long.toString(low) : high == Long.MAX_VALUE ? "at least " + low : low + " to " + high;
    }

    private static Interval artanh(Interval r) {
        return Interval.of(1).plus(r).dividedBy(Interval.of(1).minus(r)).log().dividedBy(Interval.of(2));
    }

    private static Optional<SpreadSize> whole(Interval n) {
        if (!(n.low() > 0) || Double.isInfinite(n.low())) {
            return Optional.empty();
        }
        long low = (long) Math.ceil(n.low());
        return Optional.of(new SpreadSize(low, Math.max(low, (long) Math.floor(n.high()))));
    }

    private static BigDecimal square(BigDecimal x) {
        return x.multiply(x);
    }

    private static long floorOfQuotient(BigDecimal a, BigDecimal b) {
        BigDecimal n = a.divideToIntegralValue(b);
        return n.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0 ? Long.MAX_VALUE : n.longValue();
    }

    private static long ceilingOfQuotient(BigDecimal a, BigDecimal b) {
        long floor = floorOfQuotient(a, b);
        return floor == Long.MAX_VALUE || b.multiply(BigDecimal.valueOf(floor)).compareTo(a) == 0 ? floor : floor + 1;
    }
}
