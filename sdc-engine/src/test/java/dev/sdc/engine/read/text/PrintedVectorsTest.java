package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors of numbers as R prints them are columns of tables. */
final class PrintedVectorsTest {
    private static List<Grid> in(String... lines) {
        return TextDocument.of(new Reading.Text(List.of(lines), List.of()), Limits.DEFAULT)
                .grids();
    }

    @Test
    void aVectorStandsUnderTheLineThatNamesIt() {
        Grid grid = in("Patients per region", " [1] 212 140   4", " [4] 88").get(0);
        assertThat(grid.text(0, 0)).isEqualTo("Patients per region");
        assertThat(grid.text(3, 0)).isEqualTo("4");
        assertThat(grid.address(3, 0)).isEqualTo("@2:16");
        assertThat(grid.text(4, 0)).isEqualTo("88");
        assertThat(grid.address(4, 0)).isEqualTo("@3:6");
    }

    @Test
    void numbersThatNobodyNamesAreNoTable() {
        assertThat(in("[1] 26 114")).isEmpty();
        assertThat(in("Ages", "", "[1] 26 114")).isEmpty();
        assertThat(in(" [1] 121 124  18  19", " [5] 128  17")).isEmpty();
        assertThat(in("> range(d$age)", "[1]  19 101")).isEmpty();
    }

    @Test
    void theBreaksOfAHistogramNameItsBins() {
        List<Grid> grids = in("$breaks", "[1] 0 20 40", "", "$counts", "[1] 31 6", "", "$mids", "[1] 10 30");
        assertThat(grids).hasSize(1);
        Grid grid = grids.get(0);
        assertThat(grid.text(2, 0)).isEqualTo("(20, 40]");
        assertThat(grid.text(0, 1)).isEqualTo("counts");
        assertThat(grid.text(2, 1)).isEqualTo("6");
        assertThat(grid.text(2, 2)).isEqualTo("30");
    }

    @Test
    void vectorsOfOtherLengthsAreTablesOfTheirOwn() {
        assertThat(in("$a", "[1] 1 2 3", "", "$b", "[1] 4 5")).hasSize(2);
    }

    @Test
    void wordsAndLoneNumbersAreLeftInTheText() {
        assertThat(in("[1] \"F\" \"M\"", "[1] 42", "see [1] and [2]", "[2] 3 4"))
                .isEmpty();
    }
}
