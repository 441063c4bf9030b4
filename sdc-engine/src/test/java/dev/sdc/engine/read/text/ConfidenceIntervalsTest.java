package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interval of a test, in the layout of R 4. */
final class ConfidenceIntervalsTest {
    private static List<Stretch> read(String... lines) {
        return new ConfidenceIntervals(null, Limits.DEFAULT).in(List.of(lines));
    }

    @Test
    void twoNumbersAndTheirLevelAreTheEndsOfAnInterval() {
        List<Stretch> found = read("[1] -0.3512  1.25e-02", "attr(,\"conf.level\")", "[1] 0.95", "done");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).to()).isEqualTo(3);
        Grid grid = ((Part.TableIn) found.get(0).part()).grid();
        assertThat(grid.text(0, 0)).isEqualTo("lower limit");
        assertThat(grid.text(1, 0)).isEqualTo("-0.3512");
        assertThat(grid.text(1, 1)).isEqualTo("1.25e-02");
        assertThat(grid.address(1, 1)).isEqualTo("@1:14");
    }

    @Test
    void twoNumbersAloneAreNone() {
        assertThat(read("[1] 3 4", "[1] 0.95", "")).isEmpty();
    }
}
