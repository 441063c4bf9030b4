package dev.sdc.engine.audit.solve;

import org.jspecify.annotations.Nullable;

/**
 * A solver of linear programs in floating point. Nothing it says is believed: its solutions and multipliers are made
 * fractions again and checked exactly, so that a poor solver can leave a number undecided and never misjudged.
 */
public interface LpBackend {
    /** No solver: what needs one stays undecided. */
    LpBackend NONE = program -> null;

    /** Prepares a program; null where the solver cannot be used here. */
    @Nullable
    Session open(Program program);

    /**
     * Signed unknowns between bounds, and sums of them between bounds.
     *
     * @param low the least value of every unknown
     * @param high the greatest, infinite where there is none
     * @param unknownsOf the unknowns of every sum
     * @param factorsOf their signs
     * @param sumLow the least value of every sum
     * @param sumHigh the greatest
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Program(
            double[] low, double[] high, int[][] unknownsOf, byte[][] factorsOf, double[] sumLow, double[] sumHigh) {}

    /**
     * What a solver takes for the best.
     *
     * @param values the value of every unknown
     * @param multipliers the multiplier of every sum
     * @param work steps taken, the same whenever the same is asked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Answer(double[] values, double[] multipliers, long work) {}

    /** A program that is solved for one thing after the other. */
    interface Session extends AutoCloseable {
        /**
         * Looks for the greatest sum of unknowns with signs; null where none is found.
         *
         * @param signs -1, 0 or 1 for every unknown
         */
        @Nullable
        Answer greatest(byte[] signs);

        /** Looks for the greatest (or least) value of an unknown; null where none is found. */
        @Nullable
        Answer optimise(int unknown, boolean greatest);

        @Override
        void close();
    }
}
