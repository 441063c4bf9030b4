package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IntegerSamplesTest {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    @Test
    void sevenAnswersOnAScaleOfFive() {
        OptionalLong count =
                IntegerSamples.count(7, printed("2.857"), printed("1.574"), BigDecimal.ONE, FIVE, 100, all -> true);

        // without the median two samples remain: 1 1 2 3 4 4 5 and 1 2 2 2 3 5 5
        assertThat(count).hasValue(bruteForce(7, printed("2.857"), printed("1.574")));
    }

    @Test
    void theMedianLeavesOneOfTwo() {
        OptionalLong count = IntegerSamples.count(
                7, printed("2.857"), printed("1.574"), BigDecimal.ONE, FIVE, 100, values -> values[3] == 3);

        assertThat(count).hasValue(1);
    }

    @Test
    void largeSamplesAreNotSearched() {
        assertThat(IntegerSamples.count(13, printed("2.9"), printed("1.0"), BigDecimal.ONE, FIVE, 4, all -> true))
                .isEmpty();
        assertThat(IntegerSamples.count(5, printed("1e12"), printed("1e9"), null, null, 4, all -> true))
                .isEmpty();
    }

    @Property(tries = 200)
    void asManySamplesAsTryingThemAll(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 5) Integer> values,
            @ForAll @IntRange(min = 1, max = 3) int decimals) {
        int n = values.size();
        int sum = values.stream().mapToInt(Integer::intValue).sum();
        int squares = values.stream().mapToInt(x -> x * x).sum();
        BigDecimal variance = BigDecimal.valueOf((long) n * squares - (long) sum * sum)
                .divide(BigDecimal.valueOf((long) n * (n - 1)), MathContext.DECIMAL64);
        Printed mean =
                Printed.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(n), decimals, RoundingMode.HALF_UP));
        Printed sd = Printed.of(variance.sqrt(MathContext.DECIMAL64).setScale(decimals, RoundingMode.HALF_UP));

        OptionalLong count = IntegerSamples.count(n, mean, sd, BigDecimal.ONE, FIVE, 10_000, all -> true);

        assertThat(count).hasValue(bruteForce(n, mean, sd));
        assertThat(count.orElseThrow()).isPositive();
    }

    private static long bruteForce(int n, Printed mean, Printed sd) {
        return extend(n, 1, 0, 0, n, mean, sd);
    }

    private static long extend(int left, int from, long sum, long squares, int n, Printed mean, Printed sd) {
        if (left == 0) {
            BigDecimal m = BigDecimal.valueOf(sum);
            BigDecimal size = BigDecimal.valueOf(n);
            BigDecimal v = BigDecimal.valueOf(n * squares - sum * sum);
            BigDecimal pairs = BigDecimal.valueOf((long) n * (n - 1));
            boolean fits = m.compareTo(mean.low().multiply(size)) >= 0
                    && m.compareTo(mean.high().multiply(size)) <= 0
                    && v.compareTo(pairs.multiply(sd.low().max(BigDecimal.ZERO).pow(2))) >= 0
                    && v.compareTo(pairs.multiply(sd.high().pow(2))) <= 0;
            return fits ? 1 : 0;
        }
        long found = 0;
        for (int value = from; value <= 5; value++) {
            found += extend(left - 1, value, sum + value, squares + (long) value * value, n, mean, sd);
        }
        return found;
    }

    private static Printed printed(String text) {
        return Printed.of(new BigDecimal(text));
    }
}
