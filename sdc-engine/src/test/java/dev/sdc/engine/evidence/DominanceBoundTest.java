package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DominanceBoundTest {
    private static final BigDecimal K = new BigDecimal("0.90");
    private static final BigDecimal P = new BigDecimal("0.10");

    @Test
    void fourteenAgesNeedNoMicrodata() {
        DominanceBound ages = new DominanceBound(BigDecimal.valueOf(115), new BigDecimal("858.2"));

        assertThat(ages.heldByTop(2, K)).isTrue();
        assertThat(ages.remainderCovers(P)).isTrue();
    }

    @Test
    void theLimitItselfHolds() {
        DominanceBound edge = new DominanceBound(BigDecimal.valueOf(45), BigDecimal.valueOf(100));

        assertThat(edge.heldByTop(2, K)).isTrue();
        assertThat(new DominanceBound(new BigDecimal("45.01"), BigDecimal.valueOf(100)).heldByTop(2, K))
                .isFalse();
    }

    @Property
    void whatTheBoundSettlesHoldsForTheContributions(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 0, max = 100) Integer> values) {
        BigDecimal total =
                BigDecimal.valueOf(values.stream().mapToInt(Integer::intValue).sum());
        List<Integer> sorted = values.stream().sorted(Comparator.reverseOrder()).toList();
        BigDecimal x1 = BigDecimal.valueOf(sorted.get(0));
        BigDecimal top = x1.add(BigDecimal.valueOf(sorted.get(1)));
        DominanceBound bound = new DominanceBound(BigDecimal.valueOf(100), total);

        if (bound.heldByTop(2, K)) {
            assertThat(top).isLessThanOrEqualTo(K.multiply(total));
        }
        if (bound.remainderCovers(P)) {
            assertThat(total.subtract(top)).isGreaterThanOrEqualTo(P.multiply(x1));
        }
    }

    @Property
    void noValueExceedsSamuelsonsBound(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 0, max = 1000) Integer> values) {
        MathContext exactly = new MathContext(50);
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal sum =
                BigDecimal.valueOf(values.stream().mapToInt(Integer::intValue).sum());
        BigDecimal squares =
                BigDecimal.valueOf(values.stream().mapToLong(x -> (long) x * x).sum());
        BigDecimal variance =
                n.multiply(squares).subtract(sum.multiply(sum)).divide(n.multiply(n.subtract(BigDecimal.ONE)), exactly);
        BigDecimal sd = variance.sqrt(exactly).add(new BigDecimal("1e-40"));
        BigDecimal mean = sum.divide(n, exactly).add(new BigDecimal("1e-40"));

        BigDecimal largest = BigDecimal.valueOf(
                values.stream().mapToInt(Integer::intValue).max().orElseThrow());
        assertThat(DominanceBound.largestValue(mean, sd, values.size())).isGreaterThanOrEqualTo(largest);
    }
}
