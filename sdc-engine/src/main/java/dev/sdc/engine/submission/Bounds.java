package dev.sdc.engine.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A closed interval in which a value lies; a missing end is open.
 *
 * @param low the smallest possible value, or null when there is none
 * @param high the largest possible value, or null when there is none
 */
public record Bounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    /** No bound at either end. */
    public static final Bounds NONE = new Bounds(null, null);

    /** The interval between two whole numbers. */
    public static Bounds of(long low, long high) {
        return new Bounds(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** Whether a printed figure can lie within, which is exact to half a unit of its last decimal. */
    public boolean allow(BigDecimal figure, BigDecimal halfUnit) {
        return (low == null || figure.add(halfUnit).compareTo(low) >= 0)
                && (high == null || figure.subtract(halfUnit).compareTo(high) <= 0);
    }
}
