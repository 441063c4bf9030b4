package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What describe prints, in the layouts of Stata 16 and 17. */
final class DataDescriptionsTest {
    private static final String RULE = "-".repeat(79);

    private static List<Grid> read(String... lines) {
        return new DataDescriptions(null, Limits.DEFAULT)
                .in(List.of(lines)).stream()
                        .map(Stretch::part)
                        .map(part -> ((Part.TableIn) part).grid())
                        .toList();
    }

    @Test
    void theObservationsAreACountAndTheVariablesATableOfTexts() {
        List<Grid> grids = read(
                "Contains data",
                "  obs:             7                          ",
                " vars:             2                          ",
                RULE,
                "              storage   display    value",
                "variable name   type    format     label      variable label",
                RULE,
                "ward            byte    %8.0g      wards      Ward, 1 to 9",
                "stay7           float   %9.0g                 7 days or more",
                RULE,
                "Sorted by: ward");

        assertThat(grids).hasSize(2);
        assertThat(grids.get(0).text(1, 0)).isEqualTo("Contains data");
        assertThat(grids.get(0).text(0, 1)).isEqualTo("Observations");
        assertThat(grids.get(0).text(1, 1)).isEqualTo("7");
        assertThat(grids.get(0).address(1, 1)).isEqualTo("@2:20");
        assertThat(grids.get(1).rows()).isEqualTo(3);
        assertThat(grids.get(1).text(1, 0)).isEqualTo("ward");
        assertThat(grids.get(1).text(1, 3)).isEqualTo("wards      Ward, 1 to 9");
        assertThat(grids.get(1).text(2, 3)).isEqualTo("7 days or more");
    }

    @Test
    void theFileAndTheLayoutOfLaterVersionsAreKnown() {
        List<Grid> grids = read(
                "Contains data from wards.dta",
                " Observations:         1,074                  Wards of the north",
                "    Variables:             1                  13 Apr 2020 17:45",
                RULE,
                "Variable      Storage   Display    Value",
                "    name         type    format    label      Variable label",
                RULE,
                "ward            str18   %-18s                 Ward",
                RULE);

        assertThat(grids).hasSize(2);
        assertThat(grids.get(0).text(1, 0)).isEqualTo("Contains data from wards.dta");
        assertThat(grids.get(0).text(1, 1)).isEqualTo("1,074");
        assertThat(grids.get(1).text(1, 1)).isEqualTo("str18");
    }

    @Test
    void whatOnlySpeaksOfDataIsNone() {
        assertThat(read("Contains data", "of 7 wards", "and obs: none")).isEmpty();
    }
}
