package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RatioSpreadTest {
    @Test
    void anIntervalFromOneToSixteenProvesASmallCell() {
        Optional<RatioSpread> spread = RatioSpread.ofLimits(printed("1.10"), printed("16.00"), Confidence.USUAL);

        assertThat(spread).hasValueSatisfying(s -> {
            assertThat(s.countBound(4).isBelow(10)).isTrue();
            assertThat(s.countBound(1).isAtLeast(2)).isTrue();
        });
    }

    @Test
    void limitsThatAreNotPositiveSayNothing() {
        assertThat(RatioSpread.ofLimits(printed("0.00"), printed("3.1"), Confidence.USUAL))
                .isEmpty();
        assertThat(RatioSpread.ofLimits(printed("1.20"), printed("1.20"), Confidence.USUAL))
                .isEmpty();
    }

    @Property
    void theSmallestCellOfATableIsWithinTheBounds(
            @ForAll @IntRange(min = 1, max = 300) int a,
            @ForAll @IntRange(min = 1, max = 300) int b,
            @ForAll @IntRange(min = 1, max = 300) int c,
            @ForAll @IntRange(min = 1, max = 300) int d) {
        double se = Math.sqrt(1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d);
        double log = Math.log((double) a * d / ((double) b * c));
        double z = 1.959963984540054;
        int smallest = IntStream.of(a, b, c, d).min().orElseThrow();

        assertThat(RatioSpread.ofLimits(
                        rounded(Math.exp(log - z * se)), rounded(Math.exp(log + z * se)), Confidence.USUAL))
                .hasValueSatisfying(spread -> {
                    assertThat(spread.countBound(1).low()).isLessThanOrEqualTo(smallest);
                    assertThat(spread.countBound(4).high()).isGreaterThanOrEqualTo(smallest);
                });
    }

    @Property
    void theFewerEventsOfTwoArmsAreWithinTheBounds(
            @ForAll @IntRange(min = 1, max = 400) int one, @ForAll @IntRange(min = 1, max = 400) int other) {
        double se = Math.sqrt(1.0 / one + 1.0 / other);
        double z = 1.959963984540054;
        int fewer = Math.min(one, other);

        assertThat(RatioSpread.ofLimits(
                        rounded(Math.exp(0.3 - z * se)), rounded(Math.exp(0.3 + z * se)), Confidence.USUAL))
                .hasValueSatisfying(spread -> {
                    assertThat(spread.countBound(1).low()).isLessThanOrEqualTo(fewer);
                    assertThat(spread.countBound(2).high()).isGreaterThanOrEqualTo(fewer);
                });
    }

    @Property
    void theFewerEventsBehindARelativeRiskAreBelowTheBound(
            @ForAll @IntRange(min = 1, max = 300) int a,
            @ForAll @IntRange(min = 1, max = 300) int c,
            @ForAll @IntRange(min = 1, max = 500) int restA,
            @ForAll @IntRange(min = 1, max = 500) int restC) {
        double se = Math.sqrt(1.0 / a - 1.0 / (a + restA) + 1.0 / c - 1.0 / (c + restC));

        assertThat(RatioSpread.ofError(rounded(se)))
                .hasValueSatisfying(
                        spread -> assertThat(spread.countBound(2).high()).isGreaterThanOrEqualTo(Math.min(a, c)));
    }

    private static Printed rounded(double value) {
        return Printed.of(new BigDecimal(value).setScale(8, RoundingMode.HALF_UP));
    }

    private static Printed printed(String text) {
        return Printed.of(new BigDecimal(text));
    }
}
