package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.ColumnRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models side by side are read one by one, each with its own sizes. */
final class SideBySideTest {
    private static final Path PRINTS = Path.of("..", "testdata", "models");

    private static List<Model> in(String... lines) {
        return ModelReader.in(List.of(lines));
    }

    private static String size(Model model, Measure measure) {
        return model.figure(measure)
                .map(figure -> figure.text() + figure.place())
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        // file, models, then of the last one: kind, terms, observations with their place, residual dof
        "tables/columns.txt, 3, MODEL, 4, 640@15:38, ''",
        "tables/columns-plain.txt, 3, MODEL, 4, 640@15:30, ''",
        "tables/columns-small.txt, 2, MODEL, 2, 9@11:27, ''",
        "layouts/stargazer.txt, 2, LOGISTIC, 3, 633@20:52, ''",
        "layouts/screenreg.txt, 2, MODEL, 3, 633@14:27, ''",
        "layouts/esttab.txt, 2, MODEL, 3, 633@16:39, ''",
        "layouts/esttab-ci.txt, 2, MODEL, 4, 633@10:53, ''",
        "layouts/etable.txt, 2, MODEL, 3, 633@9:51, ''",
    })
    void everyModelHasItsOwnSize(String file, int models, ModelKind kind, int terms, String n, String dof)
            throws IOException {
        List<Model> found = ModelReader.in(Files.readAllLines(PRINTS.resolve(file)));
        assertThat(found).hasSize(models);
        Model last = found.get(models - 1);
        assertThat(last.kind()).isEqualTo(kind);
        assertThat(last.coefficients().orElseThrow().rows()).hasSize(terms);
        assertThat(size(last, Measure.OBSERVATIONS)).isEqualTo(n);
        assertThat(size(last, Measure.RESIDUAL_DOF)).isEqualTo(dof);
        assertThat(found).allSatisfy(model -> assertThat(model.notUnderstood()).isEmpty());
    }

    @Test
    void degreesOfFreedomStandInBrackets() throws IOException {
        Model linear = ModelReader.in(Files.readAllLines(PRINTS.resolve("layouts/stargazer.txt")))
                .get(0);
        assertThat(linear.kind()).isEqualTo(ModelKind.LINEAR);
        assertThat(linear.outcome()).isEqualTo("egfr");
        assertThat(size(linear, Measure.RESIDUAL_DOF)).isEqualTo("637@25:38");
        assertThat(size(linear, Measure.MODEL_DOF)).isEqualTo("2@26:38");
    }

    @Test
    void theNotesTellWhatStandsInBrackets() throws IOException {
        Panel statistics = ModelReader.in(Files.readAllLines(PRINTS.resolve("layouts/esttab.txt")))
                .get(0)
                .coefficients()
                .orElseThrow();
        assertThat(statistics.headings())
                .extracting(Heading::role)
                .containsExactly(ColumnRole.ESTIMATE, ColumnRole.STATISTIC);
        Panel intervals = ModelReader.in(Files.readAllLines(PRINTS.resolve("layouts/esttab-ci.txt")))
                .get(1)
                .coefficients()
                .orElseThrow();
        assertThat(intervals.headings())
                .extracting(Heading::name)
                .containsExactly("exp(b)", "lower limit", "upper limit");
        assertThat(intervals.rows())
                .extracting(Row::state)
                .containsExactly(Row.State.ESTIMATED, Row.State.REFERENCE, Row.State.ESTIMATED, Row.State.ESTIMATED);
    }

    @Test
    void anIntervalWithoutAnEndKeepsTheOther() throws IOException {
        Row constant = ModelReader.in(Files.readAllLines(PRINTS.resolve("layouts/esttab-ci.txt")))
                .get(0)
                .terms()
                .get(1);
        assertThat(constant.figures().get(1)).isNotNull();
        assertThat(constant.figures().get(2)).isNull();
    }

    @Test
    void aRowOfNumbersThatNobodyKnowsIsSaidNotToBeUnderstood() {
        List<Model> models = in(
                "                 (1)         (2)  ",
                "age           -0.40***     0.08***",
                "              (0.06)      (0.01)  ",
                "----------------------------------",
                "Observations    640         633   ",
                "Transplanted      3          12   ",
                "----------------------------------",
                "Standard errors in parentheses");
        assertThat(models).hasSize(2);
        assertThat(models.get(0).notUnderstood()).containsExactly(new Place(6, 1));
    }

    @Test
    void wordsThatTellANumberAreNotSwallowed() {
        List<Model> between = in(
                "age           -0.40***     0.08***",
                "              (0.06)      (0.01)  ",
                "of them 3 died",
                "sex           -0.40***     0.08***",
                "              (0.06)      (0.01)  ");
        assertThat(between.get(0).notUnderstood()).containsExactly(new Place(3, 1));
        List<Model> above = in(
                "Deaths among 5 women",
                "                 (1)         (2)  ",
                "age           -0.40***     0.08***",
                "              (0.06)      (0.01)  ");
        assertThat(above.get(0).firstLine()).isEqualTo(2);
    }

    @Test
    void aWholeNumberAmongTheTermsIsNoEstimate() {
        List<Model> models = in(
                "                 (1)         (2)  ",
                "age           -0.40***     0.08***",
                "              (0.06)      (0.01)  ",
                "transplanted      3          12   ",
                "sex           -0.40***     0.08***",
                "              (0.06)      (0.01)  ");
        assertThat(models.get(0).terms()).hasSize(2);
        assertThat(models.get(0).notUnderstood()).containsExactly(new Place(4, 1));
    }

    @Test
    void meansWithStandardDeviationsAreNoModels() {
        assertThat(in(
                        "              Treated    Control ",
                        "---------------------------------",
                        "Age             65.2       66.1  ",
                        "               (10.1)      (9.8) ",
                        "N                  8         120 "))
                .isEmpty();
        assertThat(in(
                        "               (1)        (2)  ",
                        "Age             65.2       66.1  ",
                        "               (10.1)      (9.8) ",
                        "N                  8         120 ",
                        "Standard deviations in parentheses; * p<0.05"))
                .isEmpty();
        assertThat(in("Female   120 (45.2)", "Male     145 (54.8)", "Unknown    3 (1.1)"))
                .isEmpty();
    }

    @Test
    void aTableOfCountsBelowIsLeftToOthers() {
        List<Model> models = in(
                "age           -0.40***     0.08***",
                "              (0.06)      (0.01)  ",
                "N               640         633   ",
                "",
                "Sex    n",
                "F     12",
                "M      3");
        assertThat(models).hasSize(2);
        assertThat(models.get(0).lastLine()).isEqualTo(3);
    }

    /** Found at random: a print began above the table and went on below it. */
    @Test
    void noPrintReachesOverTheLinesOfATable() {
        List<Model> models = ModelReader.in(List.of(
                "             Coef.  Std.Err.   z    P>|z| [0.025  0.975]",
                "Constant          98.68*** (3.795)  -7.476*** (0.995)",
                " 25.196  < 2e-16 ***(Intercept) 101.50324    4.02859 "));
        assertThat(models).hasSize(2).allMatch(model -> model.firstLine() == 2 && model.lastLine() == 2);
    }
}
