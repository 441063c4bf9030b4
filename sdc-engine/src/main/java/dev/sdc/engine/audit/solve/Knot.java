package dev.sdc.engine.audit.solve;

/** A component in the form that one way of solving it asks for, with all whole solutions seen so far. */
interface Knot {
    /** How a search for an end went. */
    enum Reach {
        /** The end is known: nothing lies beyond it, and a solution reaches it, or comes within one of it. */
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

    /** Whether the solutions seen so far say enough of an unknown. */
    default boolean settled(int unknown, Ranges.Effort effort) {
        return effort.settled(least(unknown), most(unknown));
    }

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
