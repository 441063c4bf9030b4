package dev.sdc.engine.audit.solve;

/** A component in the form that one way of solving it asks for, with all whole solutions seen so far. */
interface Knot {
    /** How a search for an end went. */
    enum Reach {
        /** The end is known. */
        END,
        /** A solution goes as far as was asked; the end may lie further on. */
        ENOUGH,
        /** The work allowed did not reach, or the proof failed. */
        UNKNOWN
    }

    /** Whether there is a solution at all. */
    boolean feasible();

    /** The least value of an unknown in a solution seen so far. */
    long least(int unknown);

    /** The greatest value of an unknown in a solution seen so far. */
    long most(int unknown);

    /** Looks for solutions that settle many unknowns at once, if that is cheaper than one after the other. */
    default void spread(Ranges.Effort effort) {}

    /** Looks for smaller values until one is as small as asked. */
    Reach lower(int unknown, long enough);

    /** Looks for greater values until one is as great as asked. */
    Reach upper(int unknown, long enough);

    /** The proven lower end, after {@link #lower} found it. */
    long lowerEnd(int unknown);

    /** The proven upper end, after {@link #upper} found it. */
    long upperEnd(int unknown);
}
