package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stset prints, in the layout of Stata 16. */
final class SurvivalSettingsTest {
    private static final String RULE = "-".repeat(78);

    private static List<String> print(String... counts) {
        List<String> lines = new ArrayList<>(List.of(
                ". stset exit, failure(relapse)",
                "",
                "     failure event:  relapse != 0 & relapse < .",
                "obs. time interval:  (0, exit]",
                " exit on or before:  failure",
                "",
                RULE));
        lines.addAll(List.of(counts));
        lines.add("      9,214  total analysis time at risk and under observation");
        return lines;
    }

    private static List<Stretch> read(List<String> lines) {
        return new SurvivalSettings(null, Limits.DEFAULT).in(lines);
    }

    @Test
    void everyCountIsAColumn() {
        List<Stretch> found = read(print(
                "      1,034  total observations",
                "          4  observations end on or before enter()",
                RULE,
                "      1,030  observations remaining, representing",
                "        515  subjects",
                "          3  failures in multiple-failure-per-subject data"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).from()).isEqualTo(7);
        assertThat(found.get(0).to()).isEqualTo(13);
        Grid grid = ((Part.TableIn) found.get(0).part()).grid();
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < grid.columns(); column++) {
            cells.add(grid.text(0, column) + " = " + grid.text(1, column));
        }
        assertThat(cells)
                .containsExactly(
                        "Failure event = relapse != 0 & relapse < .",
                        "Number of total observations = 1,034",
                        "Number of observations end on or before enter() = 4",
                        "Number of observations remaining = 1,030",
                        "Number of subjects = 515",
                        "Number of failures = 3");
        assertThat(grid.address(1, 5)).isEqualTo("@13:11");
    }

    @Test
    void thatNothingIsLeftOutIsNoCountOfAGroup() {
        List<Stretch> found = read(print(
                "         40  total observations",
                "          0  exclusions",
                RULE,
                "         40  observations remaining, representing",
                "         12  failures in single-record/single-failure data"));

        assertThat(((Part.TableIn) found.get(0).part()).grid().columns()).isEqualTo(4);
    }

    @Test
    void countsWithoutFailuresAreNone() {
        assertThat(read(print("         40  total observations", "          2  exclusions")))
                .isEmpty();
    }
}
