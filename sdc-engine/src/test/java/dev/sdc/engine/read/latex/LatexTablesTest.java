package dev.sdc.engine.read.latex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatexTablesTest {
    private static List<Grid> in(String... lines) {
        return new LatexTables(Limits.DEFAULT)
                .in(List.of(lines)).stream()
                        .map(Stretch::part)
                        .map(part -> ((Part.TableIn) part).grid())
                        .toList();
    }

    @Test
    void cellsKeepTheirPlaces() {
        Grid grid = in(
                        "\\begin{tabular}{lr}",
                        "\\hline",
                        "Site & $n$ \\\\ \\hline",
                        "Lung \\& pleura & 1{,}205 \\\\[2pt]",
                        "  Brain & \\textbf{5} \\\\",
                        "\\end{tabular}")
                .get(0);
        assertThat(grid.text(0, 1)).isEqualTo("n");
        assertThat(grid.text(1, 0)).isEqualTo("Lung & pleura");
        assertThat(grid.text(1, 1)).isEqualTo("1,205");
        assertThat(grid.text(2, 1)).isEqualTo("5");
        assertThat(grid.address(1, 1)).isEqualTo("@4:18");
    }

    @Test
    void spansTakeTheirColumns() {
        Grid grid = in(
                        "\\begin{tabular}{lrrr}",
                        "& \\multicolumn{2}{c}{Sex} & \\\\ \\cmidrule(lr){2-3}",
                        "Site & F & M & \\multirow{2}{*}{All} \\\\",
                        "Lung & 12 & $<$10 & 0.51$^{***}$ \\\\ % 3 left out",
                        "\\end{tabular}")
                .get(0);
        assertThat(grid.text(0, 1)).isEqualTo("Sex");
        assertThat(grid.text(1, 3)).isEqualTo("All");
        assertThat(grid.text(2, 2)).isEqualTo("<10");
        assertThat(grid.text(2, 3)).isEqualTo("0.51***");
    }

    @Test
    void theLetterOfAFootnoteIsNoPartOfANumber() {
        Grid grid = in(
                        "\\begin{tabular}{lrrrr}",
                        "I & 4\\textsuperscript{a} & 5\\tnote{b} & 6$^{a,b}$ & 7$^c$ \\\\",
                        "m\\textsuperscript{2} & 5\\textsuperscript{th} & 10$^{3}$ & 8\\textsuperscript{*} & 9 \\\\",
                        "\\end{tabular}")
                .get(0);
        assertThat(List.of(grid.text(0, 1), grid.text(0, 2), grid.text(0, 3), grid.text(0, 4)))
                .containsExactly("4", "5", "6", "7");
        assertThat(List.of(grid.text(1, 0), grid.text(1, 1), grid.text(1, 2), grid.text(1, 3)))
                .containsExactly("m2", "5th", "103", "8*");
    }

    @Test
    void theHeadOfFurtherPagesIsNotReadAgain() {
        Grid grid = in(
                        "\\begin{longtable}{lr}",
                        "\\caption{Patients} \\\\",
                        "Site & 2019 \\\\ \\endfirsthead",
                        "Site & 2019 \\\\ \\endhead",
                        "\\multicolumn{2}{r}{Goes on} \\\\ \\endfoot",
                        "\\endlastfoot",
                        "Lung & 7 \\\\",
                        "\\end{longtable}")
                .get(0);
        assertThat(grid.rows()).isEqualTo(3);
        assertThat(grid.text(0, 0)).isEqualTo("Patients");
        assertThat(grid.text(2, 1)).isEqualTo("7");
    }

    @Test
    void aTableThatIsNotClosedIsReadToTheEnd() {
        assertThat(in("\\begin{tabular}{lr}", "a & 1 \\\\", "b & {2").get(0).text(1, 1))
                .isEqualTo("2");
        assertThat(in("\\begin{tabular}{lr}", "a & b \\\\", "\\end{tabular}")).isEmpty();
    }
}
