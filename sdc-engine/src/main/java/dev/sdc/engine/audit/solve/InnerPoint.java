package dev.sdc.engine.audit.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place inside a component, away from every end that can be left. Corners that a solver finds in floating point have
 * denominators without bound; a point a little nearer to this place has room around it, so that it can be moved to one of
 * multiples of a small fraction, which is checked exactly.
 */
final class InnerPoint {
    /** How much nearer. */
    private static final double NEARER = 1.0 / 1024;
    /** What does not get further from its end is taken to stay there. */
    private static final double AWAY = 1.0 / 256;
    /** Unknowns that can be chosen are multiples of one in so many. */
    private static final long CHOSEN = 1L << 20;
    /** What follows from them is a multiple of one in so many: of a half, a third, a fifth and the like of them. */
    private static final long UNDER = CHOSEN * 16 * 9 * 5 * 7;

    private final Reduced reduced;
    private final double[] inside;
    private final int[] number;
    private final List<Integer> open = new ArrayList<>();
    private final @Nullable Elimination elimination;
    private final long[] lowest;
    private final long[] highest;

    InnerPoint(List<double[]> corners, Reduced reduced, Budget budget) {
        this.reduced = reduced;
        inside = new double[reduced.unknowns()];
        number = new int[inside.length];
        for (double[] corner : corners) {
            for (int i = 0; i < inside.length; i++) {
                inside[i] += corner[i] / corners.size();
            }
        }
        for (int i = 0; i < inside.length; i++) {
            boolean stays = inside[i] - reduced.low(i) < AWAY || reduced.high(i) - inside[i] < AWAY;
            number[i] = stays ? -1 : open.size();
            if (stays) {
                inside[i] = Math.rint(inside[i]);
            } else {
                open.add(i);
            }
        }
        elimination = Elimination.of(open.size(), equalities(), budget);
        lowest = new long[inside.length];
        highest = new long[inside.length];
        Arrays.fill(lowest, Long.MAX_VALUE);
        Arrays.fill(highest, Long.MIN_VALUE);
    }

    private List<Elimination.Equality> equalities() {
        List<Elimination.Equality> equalities = new ArrayList<>();
        for (int row = 0; row < reduced.rows(); row++) {
            if (reduced.rowLow(row) == reduced.rowHigh(row)) {
                long rest = reduced.rowLow(row);
                long[] entries = new long[reduced.size(row)];
                int n = 0;
                for (int i = 0; i < entries.length; i++) {
                    int unknown = reduced.unknown(row, i);
                    if (number[unknown] < 0) {
                        rest -= reduced.factor(row, i) * Math.round(inside[unknown]);
                    } else {
                        entries[n++] = ((long) number[unknown] << 8) | (reduced.factor(row, i) + 1);
                    }
                }
                equalities.add(Elimination.Equality.of(row, Arrays.copyOf(entries, n), rest));
            }
        }
        return equalities;
    }

    /** Moves the ends seen so far out to a point close to a corner, if there is an exact one; false if there is none. */
    boolean reach(double[] corner, long[] least, long[] most) {
        if (elimination == null || elimination.contradiction()) {
            return false;
        }
        Field field = Field.LARGE;
        long unit = field.inverse(field.of(CHOSEN));
        long[] vector = new long[open.size()];
        for (int i = 0; i < vector.length; i++) {
            if (elimination.free(i)) {
                int unknown = open.get(i);
                double near = corner[unknown] + NEARER * (inside[unknown] - corner[unknown]);
                vector[i] = field.times(field.of(Math.round(near * CHOSEN)), unit);
            }
        }
        elimination.complete(vector);
        long[] exact = new long[inside.length];
        for (int unknown = 0; unknown < exact.length; unknown++) {
            exact[unknown] = number[unknown] < 0
                    ? Math.round(inside[unknown]) * UNDER
                    : signed(field.times(vector[number[unknown]], field.of(UNDER)), field);
        }
        if (!solves(exact)) {
            return false;
        }
        for (int unknown = 0; unknown < exact.length; unknown++) {
            least[unknown] = Math.min(least[unknown], -Math.floorDiv(-exact[unknown], UNDER));
            most[unknown] = Math.max(most[unknown], Math.floorDiv(exact[unknown], UNDER));
            lowest[unknown] = Math.min(lowest[unknown], exact[unknown]);
            highest[unknown] = Math.max(highest[unknown], exact[unknown]);
        }
        return true;
    }

    /** Whether an unknown was so far apart in two points, fractions counted. */
    boolean isWide(int unknown, long width) {
        return lowest[unknown] <= highest[unknown] && (highest[unknown] - lowest[unknown]) / UNDER >= width;
    }

    private static long signed(long remainder, Field field) {
        return remainder > field.prime() / 2 ? remainder - field.prime() : remainder;
    }

    /** Whether values in units of one in {@link #UNDER} keep to all ends and sums. */
    private boolean solves(long[] exact) {
        for (int i = 0; i < exact.length; i++) {
            if (Math.floorDiv(exact[i], UNDER) < reduced.low(i) || -Math.floorDiv(-exact[i], UNDER) > reduced.high(i)) {
                return false;
            }
        }
        for (int row = 0; row < reduced.rows(); row++) {
            long sum = 0;
            for (int i = 0; i < reduced.size(row); i++) {
                try {
                    sum = Math.addExact(sum, reduced.factor(row, i) * exact[reduced.unknown(row, i)]);
                } catch (ArithmeticException tooLarge) {
                    return false;
                }
            }
            if (Math.floorDiv(sum, UNDER) < reduced.rowLow(row) || -Math.floorDiv(-sum, UNDER) > reduced.rowHigh(row)) {
                return false;
            }
        }
        return true;
    }
}
