package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class SpreadSizeTest {
    @Test
    void onlySevenGivesThisError() {
        assertThat(SpreadSize.ofDeviationAndError(printed("3.2"), printed("1.21")))
                .contains(new SpreadSize(7, 7));
    }

    @Test
    void anErrorThatRoundsToZeroHasNoUpperLimit() {
        assertThat(SpreadSize.ofDeviationAndError(printed("3.2"), printed("0.0")))
                .hasValueSatisfying(n -> assertThat(n.high()).isEqualTo(Long.MAX_VALUE));
    }

    @Test
    void noSpreadNoSize() {
        assertThat(SpreadSize.ofDeviationAndError(printed("0.0"), printed("0.0")))
                .isEmpty();
    }

    @Property
    void theTrueNumberIsWithinThatOfDeviationAndError(
            @ForAll @IntRange(min = 2, max = 100_000) int n,
            @ForAll @DoubleRange(min = 0.5, max = 5000) double sd,
            @ForAll @IntRange(min = 1, max = 5) int decimals) {
        assertThat(SpreadSize.ofDeviationAndError(rounded(sd, decimals), rounded(sd / Math.sqrt(n), decimals)))
                .hasValueSatisfying(size -> assertThat((long) n).isBetween(size.low(), size.high()));
    }

    @Property
    void theTrueNumberIsWithinThatOfDeviationAndLimits(
            @ForAll @IntRange(min = 2, max = 5000) int n,
            @ForAll @DoubleRange(min = 0.5, max = 500) double sd,
            @ForAll boolean student) {
        double q = student
                ? new TDistribution(n - 1).inverseCumulativeProbability(0.975)
                : new NormalDistribution().inverseCumulativeProbability(0.975);
        double half = q * sd / Math.sqrt(n);
        assertThat(SpreadSize.ofDeviationAndLimits(
                        rounded(sd, 4), rounded(20 - half, 4), rounded(20 + half, 4), Confidence.USUAL))
                .hasValueSatisfying(size -> assertThat((long) n).isBetween(size.low(), size.high()));
    }

    @Property
    void theTrueNumberIsWithinThatOfAShareAndItsError(
            @ForAll @IntRange(min = 2, max = 5000) int n, @ForAll @DoubleRange(min = 0.05, max = 0.95) double p) {
        double se = Math.sqrt(p * (1 - p) / n);
        assertThat(SpreadSize.ofShareAndError(rounded(p, 5), rounded(se, 5)))
                .hasValueSatisfying(size -> assertThat((long) n).isBetween(size.low(), size.high()));
    }

    @Property
    void theTrueNumberIsWithinThatOfACorrelationsLimits(
            @ForAll @IntRange(min = 5, max = 5000) int n, @ForAll @DoubleRange(min = -0.9, max = 0.9) double r) {
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        double half = new NormalDistribution().inverseCumulativeProbability(0.975) / Math.sqrt(n - 3.0);
        assertThat(SpreadSize.ofCorrelationLimits(
                        rounded(Math.tanh(z - half), 5), rounded(Math.tanh(z + half), 5), Confidence.USUAL))
                .hasValueSatisfying(size -> assertThat((long) n).isBetween(size.low(), size.high()));
    }

    private static Printed rounded(double value, int decimals) {
        return Printed.of(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    private static Printed printed(String text) {
        return Printed.of(new BigDecimal(text));
    }
}
