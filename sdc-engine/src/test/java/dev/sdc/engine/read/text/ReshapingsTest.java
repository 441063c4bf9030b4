package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reshape prints, in the layout of Stata 17. */
final class ReshapingsTest {
    private static final String RULE = "-".repeat(77);

    private static List<Stretch> read(String... lines) {
        return new Reshapings(null, Limits.DEFAULT).in(List.of(lines));
    }

    @Test
    void theObservationsBeforeAndAfterAreCounts() {
        List<Stretch> found = read(
                "(j = 2013 2014)",
                "",
                "Data                               Long   ->   Wide",
                RULE,
                "Number of observations               14   ->   7           ",
                "Number of variables                   5   ->   7           ");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).from()).isEqualTo(2);
        assertThat(found.get(0).to()).isEqualTo(5);
        Grid grid = ((Part.TableIn) found.get(0).part()).grid();
        assertThat(grid.text(0, 2)).isEqualTo("Observations Wide");
        assertThat(grid.text(1, 1)).isEqualTo("14");
        assertThat(grid.text(1, 2)).isEqualTo("7");
        assertThat(grid.address(1, 2)).isEqualTo("@5:48");
    }

    @Test
    void anArrowBetweenWordsIsNone() {
        assertThat(read("Data long -> wide", RULE, "Number of wards 14 -> 7")).isEmpty();
    }
}
