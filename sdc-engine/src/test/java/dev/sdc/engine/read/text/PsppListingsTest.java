package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.html.HtmlDocument;
import dev.sdc.engine.read.model.Figure;
import dev.sdc.engine.read.model.Heading;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.ModelKind;
import dev.sdc.engine.read.model.Panel;
import dev.sdc.engine.submission.ColumnRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PSPP lists, in boxes or as a page, is read cell by cell, and a regression as one model. */
final class PsppListingsTest {
    private static final Path SAMPLES = Path.of("..", "testdata", "texts", "pspp");

    private static Reading.Document read(String file) throws IOException {
        Reading.Text text = new Reading.Text(Files.readAllLines(SAMPLES.resolve(file)), List.of());
        return (Reading.Document)
                (file.endsWith("html") ? HtmlDocument.of(text, Limits.DEFAULT) : TextDocument.of(text, Limits.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "regression.txt, 637, @13:28, 101.27, @25:17",
        "regression.html, 637, T2!C3, 101.27, T3!B3",
        "regression_small.txt, 7, @13:29, 52.19, @24:24",
        "regression_small.html, 7, T2!C3, 52.19, T3!B3",
    })
    void aRegressionIsOneModelWithItsResidualDegreesOfFreedom(
            String file, String dof, String dofAt, String first, String firstAt) throws IOException {
        List<Part.ModelPrint> prints = read(file).parts().stream()
                .filter(Part.ModelPrint.class::isInstance)
                .map(Part.ModelPrint.class::cast)
                .toList();
        assertThat(prints).hasSize(1);
        Part.ModelPrint print = prints.get(0);
        Model model = print.model();
        assertThat(model.kind()).isEqualTo(ModelKind.LINEAR);
        assertThat(model.notUnderstood()).isEmpty();
        Panel sources = model.panels().stream()
                .filter(panel -> panel.part() == Panel.Part.SOURCES)
                .findFirst()
                .orElseThrow();
        assertThat(sources.rows().get(1).label()).isEqualTo("Residual");
        List<ColumnRole> roles = sources.headings().stream().map(Heading::role).toList();
        Figure residual = sources.rows().get(1).figures().get(roles.indexOf(ColumnRole.DOF));
        assertThat(residual.text()).isEqualTo(dof);
        assertThat(print.where().of(residual.place())).isEqualTo(dofAt);
        Panel terms = model.coefficients().orElseThrow();
        assertThat(terms.headings()).extracting(Heading::name).startsWith("B", "Std. Error");
        Figure constant = terms.rows().get(0).figures().get(0);
        assertThat(constant.text()).isEqualTo(first);
        assertThat(print.where().of(constant.place())).isEqualTo(firstAt);
        assertThat(terms.rows().get(1).label()).isEqualTo("Age at diagnosis");
    }

    @ParameterizedTest
    @CsvSource({
        "crosstabs_counts.txt, 2, @24:33, 3",
        "crosstabs_counts.html, 2, T2!D6, 3",
        "frequencies.txt, 3, @34:19, 11",
        "means.txt, 2, @19:28, 11",
        "descriptives.txt, 1, @5:23, 640",
        "oneway.txt, 1, @13:20, 11",
    })
    void countsStandWhereTheyArePrinted(String file, int tables, String address, String count) throws IOException {
        List<Grid> grids = read(file).grids();
        assertThat(grids).hasSize(tables);
        boolean found = false;
        for (Grid grid : grids) {
            for (int r = 0; r < grid.rows(); r++) {
                for (int c = 0; c < grid.columns(); c++) {
                    found |= grid.address(r, c).equals(address)
                            && grid.text(r, c).equals(count);
                }
            }
        }
        assertThat(found).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"oneway.txt", "ttest_one.txt"})
    void aHeaderThatABoxBreaksIsOneName(String file) throws IOException {
        Grid grid = read(file).grids().get(0);
        StringBuilder header = new StringBuilder();
        for (int r = 0; r < 5 && r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                header.append(grid.text(r, c)).append('|');
            }
        }
        assertThat(header.toString()).contains("|Std. Deviation|");
    }
}
