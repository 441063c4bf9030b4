package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CurveBaseTest {
    @Test
    void twelfthsGiveTwelveUnits() {
        List<Printed> shares = shares("0.9167", "0.8333", "0.7500", "0.6667", "0.5833");

        assertThat(CurveBase.of(shares)).contains(new CurveBase(12, List.of(11L, 10L, 9L, 8L, 7L), true));
    }

    @Test
    void aSingleHalfMayBeAnyEvenCohort() {
        assertThat(CurveBase.of(shares("0.50"))).contains(new CurveBase(2, List.of(1L), false));
    }

    @Test
    void aFitThatMayBeAccidentIsNotBeyondChance() {
        assertThat(CurveBase.of(shares("0.86", "0.69", "0.46", "0.33", "0.21")))
                .hasValueSatisfying(base -> assertThat(base.beyondChance()).isFalse());
    }

    @Test
    void sharesOfALargeCohortFitNone() {
        assertThat(CurveBase.of(shares("0.9131", "0.8327", "0.7719", "0.6143", "0.5261", "0.4787", "0.3953")))
                .isEmpty();
    }

    @Property
    void aTrueCohortIsNeverSmallerThanTheOneFound(
            @ForAll @IntRange(min = 1, max = 400) int n,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 400) Integer> left) {
        List<Printed> shares = new ArrayList<>();
        for (int k : left) {
            shares.add(
                    Printed.of(BigDecimal.valueOf(k % (n + 1)).divide(BigDecimal.valueOf(n), 4, RoundingMode.HALF_UP)));
        }

        assertThat(CurveBase.of(shares))
                .hasValueSatisfying(base -> assertThat(base.size()).isLessThanOrEqualTo(n));
    }

    private static List<Printed> shares(String... printed) {
        List<Printed> shares = new ArrayList<>();
        for (String text : printed) {
            shares.add(Printed.of(new BigDecimal(text)));
        }
        return shares;
    }
}
