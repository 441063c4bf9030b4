package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The samples of n whole numbers that have a printed mean and sample standard deviation, in any order. Few samples mean
 * that the values themselves can be read back.
 */
public final class IntegerSamples {
    /** The largest sample that is searched. */
    public static final int LARGEST = 12;

    private static final long WORK = 4_000_000;
    private static final long WIDEST = 10_000;
    /** Squares of larger values might not fit. */
    private static final long LARGEST_VALUE = 1_000_000;

    private final long low;
    private final long high;
    private final long enough;
    private final long[] values;
    private final Predicate<long[]> fits;
    private long found;
    private long work;

    private IntegerSamples(int n, long low, long high, long enough, Predicate<long[]> fits) {
        this.values = new long[n];
        this.low = low;
        this.high = high;
        this.enough = enough;
        this.fits = fits;
    }

    /**
     * How many samples there are, counted up to {@code enough}.
     *
     * @param n the number of values, at most {@link #LARGEST}
     * @param low the smallest possible value, or null
     * @param high the largest possible value, or null
     * @param fits whether the values, in ascending order, fit what else is printed of them
     * @return empty when the search would take too long
     */
    public static OptionalLong count(
            int n,
            Printed mean,
            Printed sd,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            long enough,
            Predicate<long[]> fits) {
        if (n < 2 || n > LARGEST || sd.high().signum() < 0) {
            return OptionalLong.empty();
        }
        BigDecimal largest = DominanceBound.largestValue(mean.high(), sd.high(), n);
        BigDecimal smallest =
                DominanceBound.largestValue(mean.low().negate(), sd.high(), n).negate();
        long most = floor(high == null ? largest : largest.min(high));
        long least = ceiling(low == null ? smallest : smallest.max(low));
        if (most - least > WIDEST || Math.max(Math.abs(most), Math.abs(least)) > LARGEST_VALUE) {
            return OptionalLong.empty();
        }
        IntegerSamples search = new IntegerSamples(n, least, most, enough, fits);
        BigDecimal size = BigDecimal.valueOf(n);
        BigDecimal leastSd = sd.low().max(BigDecimal.ZERO);
        BigDecimal pairs = BigDecimal.valueOf((long) n * (n - 1));
        long lastSum = floor(mean.high().multiply(size));
        for (long sum = ceiling(mean.low().multiply(size)); sum <= lastSum; sum++) {
            // n (n - 1) SD² = n Σx² - (Σx)²
            BigDecimal square = BigDecimal.valueOf(sum).multiply(BigDecimal.valueOf(sum));
            BigDecimal from = pairs.multiply(leastSd).multiply(leastSd).add(square);
            BigDecimal to = pairs.multiply(sd.high()).multiply(sd.high()).add(square);
            search.extend(
                    n,
                    least,
                    sum,
                    from.divide(size, 0, RoundingMode.CEILING).longValue(),
                    to.divide(size, 0, RoundingMode.FLOOR).longValue());
            if (search.work > WORK) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(search.found);
    }

    /** Adds values in ascending order until the sum and the sum of squares are used up. */
    private void extend(int left, long from, long sum, long squaresLow, long squaresHigh) {
        work++;
        if (left == 0) {
            found += sum == 0 && squaresLow <= 0 && squaresHigh >= 0 && fits.test(values) ? 1 : 0;
            return;
        }
        // the rest is at least its smallest possible sum and sum of squares, and at most its largest
        for (long value = from; value * left <= sum && found < enough && work <= WORK; value++) {
            long rest = sum - value;
            if (rest > high * (left - 1) || square(rest) > (left - 1) * (squaresHigh - square(value))) {
                continue;
            }
            if (squaresLow - square(value) <= (left - 1) * Math.max(square(low), square(high))) {
                values[values.length - left] = value;
                extend(left - 1, value, rest, squaresLow - square(value), squaresHigh - square(value));
            }
        }
    }

    private static long square(long x) {
        return x * x;
    }

    private static long floor(BigDecimal x) {
        return x.setScale(0, RoundingMode.FLOOR).longValue();
    }

    private static long ceiling(BigDecimal x) {
        return x.setScale(0, RoundingMode.CEILING).longValue();
    }
}
