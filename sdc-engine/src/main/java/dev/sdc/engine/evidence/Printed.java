package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A printed number and how far the number it was rounded from may lie from it. Both ends belong to the interval, so that
 * half-up and half-even rounding are accepted alike.
 *
 * @param value the number as printed
 * @param half half a unit of the last decimal it was rounded to, or the error of a double where that is larger
 */
public record Printed(BigDecimal value, BigDecimal half) {
    /** A double holds 15 digits; what stands behind them is noise of the arithmetic. */
    private static final int DOUBLE_DIGITS = 15;
    /** A number that has at most this many digits once the noise is gone was rounded to them. */
    private static final int ROUNDED_DIGITS = 11;

    /** A number whose printed decimals are those it was rounded to. */
    public static Printed of(BigDecimal printed) {
        BigDecimal value = withoutNoise(printed);
        return of(value, value.scale());
    }

    /** A number that was rounded to {@code scale} decimals, though fewer may be printed where the last ones are zero. */
    public static Printed of(BigDecimal printed, int scale) {
        BigDecimal value = withoutNoise(printed);
        int decimals = Math.max(scale, value.scale());
        BigDecimal unit = BigDecimal.valueOf(5, decimals + 1);
        if (value.precision() + decimals - value.scale() < DOUBLE_DIGITS) {
            return new Printed(value, unit); // a double holds more digits
        }
        // rounded to 16 digits by one program and to 15 by another: a whole unit of the last
        BigDecimal noise = value.abs().movePointLeft(DOUBLE_DIGITS - 1);
        return new Printed(value, unit.max(noise.round(new MathContext(2, RoundingMode.UP))));
    }

    /** The smallest number that it may stand for. */
    public BigDecimal low() {
        return value.subtract(half);
    }

    /** The largest number that it may stand for. */
    public BigDecimal high() {
        return value.add(half);
    }

    /** The same number in a unit that is 10 to the {@code places} larger: a percentage as a share, with 2. */
    public Printed movePointLeft(int places) {
        return new Printed(value.movePointLeft(places), half.movePointLeft(places));
    }

    /** What is missing from one. */
    public Printed complement() {
        return new Printed(BigDecimal.ONE.subtract(value), half);
    }

    /** The interval as outward-rounded doubles. */
    public Interval interval() {
        return Interval.between(low(), high());
    }

    /** The value without the digits that binary arithmetic adds: 0.818 for 0.8179999999999999. */
    static BigDecimal withoutNoise(BigDecimal printed) {
        if (printed.precision() <= DOUBLE_DIGITS) {
            return printed;
        }
        BigDecimal rounded = printed.round(new MathContext(DOUBLE_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return rounded.precision() <= ROUNDED_DIGITS ? rounded : printed;
    }
}
