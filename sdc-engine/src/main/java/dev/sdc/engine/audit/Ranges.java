package dev.sdc.engine.audit;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What the sums of a system leave for each unknown: an interval that is certain to hold its value, if the sums are true.
 *
 * <p>Bounds are carried from sum to sum until nothing moves; small knots of unknowns that hang together are then searched
 * to the end, so that their intervals are the narrowest there are. Work is bounded: where the bound is met the intervals
 * are wider than they could be, never narrower. A sum that cannot hold together with the rest is no equality (categories
 * that overlap, a total worked out anew): the unknowns that hang on it keep their own intervals, and are marked.
 */
public final class Ranges {
    /** An end that no sum set: the unknown's own. */
    static final int OWN = -1;
    /** An end that several sums set together. */
    static final int TOGETHER = -2;

    private final Equations equations;
    private final long[] low;
    private final long[] high;
    private final int[] lowBy;
    private final int[] highBy;
    private final BitSet contradicted = new BitSet();

    private Ranges(Equations equations) {
        this.equations = equations;
        low = equations.low.clone();
        high = equations.high.clone();
        lowBy = new int[low.length];
        highBy = new int[low.length];
        Arrays.fill(lowBy, OWN);
        Arrays.fill(highBy, OWN);
    }

    /** Solves a system. */
    public static Ranges of(Equations equations) {
        Ranges ranges = new Ranges(equations);
        Components components = Components.of(equations);
        Propagation propagation = new Propagation(equations, ranges.low, ranges.high, ranges.lowBy, ranges.highBy);
        Search search = new Search(equations, ranges.low, ranges.high, ranges.lowBy, ranges.highBy);
        for (Components.Component component : components.list()) {
            if (!propagation.run(component.sums()) || !search.narrow(component)) {
                ranges.forget(component.unknowns());
            }
        }
        return ranges;
    }

    private void forget(int[] unknowns) {
        for (int unknown : unknowns) {
            low[unknown] = equations.low[unknown];
            high[unknown] = equations.high[unknown];
            lowBy[unknown] = OWN;
            highBy[unknown] = OWN;
            contradicted.set(unknown);
        }
    }

    /** The least value an unknown can take. */
    public long low(int unknown) {
        return low[unknown];
    }

    /** The greatest value an unknown can take; {@link Equations#OPEN} where nothing limits it. */
    public long high(int unknown) {
        return high[unknown];
    }

    /** Whether only one value is left for an unknown. */
    public boolean exact(int unknown) {
        return low[unknown] == high[unknown];
    }

    /** Whether the sums that an unknown hangs on contradict each other, so that nothing follows for it. */
    public boolean contradicted(int unknown) {
        return contradicted.get(unknown);
    }

    /** The sum that set an unknown's lower end, {@link #OWN} or {@link #TOGETHER}. */
    int lowBy(int unknown) {
        return lowBy[unknown];
    }

    /** The sum that set an unknown's upper end, {@link #OWN} or {@link #TOGETHER}. */
    int highBy(int unknown) {
        return highBy[unknown];
    }
}
