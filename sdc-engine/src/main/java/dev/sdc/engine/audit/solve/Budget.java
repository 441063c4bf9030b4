package dev.sdc.engine.audit.solve;

/**
 * Work that may still be done, counted in steps of the algorithms so that the same system always gets equally far. Not
 * thread-safe; one for each system.
 */
public final class Budget {
    /** Work on a whole system: half a minute at most. */
    public static final long STANDARD = 5_000_000_000L;

    private static final long FOR_EACH_UNKNOWN = 200_000;
    private static final long FOR_ONE_COMPONENT = 1_000_000_000;

    private long left;

    /** So many steps. */
    public Budget(long steps) {
        left = steps;
    }

    /** Takes steps off; false once there are none left. */
    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    boolean isSpent() {
        return left < 0;
    }

    /** What a component may use, by its own size only, so that no other component takes it away. */
    Budget forComponent(int unknowns) {
        return new Budget(Math.min(left, Math.min(FOR_ONE_COMPONENT, FOR_EACH_UNKNOWN * unknowns)));
    }

    /** Takes off what a component's part has used. */
    void settle(Budget part, long given) {
        left -= given - Math.max(part.left, 0);
    }

    long left() {
        return left;
    }
}
