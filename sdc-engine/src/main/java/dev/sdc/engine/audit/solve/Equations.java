package dev.sdc.engine.audit.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A system of published sums over whole numbers that were held back. Each unknown lies in an interval of its own; each sum
 * of unknowns, less one more where the total itself is held back, lies in an interval that follows from what is printed.
 *
 * <p>Immutable; {@link Ranges#of} solves it.
 */
public final class Equations {
    /** An upper end that is open. Small enough that sums of a few open ends do not overflow. */
    public static final long OPEN = Long.MAX_VALUE / 8;

    /** Stands for no unknown. */
    static final int NOBODY = -1;

    /**
     * One published sum: the parts less the whole lie between two ends.
     *
     * @param parts the unknowns that are added
     * @param whole the unknown that is taken off, {@link #NOBODY} where the total is printed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Sum(int[] parts, int whole, long low, long high) {
        int size() {
            return whole == NOBODY ? parts.length : parts.length + 1;
        }
    }

    final long[] low;
    final long[] high;
    final Sum[] sums;
    /** For every unknown the sums it stands in: those of unknown i from {@code first[i]} to {@code first[i + 1]}. */
    final int[] first;

    final int[] standsIn;

    private Equations(Builder builder) {
        low = builder.low.stream().mapToLong(Long::longValue).toArray();
        high = builder.high.stream().mapToLong(Long::longValue).toArray();
        sums = builder.sums.toArray(new Sum[0]);
        first = new int[low.length + 1];
        for (Sum sum : sums) {
            count(sum);
        }
        for (int i = 0; i < low.length; i++) {
            first[i + 1] += first[i];
        }
        standsIn = new int[first[low.length]];
        int[] next = Arrays.copyOf(first, low.length);
        for (int s = 0; s < sums.length; s++) {
            for (int part : sums[s].parts()) {
                standsIn[next[part]++] = s;
            }
            if (sums[s].whole() != NOBODY) {
                standsIn[next[sums[s].whole()]++] = s;
            }
        }
    }

    private void count(Sum sum) {
        for (int part : sum.parts()) {
            first[part + 1]++;
        }
        if (sum.whole() != NOBODY) {
            first[sum.whole() + 1]++;
        }
    }

    /** The number of unknowns. */
    public int unknowns() {
        return low.length;
    }

    /** Takes sums one after the other. */
    public interface SumVisitor {
        /** Takes the parts, the unknown that is taken off or -1, and the two ends. */
        void take(int[] parts, int whole, long low, long high);
    }

    /** Visits every sum; the arrays must not be changed. */
    public void forEachSum(SumVisitor visitor) {
        for (Sum sum : sums) {
            visitor.take(sum.parts(), sum.whole(), sum.low(), sum.high());
        }
    }

    /** Gathers unknowns and sums. */
    public static final class Builder {
        private final List<Long> low = new ArrayList<>();
        private final List<Long> high = new ArrayList<>();
        private final List<Sum> sums = new ArrayList<>();

        /** No unknown and no sum yet. */
        public Builder() {}

        /** Adds an unknown between two ends ({@link #OPEN} for no upper end); gives its number, counting from 0. */
        public int unknown(long lowest, long highest) {
            low.add(lowest);
            high.add(Math.min(highest, OPEN));
            return low.size() - 1;
        }

        /** Adds a sum of unknowns that lies between two ends; gives its number, counting from 0. */
        public int sum(int[] parts, long lowest, long highest) {
            return sum(parts, NOBODY, lowest, highest);
        }

        /** Adds a sum of unknowns less one more unknown that lies between two ends; gives its number. */
        public int sum(int[] parts, int whole, long lowest, long highest) {
            sums.add(new Sum(parts.clone(), whole, lowest, highest));
            return sums.size() - 1;
        }

        /** The system. */
        public Equations build() {
            return new Equations(this);
        }
    }
}
