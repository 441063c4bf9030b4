package dev.sdc.engine.audit.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Eliminates the unknowns of a system of equalities modulo a prime, so that no entry grows. A vector that the equalities
 * send to zero, drawn at random, is zero where they determine an unknown (and, but for a chance below one in 10^12,
 * nowhere else); two such vectors are in one ratio where two unknowns determine each other.
 */
final class Elimination {
    /** One equality: signed unknowns that add up to a number. Unknowns in ascending order. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Equality(int sum, int[] unknowns, long[] factors, long right) {
        /** From entries in any order, each an unknown times 256, and one more than its sign; they are sorted. */
        static Equality of(int sum, long[] entries, long right) {
            Arrays.sort(entries);
            int[] unknowns = new int[entries.length];
            long[] factors = new long[entries.length];
            for (int i = 0; i < entries.length; i++) {
                unknowns[i] = (int) (entries[i] >> 8);
                factors[i] = (entries[i] & 255) - 1;
            }
            return new Equality(sum, unknowns, factors, right);
        }
    }

    /** A multiple of an earlier pivot row that was taken off a row. */
    private record Step(int pivot, long factor) {}

    private static final long SEED = 0x5DC5DC5DC5DC5DCL;

    private final Field field;
    private final List<Equality> equalities;
    private final Budget budget;
    private final int[][] columns;
    private final long[][] values;
    private final long[] right;
    private final List<List<Step>> steps = new ArrayList<>();
    private final int[] pivotOf;
    private final int[] pivotRow;
    private final int[] pivotColumn;
    private int pivots;
    private boolean contradiction;
    private final long[] first;
    private final long[] second;
    private long[] scratch = {};
    private long[] taken = {};

    private Elimination(Field field, int unknowns, List<Equality> equalities, Budget budget) {
        this.field = field;
        this.equalities = equalities;
        this.budget = budget;
        columns = new int[equalities.size()][];
        values = new long[equalities.size()][];
        right = new long[equalities.size()];
        for (int row = 0; row < equalities.size(); row++) {
            Equality equality = equalities.get(row);
            columns[row] = equality.unknowns();
            values[row] = Arrays.stream(equality.factors()).map(field::of).toArray();
            right[row] = field.of(equality.right());
            steps.add(List.of());
        }
        pivotOf = new int[unknowns];
        Arrays.fill(pivotOf, -1);
        pivotRow = new int[Math.min(unknowns, equalities.size())];
        pivotColumn = new int[pivotRow.length];
        first = new long[unknowns];
        second = new long[unknowns];
    }

    /** Eliminates; null where the work allowed does not reach. */
    static @Nullable Elimination of(int unknowns, List<Equality> equalities, Budget budget) {
        return of(Field.LARGE, unknowns, equalities, budget);
    }

    static @Nullable Elimination of(Field field, int unknowns, List<Equality> equalities, Budget budget) {
        Elimination elimination = new Elimination(field, unknowns, equalities, budget);
        if (!elimination.new Forward().run()) {
            return null;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        elimination.kernel(elimination.first, random);
        elimination.kernel(elimination.second, random);
        return elimination;
    }

    /** Whether the equalities contradict each other. */
    boolean contradiction() {
        return contradiction;
    }

    /** Whether the equalities alone determine an unknown. */
    boolean determines(int unknown) {
        return pivotOf[unknown] >= 0 && first[unknown] == 0 && second[unknown] == 0;
    }

    /** The same number for unknowns of which each determines the other, and for no others; -1 for determined ones. */
    long ratio(int unknown) {
        if (first[unknown] == 0) {
            return determines(unknown) ? -1 : field.prime();
        }
        return field.times(second[unknown], field.inverse(first[unknown]));
    }

    private void kernel(long[] vector, SplittableRandom random) {
        for (int unknown = 0; unknown < vector.length; unknown++) {
            vector[unknown] = pivotOf[unknown] < 0 ? 1 + random.nextLong(field.prime() - 1) : 0;
        }
        follow(vector, false);
    }

    private void follow(long[] vector, boolean withRight) {
        for (int pivot = pivots - 1; pivot >= 0; pivot--) {
            int row = pivotRow[pivot];
            long rest = withRight ? right[row] : 0;
            long own = 1;
            for (int i = 0; i < columns[row].length; i++) {
                if (columns[row][i] == pivotColumn[pivot]) {
                    own = values[row][i];
                } else {
                    rest = field.minus(rest, field.times(values[row][i], vector[columns[row][i]]));
                }
            }
            vector[pivotColumn[pivot]] = field.times(rest, field.inverse(own));
        }
    }

    /** Whether the equalities leave an unknown free, so that others follow from it. */
    boolean free(int unknown) {
        return pivotOf[unknown] < 0;
    }

    /** Gives all unknowns that are not free the remainders that follow from those of the free ones. */
    void complete(long[] vector) {
        follow(vector, true);
    }

    /** The sums in which all but a determined unknown cancel out; null if there are none of small whole numbers. */
    @Nullable
    Combination combination(int unknown) {
        if (scratch.length < pivots) {
            scratch = new long[pivots];
            taken = new long[pivots];
        }
        int last = take(pivotOf[unknown]);
        return last < 0 ? null : lift(unknown, backToSums(last));
    }

    /** Rows that elimination made, each so many times, that leave one unknown alone; the result is the last of them. */
    private int take(int first) {
        int last = first;
        boolean enough = budget.spend(1 + (pivots - first) / 8);
        scratch[first] = 1;
        for (int pivot = first; pivot < pivots; pivot++) {
            long amount = scratch[pivot];
            scratch[pivot] = 0;
            if (amount == 0 || !enough) {
                continue;
            }
            int row = pivotRow[pivot];
            enough = budget.spend(4L * columns[row].length);
            long times = field.times(amount, field.inverse(at(row, pivotColumn[pivot])));
            taken[pivot] = times;
            last = pivot;
            for (int i = 0; i < columns[row].length; i++) {
                int other = pivotOf[columns[row][i]];
                if (other > pivot) {
                    scratch[other] = field.minus(scratch[other], field.times(times, values[row][i]));
                }
            }
        }
        if (!enough) {
            Arrays.fill(taken, 0);
            return -1;
        }
        return last;
    }

    /** Equalities by their number, each so many times. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taken(int[] equalities, long[] times, int size) {}

    /** Says in terms of the sums as they were what is said in terms of the rows that elimination made of them. */
    private Taken backToSums(int last) {
        int[] rows = new int[16];
        long[] times = new long[16];
        int size = 0;
        budget.spend(1 + last / 8);
        for (int pivot = last; pivot >= 0; pivot--) {
            long amount = taken[pivot];
            taken[pivot] = 0;
            if (amount != 0) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * size);
                    times = Arrays.copyOf(times, 2 * size);
                }
                rows[size] = pivotRow[pivot];
                times[size++] = amount;
                List<Step> made = steps.get(pivotRow[pivot]);
                budget.spend(1 + made.size());
                for (Step step : made) {
                    taken[step.pivot()] = field.minus(taken[step.pivot()], field.times(amount, step.factor()));
                }
            }
        }
        return new Taken(rows, times, size);
    }

    /** Turns remainders into whole numbers over one denominator, and checks that all else cancels out. */
    private @Nullable Combination lift(int unknown, Taken sums) {
        long under = 1;
        long[][] fractions = new long[sums.size()][];
        for (int i = 0; i < sums.size(); i++) {
            long[] fraction = field.fraction(sums.times()[i]);
            if (fraction == null) {
                return null;
            }
            fractions[i] = fraction;
            under = under / gcd(under, fraction[1]) * fraction[1];
            if (under > 1_000_000) {
                return null;
            }
        }
        List<Combination.Term> terms = new ArrayList<>();
        Map<Integer, Long> together = new HashMap<>();
        long right = 0;
        try {
            for (int i = 0; i < sums.size(); i++) {
                long times = Math.multiplyExact(fractions[i][0], under / fractions[i][1]);
                Equality equality = equalities.get(sums.equalities()[i]);
                terms.add(new Combination.Term(equality.sum(), times));
                budget.spend(4L * equality.unknowns().length);
                for (int j = 0; j < equality.unknowns().length; j++) {
                    together.merge(
                            equality.unknowns()[j], Math.multiplyExact(times, equality.factors()[j]), Math::addExact);
                }
                right = Math.addExact(right, Math.multiplyExact(times, equality.right()));
            }
        } catch (ArithmeticException tooLarge) {
            return null;
        }
        for (Map.Entry<Integer, Long> entry : together.entrySet()) {
            if (entry.getValue() != (entry.getKey() == unknown ? under : 0)) {
                return null;
            }
        }
        if (together.isEmpty() || right % under != 0) {
            return null;
        }
        terms.sort(Comparator.comparingInt(Combination.Term::sum));
        return new Combination(terms, under, right / under);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private long at(int row, int column) {
        int place = Arrays.binarySearch(columns[row], column);
        return place < 0 ? 0 : values[row][place];
    }

    /** Finds pivots: unknowns that stand in one row only first, as they cost nothing, then the shortest row. */
    private final class Forward {
        private final boolean[] done = new boolean[columns.length];
        private final int[] count = new int[pivotOf.length];
        private final int[][] rowsOf = new int[pivotOf.length][];
        private final int[] known = new int[pivotOf.length];
        private final Deque<Integer> single = new ArrayDeque<>();
        private final PriorityQueue<Long> shortest = new PriorityQueue<>();

        Forward() {
            for (int[] row : columns) {
                for (int column : row) {
                    count[column]++;
                }
            }
            for (int column = 0; column < count.length; column++) {
                rowsOf[column] = new int[count[column]];
                if (count[column] == 1) {
                    single.add(column);
                }
            }
            for (int row = 0; row < columns.length; row++) {
                for (int column : columns[row]) {
                    rowsOf[column][known[column]++] = row;
                }
            }
        }

        boolean run() {
            peel();
            for (int row = 0; row < columns.length; row++) {
                if (!done[row]) {
                    wait(row);
                }
            }
            while (!shortest.isEmpty()) {
                long next = shortest.remove();
                int row = (int) next;
                if (done[row] || columns[row].length != (int) (next >> 32)) {
                    continue;
                }
                if (columns[row].length == 0) {
                    done[row] = true;
                    contradiction |= right[row] != 0;
                    continue;
                }
                int column = rarest(row);
                if (!eliminate(row, column)) {
                    return false;
                }
                peel();
            }
            return budget.spend(1);
        }

        private void wait(int row) {
            shortest.add(((long) columns[row].length << 32) | row);
        }

        private int rarest(int row) {
            int rarest = columns[row][0];
            for (int column : columns[row]) {
                if (count[column] < count[rarest]) {
                    rarest = column;
                }
            }
            return rarest;
        }

        private void peel() {
            while (!single.isEmpty()) {
                int column = single.remove();
                if (count[column] == 1 && pivotOf[column] < 0) {
                    for (int i = 0; i < known[column]; i++) {
                        int row = rowsOf[column][i];
                        if (!done[row] && Arrays.binarySearch(columns[row], column) >= 0) {
                            pivot(row, column);
                            break;
                        }
                    }
                }
            }
        }

        private void pivot(int row, int column) {
            pivotOf[column] = pivots;
            pivotRow[pivots] = row;
            pivotColumn[pivots++] = column;
            done[row] = true;
            budget.spend(columns[row].length);
            for (int other : columns[row]) {
                if (--count[other] == 1) {
                    single.add(other);
                }
            }
        }

        private boolean eliminate(int row, int column) {
            int pivot = pivots;
            pivot(row, column);
            long inverse = field.inverse(at(row, column));
            for (int i = 0; i < known[column]; i++) {
                int other = rowsOf[column][i];
                if (done[other]) {
                    continue;
                }
                long value = at(other, column);
                if (value != 0) {
                    long factor = field.times(value, inverse);
                    if (!budget.spend(4L * (columns[row].length + columns[other].length))) {
                        return false;
                    }
                    takeOff(other, row, factor);
                    if (steps.get(other).isEmpty()) {
                        steps.set(other, new ArrayList<>());
                    }
                    steps.get(other).add(new Step(pivot, factor));
                    wait(other);
                }
            }
            return true;
        }

        private void takeOff(int from, int row, long factor) {
            int[] a = columns[from];
            int[] b = columns[row];
            int[] merged = new int[a.length + b.length];
            long[] mergedValues = new long[merged.length];
            int n = 0;
            int i = 0;
            int j = 0;
            while (i < a.length || j < b.length) {
                if (j == b.length || (i < a.length && a[i] < b[j])) {
                    merged[n] = a[i];
                    mergedValues[n++] = values[from][i++];
                } else if (i == a.length || b[j] < a[i]) {
                    merged[n] = b[j];
                    mergedValues[n++] = field.negative(field.times(factor, values[row][j]));
                    count[b[j]]++;
                    remember(b[j++], from);
                } else {
                    long value = field.minus(values[from][i], field.times(factor, values[row][j]));
                    if (value == 0) {
                        if (--count[a[i]] == 1) {
                            single.add(a[i]);
                        }
                    } else {
                        merged[n] = a[i];
                        mergedValues[n++] = value;
                    }
                    i++;
                    j++;
                }
            }
            columns[from] = Arrays.copyOf(merged, n);
            values[from] = Arrays.copyOf(mergedValues, n);
            right[from] = field.minus(right[from], field.times(factor, right[row]));
        }

        private void remember(int column, int row) {
            if (known[column] == rowsOf[column].length) {
                rowsOf[column] = Arrays.copyOf(rowsOf[column], Math.max(4, 2 * known[column]));
            }
            rowsOf[column][known[column]++] = row;
        }
    }
}
