package dev.sdc.engine.audit.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A component solved by linear programs. An end is believed where a solution in exact fractions reaches it and multipliers
 * in exact fractions prove that none goes further. Between whole numbers it is rounded inwards.
 */
final class LinearKnot implements Knot, AutoCloseable {
    /** Denominators are the determinants of small matrices of -1, 0 and 1. */
    private static final long LARGEST_DENOMINATOR = 5_000;

    /** The denominator of a whole sum is not much larger. */
    private static final long LARGEST_TOGETHER = 1_000_000_000;

    /** The denominator of multipliers that are no fractions of small numbers. */
    private static final long ROUNDED = 1L << 24;

    private static final double CLOSE = 1e-7;
    private static final long SEED = 0x5DC5DC5DC5DC5DCL;
    /** A corner is reached up to this much. */
    private static final double ROUNDED_INWARDS = 1.0 / 64;
    /** So many programs in turn that settle little are enough. */
    private static final int FRUITLESS = 3;
    /** Fewer unsettled unknowns are sooner done one by one. */
    private static final int WORTH_SPREADING = 16;

    private final Reduced reduced;
    private final LpBackend.Session session;
    private final Budget budget;
    private final long[] least;
    private final long[] most;
    private final @Nullable Fraction[] lower;
    private final @Nullable Fraction[] upper;
    private @Nullable InnerPoint inside;

    private LinearKnot(Reduced reduced, LpBackend.Session session, Budget budget) {
        this.reduced = reduced;
        this.session = session;
        this.budget = budget;
        least = new long[reduced.unknowns()];
        most = new long[reduced.unknowns()];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, Long.MIN_VALUE);
        lower = new Fraction[reduced.unknowns()];
        upper = new Fraction[reduced.unknowns()];
    }

    /** The programs of a component; null where the solver cannot be used. */
    static @Nullable LinearKnot of(Reduced reduced, LpBackend backend, Budget budget) {
        double[] high = new double[reduced.unknowns()];
        double[] low = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            low[i] = reduced.low(i);
            high[i] = reduced.high(i) >= Equations.OPEN ? Double.POSITIVE_INFINITY : reduced.high(i);
        }
        LpBackend.Session session = backend.open(new LpBackend.Program(
                low,
                high,
                reduced.unknownsOf(),
                reduced.factorsOf(),
                Arrays.stream(reduced.rowLows()).asDoubleStream().toArray(),
                Arrays.stream(reduced.rowHighs()).asDoubleStream().toArray()));
        return session == null ? null : new LinearKnot(reduced, session, budget);
    }

    @Override
    public boolean feasible() {
        return true; // a solver's word is no proof that there is no solution
    }

    @Override
    public long least(int unknown) {
        return least[unknown];
    }

    @Override
    public long most(int unknown) {
        return most[unknown];
    }

    /** Every unsettled unknown is drawn up or down (or not at all) at random: most come apart in a few programs. */
    @Override
    public void spread(Ranges.Effort effort) {
        if (effort.everyEnd()) {
            return;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] lowest = new double[reduced.unknowns()];
        double[] highest = new double[reduced.unknowns()];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        byte[] signs = new byte[reduced.unknowns()];
        List<double[]> corners = new ArrayList<>();
        int before = draw(signs, lowest, highest, random, effort);
        for (int fruitless = 0; before >= WORTH_SPREADING && fruitless < FRUITLESS && budget.spend(1); ) {
            LpBackend.Answer answer = session.greatest(signs);
            if (answer != null) { // a solver may stumble over one program and not over the next
                budget.spend(answer.work());
                corners.add(answer.values());
                for (int i = 0; i < lowest.length; i++) {
                    lowest[i] = Math.min(lowest[i], answer.values()[i] + ROUNDED_INWARDS);
                    highest[i] = Math.max(highest[i], answer.values()[i] - ROUNDED_INWARDS);
                }
            }
            int left = draw(signs, lowest, highest, random, effort);
            fruitless = before - left < before / 8 ? fruitless + 1 : 0;
            before = left;
        }
        if (!corners.isEmpty()) {
            InnerPoint point = new InnerPoint(corners, reduced, budget);
            corners.forEach(corner -> point.reach(corner, least, most));
            inside = point;
        }
    }

    @Override
    public boolean settled(int unknown, Ranges.Effort effort) {
        return effort.settled(least[unknown], most[unknown])
                || (inside != null && inside.isWide(unknown, effort.width()));
    }

    /** A sign for every unknown that does not seem settled; how many there are. */
    private static int draw(
            byte[] signs, double[] lowest, double[] highest, SplittableRandom random, Ranges.Effort effort) {
        int left = 0;
        for (int i = 0; i < signs.length; i++) {
            boolean settled = effort.settled((long) Math.ceil(lowest[i]), (long) Math.floor(highest[i]));
            signs[i] = (byte) (settled ? 0 : random.nextBoolean() ? 1 : effort.width() < Equations.OPEN ? -1 : 0);
            left += settled ? 0 : 1;
        }
        return left;
    }

    @Override
    public Reach lower(int unknown, long enough) {
        if (least[unknown] <= Math.max(enough, reduced.low(unknown))) {
            return least[unknown] == reduced.low(unknown) ? Reach.END : Reach.ENOUGH;
        }
        return optimise(unknown, false) ? Reach.END : least[unknown] <= enough ? Reach.ENOUGH : Reach.UNKNOWN;
    }

    @Override
    public Reach upper(int unknown, long enough) {
        if (most[unknown] >= Math.min(enough, reduced.high(unknown))) {
            return most[unknown] == reduced.high(unknown) ? Reach.END : Reach.ENOUGH;
        }
        return optimise(unknown, true) ? Reach.END : most[unknown] >= enough ? Reach.ENOUGH : Reach.UNKNOWN;
    }

    @Override
    public long lowerEnd(int unknown) {
        Fraction end = lower[unknown];
        return end == null ? least[unknown] : end.ceiling().longValueExact();
    }

    @Override
    public long upperEnd(int unknown) {
        Fraction end = upper[unknown];
        return end == null ? most[unknown] : end.floor().longValueExact();
    }

    /** The exact lower end among fractions, if it was found. */
    @Nullable
    Fraction lowerFraction(int unknown) {
        return lower[unknown];
    }

    /** The exact upper end among fractions, if it was found. */
    @Nullable
    Fraction upperFraction(int unknown) {
        return upper[unknown];
    }

    private boolean optimise(int unknown, boolean greatest) {
        if (!budget.spend(reduced.unknowns())) {
            return false;
        }
        LpBackend.Answer answer = session.optimise(unknown, greatest);
        if (answer == null) {
            return false;
        }
        if (!budget.spend(answer.work())) {
            return false;
        }
        Fraction reached = witness(answer.values(), unknown);
        if (reached == null && (inside == null || !inside.reach(answer.values(), least, most))) {
            return false;
        }
        for (int sign : new int[] {1, -1}) {
            Fraction limit = limit(answer.multipliers(), sign, unknown, greatest);
            Fraction end = limit == null ? null : end(limit, reached, unknown, greatest);
            if (end != null) {
                (greatest ? upper : lower)[unknown] = end;
                return true;
            }
        }
        return false;
    }

    /** The end that a limit proves, if no solution could go on beyond what was reached by more than one. */
    private @Nullable Fraction end(Fraction limit, @Nullable Fraction reached, int unknown, boolean greatest) {
        BigInteger whole = greatest ? limit.floor() : limit.ceiling();
        if (reached != null) {
            return whole.equals(greatest ? reached.floor() : reached.ceiling()) ? reached : null;
        }
        BigInteger seen = BigInteger.valueOf(greatest ? most[unknown] : least[unknown]);
        return whole.subtract(seen).abs().compareTo(BigInteger.ONE) <= 0 ? new Fraction(whole, BigInteger.ONE) : null;
    }

    /** The solution in fractions, if it is one: the value of an unknown in it. Other unknowns remember theirs. */
    private @Nullable Fraction witness(double[] values, int asked) {
        long[] over = new long[values.length];
        long[] under = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            long[] exact = fractions(new double[] {values[i]});
            if (exact == null
                    || Math.floorDiv(exact[0], exact[1]) < reduced.low(i)
                    || -Math.floorDiv(-exact[0], exact[1]) > reduced.high(i)) {
                return null;
            }
            over[i] = exact[0];
            under[i] = exact[1];
        }
        for (int row = 0; row < reduced.rows(); row++) {
            if (!holds(row, over, under)) {
                return null;
            }
        }
        for (int i = 0; i < values.length; i++) {
            least[i] = Math.min(least[i], -Math.floorDiv(-over[i], under[i]));
            most[i] = Math.max(most[i], Math.floorDiv(over[i], under[i]));
        }
        return new Fraction(BigInteger.valueOf(over[asked]), BigInteger.valueOf(under[asked]));
    }

    /** Whether a sum of fractions lies between its ends. Each has a small denominator of its own. */
    private boolean holds(int row, long[] over, long[] under) {
        long common = 1;
        for (int i = 0; i < reduced.size(row); i++) {
            long one = under[reduced.unknown(row, i)];
            common = common / gcd(common, one) * one;
            if (common > LARGEST_TOGETHER) {
                return false;
            }
        }
        long sum = 0;
        try {
            for (int i = 0; i < reduced.size(row); i++) {
                int unknown = reduced.unknown(row, i);
                long scaled = Math.multiplyExact(over[unknown], common / under[unknown]);
                sum = Math.addExact(sum, reduced.factor(row, i) * scaled);
            }
        } catch (ArithmeticException tooLarge) {
            return false;
        }
        return Math.floorDiv(sum, common) >= reduced.rowLow(row)
                && -Math.floorDiv(-sum, common) <= reduced.rowHigh(row);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The limit that multipliers of the sums prove for an unknown; null where they prove none. */
    private @Nullable Fraction limit(double[] multipliers, int sign, int asked, boolean greatest) {
        long[] exact = fractions(multipliers);
        if (exact == null) {
            exact = rounded(multipliers); // a limit that is hardly worse
        }
        long under = exact[multipliers.length];
        long[] left = new long[reduced.unknowns()];
        left[asked] = under;
        BigInteger limit = BigInteger.ZERO;
        for (int row = 0; row < reduced.rows(); row++) {
            long times = sign * exact[row];
            if (times != 0) {
                for (int i = 0; i < reduced.size(row); i++) {
                    left[reduced.unknown(row, i)] -= times * reduced.factor(row, i);
                }
                long end = times > 0 == greatest ? reduced.rowHigh(row) : reduced.rowLow(row);
                limit = limit.add(BigInteger.valueOf(times).multiply(BigInteger.valueOf(end)));
            }
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] != 0) {
                long end = left[i] > 0 == greatest ? reduced.high(i) : reduced.low(i);
                if (end >= Equations.OPEN) {
                    return null;
                }
                limit = limit.add(BigInteger.valueOf(left[i]).multiply(BigInteger.valueOf(end)));
            }
        }
        return new Fraction(limit, BigInteger.valueOf(under));
    }

    /** Numbers rounded to fractions over one denominator, which comes last. */
    private static long[] rounded(double[] numbers) {
        long[] exact = new long[numbers.length + 1];
        for (int i = 0; i < numbers.length; i++) {
            exact[i] = Math.round(numbers[i] * ROUNDED);
        }
        exact[numbers.length] = ROUNDED;
        return exact;
    }

    /** Numbers as fractions over one denominator, which comes last; null if there is no small one. */
    private static long @Nullable [] fractions(double[] numbers) {
        long under = 1;
        for (double number : numbers) {
            double times = number * under;
            if (Math.abs(times) > 1e12) {
                return null;
            }
            double rest = Math.abs(times - Math.rint(times));
            if (rest > CLOSE * under) {
                under *= denominator(rest, LARGEST_DENOMINATOR / under);
                if (under > LARGEST_DENOMINATOR) {
                    return null;
                }
            }
        }
        long[] exact = new long[numbers.length + 1];
        for (int i = 0; i < numbers.length; i++) {
            exact[i] = Math.round(numbers[i] * under);
            if (Math.abs(numbers[i] * under - exact[i]) > CLOSE * under * Math.max(1, Math.abs(numbers[i]))) {
                return null;
            }
        }
        exact[numbers.length] = under;
        return exact;
    }

    /** The denominator of the simplest fraction close to a number between 0 and 1; one too large where there is none. */
    private static long denominator(double number, long limit) {
        double rest = number;
        long before = 0;
        long now = 1;
        while (now <= limit) {
            double scaled = number * now;
            if (Math.abs(scaled - Math.rint(scaled)) < CLOSE * now) {
                return now;
            }
            double inverse = 1 / (rest - Math.floor(rest));
            long whole = (long) inverse;
            long next = whole * now + before;
            before = now;
            now = next;
            rest = inverse;
        }
        return LARGEST_DENOMINATOR + 1;
    }

    @Override
    public void close() {
        session.close();
    }
}
