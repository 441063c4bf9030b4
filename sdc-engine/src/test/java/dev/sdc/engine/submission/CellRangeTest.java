package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellRangeTest {
    @Test
    void aRangeIsReadWithOrWithoutDollarSigns() {
        assertThat(CellRange.parse("A3:F20")).contains(new CellRange(3, 1, 20, 6));
        assertThat(CellRange.parse("$a$3:$F$20")).contains(new CellRange(3, 1, 20, 6));
        assertThat(CellRange.parse("AA1")).contains(new CellRange(1, 27, 1, 27));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "A", "3", "A0", "A1:", "F20:A3", "A3:F2", "A1:B2:C3", "A1 :B2", "ABCDEF1", "A1234567890"
            })
    void anythingElseIsNone(String text) {
        assertThat(CellRange.parse(text)).isEmpty();
    }

    @Test
    void sharedCellsAreCounted() {
        CellRange range = new CellRange(3, 1, 20, 6);
        assertThat(range.shared(range)).isEqualTo(108);
        assertThat(range.shared(new CellRange(20, 6, 30, 9))).isEqualTo(1);
        assertThat(range.shared(new CellRange(21, 1, 30, 6))).isZero();
        assertThat(new CellRange(1, 1, 999_999_999, 10_000).shared(new CellRange(1, 1, 999_999_999, 10_000)))
                .isEqualTo(9_999_999_990_000L);
    }
}
