package dev.sdc.engine.submission;

import org.jspecify.annotations.Nullable;

/**
 * How counts were rounded, as declared.
 *
 * @param base the rounding base, at least 1; where counts were changed at random, the most that one was changed by
 * @param method how values were brought to the base
 * @param steps how many multiples further than its neighbours a count may have been moved, so that totals still add up
 * @param totals how totals were made, or null when not declared
 */
public record Rounding(
        int base, Method method, int steps, @Nullable Totals totals) {
    /** How a value is brought to a multiple of the base. */
    public enum Method {
        /** To the nearest multiple. */
        NEAREST,
        /** To 0 or the middle of six. */
        MIDPOINT6,
        /** To one of the two neighbouring multiples of three. */
        RANDOM3,
        /** To one of the two neighbouring multiples; a multiple stays. */
        RANDOM,
        /** To no multiple: a small random number was added. */
        PERTURBED
    }

    /** How totals relate to rounded cells. */
    public enum Totals {
        SUM_OF_ROUNDED,
        INDEPENDENTLY_ROUNDED,
        EXACT
    }

    /** No count moved further than to a neighbouring multiple. */
    public Rounding(int base, Method method, @Nullable Totals totals) {
        this(base, method, 0, totals);
    }

    /** How far a printed count may lie from the true one. */
    public int reach() {
        return switch (method) {
            case NEAREST -> base / 2;
            case MIDPOINT6 -> 3;
            case RANDOM3 -> 2;
            case RANDOM -> (int) Math.min(Integer.MAX_VALUE, (steps + 1L) * base - 1);
            case PERTURBED -> base;
        };
    }
}
