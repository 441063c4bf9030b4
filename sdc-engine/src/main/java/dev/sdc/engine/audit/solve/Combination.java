package dev.sdc.engine.audit.solve;

import java.util.List;

/**
 * Why an unknown is known: published sums, each taken so many times, in which every other unknown cancels out. Checked in
 * whole numbers, so that it is a proof and not an estimate.
 *
 * @param terms the sums
 * @param under what the combined sums are divided by
 * @param value what is left for the unknown
 */
public record Combination(List<Term> terms, long under, long value) {
    /** Copies the terms. */
    public Combination {
        terms = List.copyOf(terms);
    }

    /**
     * A sum of the system.
     *
     * @param sum its number
     * @param times how often it is taken, below 0 where it is taken off
     */
    public record Term(int sum, long times) {}
}
