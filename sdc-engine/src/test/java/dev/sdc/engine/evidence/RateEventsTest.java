package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateEventsTest {
    private static final EventLimits USUAL = new EventLimits(Confidence.USUAL);
    private static final double Z = 1.959963984540054;

    /** The factors of the exact limits that tables print: 5 events, 0.325 and 2.33. */
    @Test
    void fiveEventsByTheirExactLimits() {
        assertThat(RateEvents.ofLimits(printed("5.00"), printed("1.62"), printed("11.67"), USUAL))
                .hasValueSatisfying(events -> assertThat(events).isEqualTo(new RateEvents(5, 5, true)));
    }

    @Property
    void theTrueEventsFitTheirRate(
            @ForAll @LongRange(min = 0, max = 5_000) long events,
            @ForAll @LongRange(min = 100, max = 5_000_000) long population,
            @ForAll @IntRange(min = 0, max = 3) int decimals) {
        BigDecimal unit = BigDecimal.valueOf(100_000);
        BigDecimal rate = BigDecimal.valueOf(events)
                .multiply(unit)
                .divide(BigDecimal.valueOf(population), decimals, RoundingMode.HALF_UP);
        assertThat(RateEvents.of(Printed.of(rate, decimals), Printed.of(BigDecimal.valueOf(population), 0), unit))
                .hasValueSatisfying(counts -> assertThat(events).isBetween(counts.low(), counts.high()));
    }

    /** Every count that is said to fit gives the rate as printed, and its neighbours do not. */
    @Property
    void countsAreThoseThatGiveTheRate(
            @ForAll @LongRange(min = 1, max = 300) long events, @ForAll @LongRange(min = 500, max = 50_000) long n) {
        BigDecimal unit = BigDecimal.valueOf(1_000);
        BigDecimal population = BigDecimal.valueOf(n);
        BigDecimal rate = BigDecimal.valueOf(events).multiply(unit).divide(population, 1, RoundingMode.HALF_UP);
        BigDecimal half = new BigDecimal("0.05");
        Printed exactly = new Printed(population, BigDecimal.ZERO);
        ImpliedCounts counts = RateEvents.of(Printed.of(rate, 1), exactly, unit).orElseThrow();
        for (long k = Math.max(0, counts.low() - 2); k <= counts.high() + 2; k++) {
            BigDecimal off = BigDecimal.valueOf(k)
                    .multiply(unit)
                    .subtract(rate.multiply(population))
                    .abs();
            boolean gives = off.compareTo(half.multiply(population)) <= 0;
            assertThat(gives).as("%d of %d as %s", k, n, rate).isEqualTo(counts.low() <= k && k <= counts.high());
        }
    }

    @Property
    void theTrueEventsFitTheirLogNormalLimits(
            @ForAll @IntRange(min = 1, max = 150) int events, @ForAll @IntRange(min = 1, max = 900) int per) {
        double rate = (double) events * per / 7;
        double factor = Math.exp(Z / Math.sqrt(events));
        assertThat(RateEvents.ofLimits(rounded(rate), rounded(rate / factor), rounded(rate * factor), USUAL))
                .hasValueSatisfying(found -> assertThat((long) events).isBetween(found.low(), found.high()));
    }

    private static Printed rounded(double value) {
        return Printed.of(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }

    private static Printed printed(String text) {
        return Printed.of(new BigDecimal(text));
    }
}
