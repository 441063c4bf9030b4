package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PrintedTest {
    @Test
    void theDecimalsTellTheHalfUnit() {
        Printed printed = Printed.of(new BigDecimal("14.30"));

        assertThat(printed.low()).isEqualByComparingTo("14.295");
        assertThat(printed.high()).isEqualByComparingTo("14.305");
        assertThat(printed.movePointLeft(2).high()).isEqualByComparingTo("0.14305");
        assertThat(printed.movePointLeft(2).complement().low()).isEqualByComparingTo("0.85695");
    }

    @Test
    void droppedZerosCountAsDecimals() {
        assertThat(Printed.of(new BigDecimal("0.1"), 5).half()).isEqualByComparingTo("0.000005");
    }

    @Test
    void theNoiseOfBinaryArithmeticIsNoPrecision() {
        Printed printed = Printed.of(new BigDecimal("0.8179999999999999"));

        assertThat(printed.value()).isEqualByComparingTo("0.818");
        assertThat(printed.half()).isEqualByComparingTo("0.0005");
    }

    @Test
    void aDoubleIsOnlyAsExactAsADouble() {
        Printed third = Printed.of(new BigDecimal("0.16666666666666666"));

        assertThat(third.low().multiply(BigDecimal.valueOf(6))).isLessThan(BigDecimal.ONE);
        assertThat(third.high().multiply(BigDecimal.valueOf(6))).isGreaterThan(BigDecimal.ONE);
    }
}
