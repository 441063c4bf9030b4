package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors in the layout of R 4 with narrow lines. */
final class NamedVectorsTest {
    private static List<Grid> read(String... lines) {
        return new NamedVectors(null, Limits.DEFAULT)
                .in(List.of(lines)).stream()
                        .map(stretch -> ((Part.TableIn) stretch.part()).grid())
                        .toList();
    }

    private static List<String> cells(Grid grid) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            rows.add(grid.text(row, 0) + " = " + grid.text(row, 1));
        }
        return rows;
    }

    @Test
    void aTableThatGoesOnInFurtherLinesIsOne() {
        List<Grid> grids = read(
                "ward",
                "     Ash ward         Birch ",
                "           90            56 ",
                "Elm tree ward           Fir ",
                "            4            17 ",
                "        Gorse ",
                "            7 ");

        assertThat(grids).hasSize(1);
        assertThat(cells(grids.get(0)))
                .containsExactly("Ash ward = 90", "Birch = 56", "Elm tree ward = 4", "Fir = 17", "Gorse = 7");
        assertThat(grids.get(0).address(2, 1)).isEqualTo("@5:13");
    }

    @Test
    void numbersThatRiseAreNamesToo() {
        List<Grid> grids =
                read("", "20 21 22 23 24 ", "13  2 13 10 16 ", "25 26 ", "12  7 ", "", " 1  2  3 ", "55 50  5 ");

        assertThat(grids).hasSize(2);
        assertThat(cells(grids.get(0))).contains("21 = 2", "26 = 7").hasSize(7);
        assertThat(cells(grids.get(1))).containsExactly("1 = 55", "2 = 50", "3 = 5");
    }

    @Test
    void aVectorEndsWhereAnotherBegins() {
        List<Grid> grids = read(
                "     Ash ward         Birch ",
                "           90             5 ",
                "Elm tree ward           Fir ",
                "            4            17 ",
                "       age     height       stay ",
                " 20.090625   6.187500 230.721875 ",
                "      dose       cost ",
                "  3.596563   3.217250 ");

        assertThat(grids).hasSize(2);
        assertThat(cells(grids.get(0))).hasSize(4);
        assertThat(cells(grids.get(1))).hasSize(5);
    }

    @Test
    void quantilesAreColumnsUnderTheirLevels() {
        List<Grid> grids = read(
                "    0%    50%   100% ", //
                "10.400 19.200 33.900 ");

        assertThat(grids).hasSize(1);
        assertThat(grids.get(0).text(0, 1)).isEqualTo("minimum");
        assertThat(grids.get(0).text(0, 2)).isEqualTo("50%");
        assertThat(grids.get(0).text(1, 3)).isEqualTo("33.900");
    }

    @Test
    void rowsOfFiguresAreNone() {
        assertThat(read("20 21 22", "13 12 13", "19 26 27", "12  7 13")).isEmpty();
        assertThat(read("Min Max", "  1   7", "Min Max", "  2   9")).isEmpty();
        assertThat(read("In 2019 and", "   2020   3")).isEmpty();
    }
}
