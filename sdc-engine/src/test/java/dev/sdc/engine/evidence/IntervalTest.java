package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Property
    void sumsProductsAndQuotientsHoldTheExactResult(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal a,
            @ForAll @BigRange(min = "0.0001", max = "1000000") @Scale(6) BigDecimal b) {
        Interval x = Interval.of(a);
        Interval y = Interval.of(b);

        assertHolds(x.plus(y), a.add(b));
        assertHolds(x.minus(y), a.subtract(b));
        assertHolds(x.times(y), a.multiply(b));
        assertHolds(x.dividedBy(y), a.divide(b, new MathContext(60)));
        assertHolds(x.squared(), a.multiply(a));
        assertHolds(y.root(), b.sqrt(new MathContext(60)));
    }

    @Property
    void theExponentialOfTheLogarithmHoldsTheNumber(
            @ForAll @BigRange(min = "0.0001", max = "1000000") @Scale(6) BigDecimal b) {
        assertHolds(Interval.of(b).log().exp(), b);
    }

    @Test
    void whatIsNotDefinedIsUnknown() {
        Interval around = new Interval(-1, 1);

        assertThat(around.log()).isEqualTo(Interval.UNKNOWN);
        assertThat(around.root()).isEqualTo(Interval.UNKNOWN);
        assertThat(around.dividedBy(around)).isEqualTo(Interval.UNKNOWN);
        assertThat(Interval.UNKNOWN.minus(Interval.UNKNOWN)).isEqualTo(Interval.UNKNOWN);
    }

    private static void assertHolds(Interval interval, BigDecimal exact) {
        assertThat(new BigDecimal(interval.low())).isLessThanOrEqualTo(exact);
        assertThat(new BigDecimal(interval.high())).isGreaterThanOrEqualTo(exact);
    }
}
