package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void numbersAsCellsWriteThem() {
        assertThat(Stream.of("12", "-12.5", "1,5", "7.", ".5", "9".repeat(40))).allMatch(Figures::isNumber);
        assertThat(Stream.of("", "-", ".", "1.2.3", "1-2", "12 a", "9".repeat(41)))
                .noneMatch(Figures::isNumber);
    }

    @Test
    void wholeNumbersHaveNoMark() {
        assertThat(Stream.of("12", "-3")).allMatch(Figures::isWhole);
        assertThat(Stream.of("12.0", "1,5", ".5", ",5", "")).noneMatch(Figures::isWhole);
    }

    @Test
    void growingNumbers() {
        assertThat(Figures.grow(List.of("1", "1.5", "20"))).isTrue();
        assertThat(Figures.grow(List.of("1", "1.0"))).isFalse();
        assertThat(Figures.grow(List.of("2", "1"))).isFalse();
        assertThat(Figures.grow(List.of("1", "x"))).isFalse();
    }
}
