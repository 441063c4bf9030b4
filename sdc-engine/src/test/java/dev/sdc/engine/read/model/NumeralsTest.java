package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,204; 1204",
                "-13284.712; -13284.712",
                "< 2e-16; 2e-16",
                ".0841502; 0.0841502",
                "5.; 5",
                "5.e3; 5e3",
                "+0.000; 0.000",
                "1,234,567.50; 1234567.50",
                "123456789012345678901234567890; 123456789012345678901234567890"
            })
    void aNumberIsReadWithItsDecimals(String text, BigDecimal value) {
        assertThat(Numerals.figure(text, 1, 1))
                .isNotNull()
                .extracting(Figure::value)
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1,20", "1,2045", "1234,567", ".", "1e", "1e12345", "12-", "<"})
    void allElseIsNone(String text) {
        assertThat(Numerals.figure(text, 1, 1)).isNull();
    }

    @Property(tries = 5_000)
    void theFastWayAgreesWithThePattern(@ForAll("texts") String text) {
        assertThat(Numerals.isNumber(text)).isEqualTo(text.matches(Numerals.PATTERN));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123456789,..-+eE<>= ").ofMaxLength(12);
    }
}
