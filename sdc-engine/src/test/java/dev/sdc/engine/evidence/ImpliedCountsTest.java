package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImpliedCountsTest {
    @Test
    void twentyPercentOfFifteenCanOnlyBeThree() {
        assertThat(percent("20", 15)).contains(new ImpliedCounts(3, 3));
    }

    @Test
    void aTieBelongsToBothNeighbours() {
        // 1 of 8 is 12.5 %: 13 by half-up, 12 by half-even
        assertThat(percent("13", 8)).contains(new ImpliedCounts(1, 1));
        assertThat(percent("12", 8)).contains(new ImpliedCounts(1, 1));
    }

    @Test
    void noWholeNumberFitsAThirdOfTen() {
        assertThat(percent("33.3", 10)).isEmpty();
    }

    @Test
    void roundedBasesWidenTheCounts() {
        Size base = new Size(48, 52, Size.Source.PRINTED, "t.csv!B2", null);

        assertThat(ImpliedCounts.of(Printed.of(new BigDecimal("0.20")), base)).contains(new ImpliedCounts(10, 10));
    }

    @Test
    void multiplesOfARoundingBase() {
        assertThat(new ImpliedCounts(3, 11).multiplesOf(5)).contains(new ImpliedCounts(5, 10));
        assertThat(new ImpliedCounts(6, 9).multiplesOf(5)).isEmpty();
        assertThat(new ImpliedCounts(0, 3).multiplesOf(5)).contains(new ImpliedCounts(0, 0));
    }

    @Property
    void theTrueCountIsAlwaysAmongThem(
            @ForAll @IntRange(min = 1, max = 5000) int base,
            @ForAll @IntRange(min = 0, max = 5000) int k,
            @ForAll @IntRange(min = 0, max = 6) int decimals,
            @ForAll boolean halfUp) {
        int count = k % (base + 1);
        BigDecimal printed = BigDecimal.valueOf(100L * count)
                .divide(BigDecimal.valueOf(base), decimals, halfUp ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN);
        Printed share = Printed.of(printed).movePointLeft(2);

        assertThat(ImpliedCounts.of(share, base))
                .hasValueSatisfying(c -> assertThat(c.contains(count)).isTrue());
        assertThat(ImpliedCounts.of(share.complement(), base))
                .hasValueSatisfying(c -> assertThat(c.contains(base - count)).isTrue());
        Size rounded = new Size(Math.max(1, base - 2), base + 2000, Size.Source.PRINTED, "t.csv!B2", null);
        assertThat(ImpliedCounts.of(share, rounded))
                .hasValueSatisfying(c -> assertThat(c.contains(count)).isTrue());
    }

    @Property
    void theTrueCountIsAmongThoseOfADouble(
            @ForAll @IntRange(min = 1, max = 100_000) int base, @ForAll @IntRange(min = 0, max = 100_000) int k) {
        int count = k % (base + 1);
        Printed share = Printed.of(new BigDecimal(Double.toString((double) count / base)));

        assertThat(ImpliedCounts.of(share, base))
                .hasValueSatisfying(c -> assertThat(c.contains(count)).isTrue());
    }

    @Property
    void countsAreExactlyThoseThatRoundToTheShare(
            @ForAll @IntRange(min = 1, max = 300) int base, @ForAll @IntRange(min = 0, max = 100) int percent) {
        BigDecimal printed = BigDecimal.valueOf(percent);
        for (int k = 0; k <= base; k++) {
            BigDecimal exact = BigDecimal.valueOf(100L * k);
            boolean fits = exact.subtract(printed.multiply(BigDecimal.valueOf(base)))
                            .abs()
                            .multiply(BigDecimal.valueOf(2))
                            .compareTo(BigDecimal.valueOf(base))
                    <= 0;
            int count = k;
            boolean implied = percent(printed.toString(), base)
                    .map(c -> c.contains(count))
                    .orElse(false);
            assertThat(implied).as("%d of %d", k, base).isEqualTo(fits);
        }
    }

    private static java.util.Optional<ImpliedCounts> percent(String printed, long base) {
        return ImpliedCounts.of(Printed.of(new BigDecimal(printed)).movePointLeft(2), base);
    }
}
