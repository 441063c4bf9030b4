package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsOfTextTest {
    private static final String NUMBER = "943 476 5919";

    @Test
    void aNeighbourWithTheSameGapsShowsColumns() {
        assertThat(ColumnsOfText.splits(List.of(NUMBER, "101 202 3003"), 0, 0)).isTrue();
        assertThat(ColumnsOfText.splits(List.of("101 202 3003", NUMBER), 1, 0)).isTrue();
        assertThat(ColumnsOfText.splits(List.of("  101 202 3003", "  " + NUMBER), 1, 2))
                .isTrue();
        assertThat(ColumnsOfText.splits(List.of(NUMBER, " 01  02    3"), 0, 0)).isTrue();
    }

    @Test
    void numbersBelowEachOtherAreNoColumns() {
        assertThat(ColumnsOfText.splits(List.of(NUMBER), 0, 0)).isFalse();
        assertThat(ColumnsOfText.splits(List.of(NUMBER, NUMBER), 0, 0)).isFalse();
        assertThat(ColumnsOfText.splits(List.of(NUMBER, "seen once"), 0, 0)).isFalse();
        assertThat(ColumnsOfText.splits(List.of(NUMBER, "abc def ghij"), 0, 0)).isFalse();
        assertThat(ColumnsOfText.splits(List.of(NUMBER, "101 202 300"), 0, 0))
                .as("cut off")
                .isFalse();
        assertThat(ColumnsOfText.splits(List.of("9434765919", "101 202 3003"), 0, 0))
                .isFalse();
        assertThat(ColumnsOfText.splits(List.of("943 4765919 ", "101 202 3003"), 0, 0))
                .isFalse();
    }
}
