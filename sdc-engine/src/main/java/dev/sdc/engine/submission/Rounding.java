package dev.sdc.engine.submission;

import org.jspecify.annotations.Nullable;

/**
 * How counts were rounded, as declared.
 *
 * @param base the rounding base, at least 1
 * @param method how values were brought to the base
 * @param totals how totals were made, or null when not declared
 */
public record Rounding(int base, Method method, @Nullable Totals totals) {
    /** How a value is brought to a multiple of the base. */
    public enum Method {
        NEAREST,
        MIDPOINT6,
        RANDOM3
    }

    /** How totals relate to rounded cells. */
    public enum Totals {
        SUM_OF_ROUNDED,
        INDEPENDENTLY_ROUNDED,
        EXACT
    }
}
