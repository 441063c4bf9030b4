package dev.sdc.engine.evidence;

/** Whether a count that is known to lie in an interval is small: from 1 to the minimum count less one. */
public enum Smallness {
    /** No number of the interval is small. */
    NONE,
    /** Some numbers of the interval are small. */
    SOME,
    /** Every number of the interval is small. */
    ALL;

    /** The smallness of a count from {@code low} to {@code high}, which must not be less than {@code low}. */
    public static Smallness of(long low, long high, long minCount) {
        if (low >= 1 && high < minCount) {
            return ALL;
        }
        return high < 1 || low >= minCount ? NONE : SOME;
    }

    /** The smallness of a size. */
    public static Smallness of(Size size, long minCount) {
        return of(size.low(), size.high(), minCount);
    }
}
