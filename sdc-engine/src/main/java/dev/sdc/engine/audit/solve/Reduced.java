package dev.sdc.engine.audit.solve;

import dev.sdc.engine.audit.solve.Equations.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A component with what is already known taken out of its sums.
 *
 * @param global the number in the system of every unknown of the component
 * @param sums the number in the system of every sum that still holds an unknown
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Reduced(
        int[] global,
        int[] sums,
        long[] lows,
        long[] highs,
        int[][] unknownsOf,
        byte[][] factorsOf,
        long[] rowLows,
        long[] rowHighs) {

    /** The component's unknowns that have more than one value left. */
    static Reduced of(Equations equations, Components.Component component, long[] low, long[] high, int[] scratch) {
        int free = 0;
        for (int unknown : component.unknowns()) {
            if (low[unknown] < high[unknown]) {
                scratch[unknown] = free++;
            }
        }
        int[] global = new int[free];
        long[] lows = new long[free];
        long[] highs = new long[free];
        for (int unknown : component.unknowns()) {
            if (low[unknown] < high[unknown]) {
                global[scratch[unknown]] = unknown;
                lows[scratch[unknown]] = low[unknown];
                highs[scratch[unknown]] = high[unknown];
            }
        }
        List<int[]> unknownsOf = new ArrayList<>();
        List<byte[]> factorsOf = new ArrayList<>();
        List<long[]> ends = new ArrayList<>();
        List<Integer> sums = new ArrayList<>();
        for (int index : component.sums()) {
            Sum sum = equations.sums[index];
            int[] members = new int[sum.size()];
            byte[] factors = new byte[members.length];
            int n = 0;
            long known = 0;
            for (int part : sum.parts()) {
                if (low[part] < high[part]) {
                    members[n] = scratch[part];
                    factors[n++] = 1;
                } else {
                    known += low[part];
                }
            }
            int whole = sum.whole();
            if (whole >= 0 && low[whole] < high[whole]) {
                members[n] = scratch[whole];
                factors[n++] = -1;
            } else if (whole >= 0) {
                known -= low[whole];
            }
            if (n > 0) {
                unknownsOf.add(Arrays.copyOf(members, n));
                factorsOf.add(Arrays.copyOf(factors, n));
                ends.add(new long[] {sum.low() - known, sum.high() - known});
                sums.add(index);
            }
        }
        return new Reduced(
                global,
                sums.stream().mapToInt(Integer::intValue).toArray(),
                lows,
                highs,
                unknownsOf.toArray(new int[0][]),
                factorsOf.toArray(new byte[0][]),
                ends.stream().mapToLong(end -> end[0]).toArray(),
                ends.stream().mapToLong(end -> end[1]).toArray());
    }

    int unknowns() {
        return global.length;
    }

    int rows() {
        return sums.length;
    }

    long low(int unknown) {
        return lows[unknown];
    }

    long high(int unknown) {
        return highs[unknown];
    }

    int size(int row) {
        return unknownsOf[row].length;
    }

    int unknown(int row, int i) {
        return unknownsOf[row][i];
    }

    int factor(int row, int i) {
        return factorsOf[row][i];
    }

    long rowLow(int row) {
        return rowLows[row];
    }

    long rowHigh(int row) {
        return rowHighs[row];
    }

    /** The sums that hold exactly, as equalities with the unknowns in ascending order. */
    List<Elimination.Equality> equalities() {
        List<Elimination.Equality> equalities = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            if (rowLows[row] == rowHighs[row]) {
                long[] order = new long[size(row)];
                for (int i = 0; i < order.length; i++) {
                    order[i] = ((long) unknown(row, i) << 8) | (factor(row, i) + 1);
                }
                equalities.add(Elimination.Equality.of(sums[row], order, rowLows[row]));
            }
        }
        return equalities;
    }
}
