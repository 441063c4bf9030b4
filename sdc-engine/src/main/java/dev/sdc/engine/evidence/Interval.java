package dev.sdc.engine.evidence;

import java.math.BigDecimal;

/**
 * An interval of real numbers that is certain to hold the true value: every operation rounds outwards, so that a decision
 * that holds for both ends holds for the true value. For what decimals cannot hold exactly: logarithms and roots.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    /** No knowledge at all; also the result of an operation that is not defined throughout. */
    public static final Interval UNKNOWN = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The smallest interval of doubles around two decimals. */
    public static Interval between(BigDecimal low, BigDecimal high) {
        return outward(low.doubleValue(), high.doubleValue());
    }

    /** The smallest interval of doubles around a decimal. */
    public static Interval of(BigDecimal value) {
        return between(value, value);
    }

    /** A whole number, exact up to 2^53. */
    public static Interval of(long value) {
        double nearest = (double) value;
        return Math.abs(value) <= 1L << 53 ? new Interval(nearest, nearest) : outward(nearest, nearest);
    }

    /** The sum. */
    public Interval plus(Interval other) {
        return outward(low + other.low, high + other.high);
    }

    /** The difference. */
    public Interval minus(Interval other) {
        return outward(low - other.high, high - other.low);
    }

    /** The product. */
    public Interval times(Interval other) {
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        return outward(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    /** The quotient; {@link #UNKNOWN} where the divisor may be zero. */
    public Interval dividedBy(Interval other) {
        return other.low <= 0 && other.high >= 0
                ? UNKNOWN
                : times(outward(Math.min(1 / other.low, 1 / other.high), Math.max(1 / other.low, 1 / other.high)));
    }

    /** The square. */
    public Interval squared() {
        double least = low <= 0 && high >= 0 ? 0 : Math.min(low * low, high * high);
        Interval square = outward(least, Math.max(low * low, high * high));
        return new Interval(Math.max(0, square.low), square.high);
    }

    /** The square root; {@link #UNKNOWN} where the number may be negative. */
    public Interval root() {
        return low < 0 ? UNKNOWN : outward(Math.sqrt(low), Math.sqrt(high));
    }

    /** The natural logarithm; {@link #UNKNOWN} where the number may not be positive. */
    public Interval log() {
        // StrictMath is within one unit of the last place, and the same on every machine
        return low <= 0 ? UNKNOWN : wider(StrictMath.log(low), StrictMath.log(high));
    }

    /** The exponential. */
    public Interval exp() {
        return wider(StrictMath.exp(low), StrictMath.exp(high));
    }

    /** Whether the number is certainly less than {@code limit}. */
    public boolean isBelow(double limit) {
        return high < limit;
    }

    /** Whether the number is certainly at least {@code limit}. */
    public boolean isAtLeast(double limit) {
        return low >= limit;
    }

    /** Whether the two may be the same number. */
    public boolean meets(Interval other) {
        return low <= other.high && other.low <= high;
    }

    private static Interval outward(double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high) ? UNKNOWN : new Interval(Math.nextDown(low), Math.nextUp(high));
    }

    private static Interval wider(double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high)
                ? UNKNOWN
                : new Interval(Math.nextDown(Math.nextDown(low)), Math.nextUp(Math.nextUp(high)));
    }
}
