package dev.sdc.engine.evidence;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The number of units behind a figure, and how it is known. Where counts are rounded it is an interval.
 *
 * @param low the smallest number it can be
 * @param high the largest number it can be
 * @param source how it is known
 * @param place gives the place that says it, see {@link #where}; asked for where a person is told only
 * @param restsOn the declaration that it rests on, such as {@code population.n: 899}; null when the file itself says it
 */
public record Size(
        long low,
        long high,
        Source source,
        Supplier<String> place,
        @Nullable String restsOn) {
    /** How a size is known. */
    public enum Source {
        /** Printed in the same cell. */
        SAME_CELL,
        /** Printed in a count column of the same row, or in a count row of the same column. */
        PRINTED,
        /** Printed in the header, such as {@code (n=176)}. */
        HEADER,
        /** What the mark says that stands in the place of a count. */
        MASKED,
        /** Worked out from other printed figures. */
        INFERRED,
        /** Supplied as evidence. */
        EVIDENCE,
        /** The declared size of the whole population. */
        POPULATION
    }

    /** A size whose place is a text already. */
    public Size(long low, long high, Source source, String where, @Nullable String restsOn) {
        this(low, high, source, () -> where, restsOn);
    }

    /** The place that says it, as {@code file!cell}, or the declaration key. */
    public String where() {
        return place.get();
    }

    /** An exactly known size. */
    public static Size exactly(long n, Source source, String where, @Nullable String restsOn) {
        return new Size(n, n, source, where, restsOn);
    }

    /** The number for people: {@code 12}, or {@code 8 to 12}. */
    public String inWords() {
        return low == high ? Long.toString(low) : low + " to " + high;
    }
}
