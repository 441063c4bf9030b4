package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StepEventsTest {
    @Test
    void withoutWithdrawalsAStepIsExact() {
        Optional<StepEvents> events = StepEvents.between(point(100, "1.000"), point(97, "0.970"));

        // 100 (1 - 0.97) is 3; 97 (1 - 0.97) is 2.91, and with the third decimal rounded 2.9 to 3.05
        assertThat(events).contains(new StepEvents(3, 3));
    }

    /** Follows a cohort person by person: at each moment one person has the event or withdraws. */
    @Property
    void theTrueEventsAreWithinTheBounds(
            @ForAll @IntRange(min = 30, max = 400) int cohort, @ForAll @Size(min = 1, max = 25) List<Boolean> moments) {
        int atRisk = cohort;
        int events = 0;
        BigDecimal survival = BigDecimal.ONE;
        for (boolean event : moments) {
            if (event) {
                events++;
                survival = survival.multiply(BigDecimal.valueOf(atRisk - 1L))
                        .divide(BigDecimal.valueOf(atRisk), 30, RoundingMode.HALF_EVEN);
            }
            atRisk--;
        }
        int seen = events;

        assertThat(StepEvents.between(
                        point(cohort, "1.00000"),
                        point(atRisk, survival.setScale(5, RoundingMode.HALF_UP).toPlainString())))
                .hasValueSatisfying(bounds -> {
                    assertThat(bounds.low()).isLessThanOrEqualTo(seen);
                    assertThat(bounds.high()).isGreaterThanOrEqualTo(seen);
                });
    }

    private static Curve.Point point(int atRisk, String share) {
        Quantity n = new Quantity(0, 1, ColumnRole.AT_RISK, null, BigDecimal.valueOf(atRisk));
        return new Curve.Point(0, n, null, null, null, Printed.of(new BigDecimal(share)));
    }
}
