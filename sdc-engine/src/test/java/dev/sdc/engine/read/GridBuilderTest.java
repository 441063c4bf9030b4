package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class GridBuilderTest {

    @Property
    void cellsInAnyOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> rows,
            @ForAll @IntRange(min = 1, max = 9) int width) {
        GridBuilder builder = new GridBuilder("S", NumberStyle.ENGLISH, 1_000_000);
        builder.expect(20, 4);
        String[][] expected = new String[41][width];
        for (int i = 0; i < rows.size(); i++) {
            int column = i % width;
            String text = i % 3 == 0 ? "t" + i : String.valueOf(i);
            expected[rows.get(i)][column] = text;
            assertThat(builder.set(rows.get(i), column, text)).isTrue();
        }
        Grid grid = builder.build(Grid.Layout.PLAIN);
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                String text = expected[r][c];
                assertThat(grid.text(r, c)).isEqualTo(text == null ? "" : text);
            }
        }
    }

    @Test
    void limitsAreSaidInWords() {
        Limits limits = new Limits(100, 100, 5, 10, 2, 100, 10, 10, 10, 10);
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, 1000, limits);
        assertThat(builder.set(0, 5, "1")).isFalse();
        assertThat(builder.limitReached()).isEqualTo("more than 5 columns");
        assertThat(builder.set(100, 0, "1")).isFalse();
        assertThat(builder.limitReached()).startsWith("more than 100 cells");
        assertThat(builder.rows(101)).isFalse();
        assertThat(builder.set(0, 0, "a".repeat(11))).isFalse();
        assertThat(builder.limitReached()).isEqualTo("a cell of more than 10 characters");
        assertThat(builder.set(0, 0, "a")).isTrue();
        assertThat(builder.set(0, 1, "b")).isTrue();
        assertThat(builder.set(0, 2, "c")).isFalse();
        assertThat(builder.limitReached()).contains("more than 2 different texts");
    }

    @Test
    void aWideGridWithFewCellsIsCheap() {
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, Limits.DEFAULT.cells());
        assertThat(builder.set(0, 15_999, "x")).isTrue();
        assertThat(builder.set(4_000, 0, "y")).isTrue();
        Grid grid = builder.build(Grid.Layout.PLAIN);
        assertThat(grid.rows()).isEqualTo(4_001);
        assertThat(grid.columns()).isEqualTo(16_000);
        assertThat(grid.isBlank(4_000, 8_000)).isTrue();
        assertThat(grid.address(0, 15_999)).isEqualTo("WQJ1");
    }
}
