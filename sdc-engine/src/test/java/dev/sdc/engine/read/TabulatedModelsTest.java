package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.html.HtmlDocument;
import dev.sdc.engine.read.latex.LatexTables;
import dev.sdc.engine.read.model.Measure;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.ModelKind;
import dev.sdc.engine.read.model.Row;
import dev.sdc.engine.read.text.TextDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that documents show in tables are read as what they are. */
final class TabulatedModelsTest {
    private static final Path PRINTS = Path.of("..", "testdata", "models");

    private static List<Part.ModelPrint> in(String name, List<String> lines) {
        Reading.Text text = new Reading.Text(lines, List.of());
        Reading reading = name.endsWith(".html")
                ? HtmlDocument.of(text, Limits.DEFAULT)
                : name.endsWith(".tex")
                        ? TextDocument.of(text, List.of(new LatexTables(Limits.DEFAULT)), Limits.DEFAULT)
                        : TextDocument.of(text, Limits.DEFAULT);
        return reading instanceof Reading.Document document
                ? document.parts().stream()
                        .filter(Part.ModelPrint.class::isInstance)
                        .map(Part.ModelPrint.class::cast)
                        .toList()
                : List.of();
    }

    private static List<Part.ModelPrint> sample(String name) throws IOException {
        return in(name, Files.readAllLines(PRINTS.resolve(name)));
    }

    private static String size(Part.ModelPrint print, Measure measure) {
        return print.model()
                .figure(measure)
                .map(figure -> figure.text() + " " + print.where().of(figure.place()))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        // file, kind, outcome, terms, observations and residual degrees of freedom with their addresses, first estimate
        "tables/ols.tex, LINEAR, egfr, 3, 640 @9:38, 637 @10:38, @18:29",
        "tables/ols.html, LINEAR, egfr, 3, 640 T1!B6, 637 T1!B7, T2!B2",
        "tables/ols-2.html, LINEAR, egfr, 3, 640 T1!B4, 637 T1!B6, T2!B2",
        "tables/logit.tex, LOGISTIC, dead, 6, 640 @4:86, 634 @5:86, @16:33",
        "tables/logit.html, LOGISTIC, dead, 6, 640 T1!D1, 634 T1!D2, T2!B2",
        "tables/xtable-lm.tex, MODEL, '', 3, '', '', @7:15",
        "tables/xtable-glm.html, MODEL, '', 6, '', '', T1!B2",
        "tables/xtable-cox.tex, MODEL, '', 2, '', '', @7:7",
        "tables/params.tex, MODEL, '', 6, '', '', @5:19",
        "tables/params.html, MODEL, '', 6, '', '', T1!B2",
    })
    void aModelInTablesIsThatModel(
            String file, ModelKind kind, String outcome, int terms, String n, String dof, String first)
            throws IOException {
        List<Part.ModelPrint> prints = sample(file);
        assertThat(prints).hasSize(1);
        Part.ModelPrint print = prints.get(0);
        Model model = print.model();
        assertThat(model.kind()).isEqualTo(kind);
        assertThat(model.outcome() == null ? "" : model.outcome()).isEqualTo(outcome);
        assertThat(size(print, Measure.OBSERVATIONS)).isEqualTo(n);
        assertThat(size(print, Measure.RESIDUAL_DOF)).isEqualTo(dof);
        assertThat(model.notUnderstood()).isEmpty();
        List<Row> rows = model.terms();
        assertThat(rows).hasSize(terms);
        assertThat(print.where().of(rows.get(0).figures().get(0).place())).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "tables/columns.tex, 3, 640 @19:44",
        "tables/columns.html, 3, 640 T1!D12",
        "layouts/stargazer.tex, 2, 633 @25:22",
        "layouts/stargazer.html, 2, 633 T1!C18",
        "layouts/texreg.tex, 2, 633 @17:32",
        "layouts/modelsummary.md, 2, 633 @9:29",
    })
    void modelsSideBySideAreReadOneByOne(String file, int models, String n) throws IOException {
        List<Part.ModelPrint> prints = sample(file);
        assertThat(prints).hasSize(models);
        assertThat(size(prints.get(models - 1), Measure.OBSERVATIONS)).isEqualTo(n);
        assertThat(prints)
                .allSatisfy(print -> assertThat(print.model().notUnderstood()).isEmpty());
    }

    @Test
    void aTableWithOtherNumbersBesideAModelStaysATable() {
        List<String> lines = List.of(
                "\\begin{tabular}{lrrr}",
                "Deaths & 3 & & \\\\",
                " & & & \\\\",
                " & Estimate & Std. Error & Pr($>|t|$) \\\\",
                "age & 0.5 & 0.1 & 0.01 \\\\",
                "\\end{tabular}");
        assertThat(in("x.tex", lines)).isEmpty();
    }

    @Test
    void aTableAsWideAsCanBeIsNotSetOut() {
        String row = "<tr><td>" + "1</td><td>".repeat(2_000) + "1</td></tr>";
        assertThat(in("x.html", List.of("<table>", row, row, "</table>"))).isEmpty();
    }
}
