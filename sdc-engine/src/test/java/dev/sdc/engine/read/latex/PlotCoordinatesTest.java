package dev.sdc.engine.read.latex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotCoordinatesTest {
    private final PlotCoordinates plots = new PlotCoordinates(Limits.DEFAULT);

    @Test
    void twoPlotsInOneLineAreTwoTables() {
        List<Stretch> found = plots.in(List.of(
                "\\begin{axis}[ylabel=Deaths]",
                "\\addplot coordinates {(I,3) (II,40)}; \\addplot coordinates {({a},12)}; rest"));
        assertThat(found).hasSize(2);
        Grid first = ((Part.TableIn) found.get(0).part()).grid();
        assertThat(first.text(0, 1)).isEqualTo("Deaths");
        assertThat(first.text(1, 1)).isEqualTo("3");
        Grid second = ((Part.TableIn) found.get(1).part()).grid();
        assertThat(second.text(1, 0)).isEqualTo("a");
        assertThat(found.get(0).left().get(0)).contains("rest").doesNotContain("40");
    }

    @Test
    void barsAcrossHaveTheirNamesSecond() {
        List<Stretch> found =
                plots.in(List.of("\\begin{axis}[xbar, xlabel={Patients}]", "\\addplot coordinates {(212,I)};"));
        Grid grid = ((Part.TableIn) found.get(0).part()).grid();
        assertThat(grid.text(1, 0)).isEqualTo("I");
        assertThat(grid.text(0, 1)).isEqualTo("Patients");
    }

    @Test
    void aNameOfAFileAndAFormulaHoldNoPoints() {
        assertThat(plots.in(List.of("\\addplot table {curve.dat};", "\\addplot[domain=1:3] {200*x};")))
                .isEmpty();
    }

    @Test
    void aCommentAmongThePointsIsLeft() {
        List<Stretch> found = plots.in(List.of("\\addplot coordinates {(I,30) % three died", "(II,40)};"));
        assertThat(found.get(0).left().get(0)).contains("three died");
    }

    @Test
    void plotsInOneAnotherAreFoundOnceEach() {
        List<Stretch> found = plots.in(List.of("\\addplot coordinates {(I,3) \\addplot coordinates {(II,40)}}; rest"));
        assertThat(found).hasSize(1);
        assertThat(((Part.TableIn) found.get(0).part()).grid().rows()).isEqualTo(3);
    }
}
