package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextDocumentTest {
    private static Reading read(String... lines) {
        return TextDocument.of(new Reading.Text(List.of(lines), List.of()), Limits.DEFAULT);
    }

    private static Part.Words words(Reading reading) {
        return ((Reading.Document) reading)
                .parts().stream()
                        .filter(Part.Words.class::isInstance)
                        .map(Part.Words.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aMarkdownTableIsAGridWithThePlacesOfItsCells() {
        Reading reading = read(
                "Stage by sex", "", "| Stage | F | M |", "|:---|---:|--:|", "| **I**  |  12 | 5 |", "", "The end.");
        Grid grid = reading.grids().get(0);
        assertThat(grid.rows()).isEqualTo(2);
        assertThat(grid.text(1, 0)).isEqualTo("I");
        assertThat(grid.text(1, 1)).isEqualTo("12");
        assertThat(grid.address(1, 1)).isEqualTo("@5:13");
        assertThat(grid.address(0, 0, 1, 2)).isEqualTo("@3:3-5:18");
    }

    @Test
    void whatIsLeftKeepsItsLines() {
        Reading reading = read("Before", "| a | b |", "|---|---|", "| x | 1 |", "After");
        assertThat(words(reading).rest()).containsExactly("Before", "", "", "", "After");
        assertThat(words(reading).lines()).hasSize(5).contains("| x | 1 |");
    }

    @Test
    void whatWasTypedIsNoTable() {
        String[] typed = {
            "> a <- c(1,2,2,1)",
            "> b <- c(3,1,2,4)",
            "> d <- c(2,2,1,1)",
            " 10.  replace season = 1 if inrange(month(d),3,5)",
            " 11.  replace season = 2 if inrange(month(d),6,8)",
            " 12.  replace season = 3 if inrange(month(d),9,11)",
        };
        assertThat(read(typed).grids()).isEmpty();
        assertThat(read("a,3,5", "b,6,8", "c,9,11").grids()).hasSize(1);
    }

    @Test
    void aTextWithoutTablesStaysAText() {
        assertThat(read("We saw 12 | 13 patients.", "And so on.")).isInstanceOf(Reading.Text.class);
    }
}
