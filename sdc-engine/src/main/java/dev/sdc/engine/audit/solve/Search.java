package dev.sdc.engine.audit.solve;

import dev.sdc.engine.audit.solve.Components.Component;
import java.util.Arrays;

/**
 * Looks for the least and the greatest value of every unknown of a small component by trying: an end is kept when a whole
 * solution reaches it, and moved inwards when none does.
 *
 * <p>The work of all components together is bounded. Where the bound is met, the ends stay as they are.
 */
final class Search {
    /** The most unknowns of a component that is searched. */
    private static final int LARGEST = 12;
    /** Steps for the whole system. */
    private static final int BUDGET = 200_000;

    enum Found {
        YES,
        NO,
        GAVE_UP
    }

    private final Equations equations;
    private final long[] low;
    private final long[] high;
    private final int[] lowBy;
    private final int[] highBy;
    private final long[] tryLow;
    private final long[] tryHigh;
    private final Propagation propagation;
    private int budget = BUDGET;

    Search(Equations equations, long[] low, long[] high, int[] lowBy, int[] highBy) {
        this.equations = equations;
        this.low = low;
        this.high = high;
        this.lowBy = lowBy;
        this.highBy = highBy;
        tryLow = new long[low.length];
        tryHigh = new long[low.length];
        propagation = new Propagation(equations, tryLow, tryHigh, new int[low.length], new int[low.length]);
    }

    /**
     * Narrows the ends of a component that propagation has left.
     *
     * @return whether it has a solution at all; {@link Found#GAVE_UP} if it is too large, or the work allowed did not reach
     */
    Found narrow(Component component) {
        int[] free = Arrays.stream(component.unknowns())
                .filter(unknown -> low[unknown] < high[unknown])
                .toArray();
        if (free.length > LARGEST) {
            return Found.GAVE_UP;
        }
        long[] least = new long[free.length];
        long[] most = new long[free.length];
        Arrays.fill(least, Equations.OPEN);
        Arrays.fill(most, -1);
        known(component);
        start(component);
        Found any = solution(component, free);
        if (any != Found.YES) {
            return any;
        }
        witness(free, least, most);
        for (int i = 0; i < free.length; i++) {
            if (!lowerEnd(component, free, i, least, most) || !upperEnd(component, free, i, least, most)) {
                return Found.GAVE_UP;
            }
        }
        return Found.YES;
    }

    private boolean lowerEnd(Component component, int[] free, int i, long[] least, long[] most) {
        int unknown = free[i];
        while (low[unknown] < least[i]) {
            long limit = low[unknown] + (least[i] - low[unknown] - 1) / 2;
            start(component);
            tryHigh[unknown] = limit;
            Found found = solution(component, free);
            if (found == Found.GAVE_UP) {
                return false;
            }
            if (found == Found.YES) {
                witness(free, least, most);
            } else {
                low[unknown] = limit + 1;
                lowBy[unknown] = Ranges.TOGETHER;
            }
        }
        return true;
    }

    private boolean upperEnd(Component component, int[] free, int i, long[] least, long[] most) {
        int unknown = free[i];
        while (most[i] < high[unknown]) {
            long limit = high[unknown] - (high[unknown] - most[i] - 1) / 2;
            start(component);
            tryLow[unknown] = limit;
            Found found = solution(component, free);
            if (found == Found.GAVE_UP) {
                return false;
            }
            if (found == Found.YES) {
                witness(free, least, most);
            } else {
                high[unknown] = limit - 1;
                highBy[unknown] = Ranges.TOGETHER;
            }
        }
        return true;
    }

    /** What the sums hold beside the unknowns of the component. */
    private void known(Component component) {
        for (int index : component.sums()) {
            Equations.Sum sum = equations.sums[index];
            for (int part : sum.parts()) {
                tryLow[part] = low[part];
                tryHigh[part] = high[part];
            }
            if (sum.whole() >= 0) {
                tryLow[sum.whole()] = low[sum.whole()];
                tryHigh[sum.whole()] = high[sum.whole()];
            }
        }
    }

    private void start(Component component) {
        for (int unknown : component.unknowns()) {
            tryLow[unknown] = low[unknown];
            tryHigh[unknown] = high[unknown];
        }
    }

    private void witness(int[] free, long[] least, long[] most) {
        for (int i = 0; i < free.length; i++) {
            least[i] = Math.min(least[i], tryLow[free[i]]);
            most[i] = Math.max(most[i], tryLow[free[i]]);
        }
    }

    /** Whether the intervals being tried hold a solution, which then stands in them. */
    private Found solution(Component component, int[] free) {
        if (--budget < 0) {
            return Found.GAVE_UP;
        }
        if (!propagation.run(component.sums())) {
            return Found.NO;
        }
        int next = -1;
        for (int unknown : free) {
            long width = tryHigh[unknown] - tryLow[unknown];
            if (width > 0 && (next < 0 || width < tryHigh[next] - tryLow[next])) {
                next = unknown;
            }
        }
        if (next < 0) {
            return holds(component) ? Found.YES : Found.NO;
        }
        long[] lows = new long[free.length];
        long[] highs = new long[free.length];
        for (int i = 0; i < free.length; i++) {
            lows[i] = tryLow[free[i]];
            highs[i] = tryHigh[free[i]];
        }
        long middle = tryLow[next] + (tryHigh[next] - tryLow[next]) / 2;
        tryHigh[next] = middle;
        Found found = solution(component, free);
        if (found != Found.NO) {
            return found;
        }
        for (int i = 0; i < free.length; i++) {
            tryLow[free[i]] = lows[i];
            tryHigh[free[i]] = highs[i];
        }
        tryLow[next] = middle + 1;
        return solution(component, free);
    }

    /** Whether every sum holds for single values; propagation may have stopped before it was sure. */
    private boolean holds(Component component) {
        for (int index : component.sums()) {
            Equations.Sum sum = equations.sums[index];
            long value = sum.whole() >= 0 ? -tryLow[sum.whole()] : 0;
            for (int part : sum.parts()) {
                value += tryLow[part];
            }
            if (value < sum.low() || value > sum.high()) {
                return false;
            }
        }
        return true;
    }
}
