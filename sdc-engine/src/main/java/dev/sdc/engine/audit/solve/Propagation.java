package dev.sdc.engine.audit.solve;

import dev.sdc.engine.audit.solve.Equations.Sum;

/** Carries bounds from sum to sum until nothing moves. */
final class Propagation {
    /** Bounds may creep by one; after this many turns on average a sum is left alone. */
    private static final int TURNS = 60;

    private final Equations equations;
    private final long[] low;
    private final long[] high;
    private final int[] lowBy;
    private final int[] highBy;
    private final int[] queue;
    private final boolean[] queued;
    private int head;
    private int waiting;

    Propagation(Equations equations, long[] low, long[] high, int[] lowBy, int[] highBy) {
        this.equations = equations;
        this.low = low;
        this.high = high;
        this.lowBy = lowBy;
        this.highBy = highBy;
        queue = new int[equations.sums.length];
        queued = new boolean[equations.sums.length];
    }

    /** Runs from these sums; false if they contradict each other. */
    boolean run(int[] sums) {
        for (int sum : sums) {
            enqueue(sum);
        }
        long turns = (long) TURNS * Math.max(sums.length, 4);
        boolean hold = true;
        while (waiting > 0) {
            int sum = queue[head];
            head = head + 1 == queue.length ? 0 : head + 1;
            waiting--;
            queued[sum] = false;
            if (hold && turns-- > 0) {
                hold = tighten(sum);
            }
        }
        return hold;
    }

    private void enqueue(int sum) {
        if (!queued[sum]) {
            queued[sum] = true;
            int tail = head + waiting;
            queue[tail >= queue.length ? tail - queue.length : tail] = sum;
            waiting++;
        }
    }

    private boolean tighten(int index) {
        Sum sum = equations.sums[index];
        int whole = sum.whole();
        long least = 0;
        long most = 0;
        int open = 0;
        for (int part : sum.parts()) {
            least += low[part];
            if (high[part] >= Equations.OPEN) {
                open++;
            } else {
                most += high[part];
            }
        }
        boolean wholeOpen = whole >= 0 && high[whole] >= Equations.OPEN;
        long wholeLow = whole >= 0 ? low[whole] : 0;
        long wholeHigh = whole >= 0 && !wholeOpen ? high[whole] : 0;
        for (int part : sum.parts()) {
            boolean partOpen = high[part] >= Equations.OPEN;
            long mostOfRest = most - (partOpen ? 0 : high[part]);
            if (!wholeOpen && !atMost(part, sum.high() + wholeHigh - (least - low[part]), index)) {
                return false;
            }
            if (open == (partOpen ? 1 : 0) && !atLeast(part, sum.low() + wholeLow - mostOfRest, index)) {
                return false;
            }
        }
        if (whole >= 0) {
            return atLeast(whole, least - sum.high(), index) && (open > 0 || atMost(whole, most - sum.low(), index));
        }
        return true;
    }

    private boolean atMost(int unknown, long limit, int by) {
        if (limit < high[unknown]) {
            high[unknown] = limit;
            highBy[unknown] = by;
            wake(unknown, by);
        }
        return low[unknown] <= high[unknown];
    }

    private boolean atLeast(int unknown, long limit, int by) {
        if (limit > low[unknown]) {
            low[unknown] = limit;
            lowBy[unknown] = by;
            wake(unknown, by);
        }
        return low[unknown] <= high[unknown];
    }

    private void wake(int unknown, int by) {
        for (int i = equations.first[unknown]; i < equations.first[unknown + 1]; i++) {
            if (equations.standsIn[i] != by) {
                enqueue(equations.standsIn[i]);
            }
        }
    }
}
