package dev.sdc.engine.read.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, reading models from it ends soon and throws nothing. */
final class HostileModelTextTest {
    private static final List<String> REAL = real();

    private static List<String> real() {
        List<String> lines = new ArrayList<>();
        try (var files = Files.walk(Path.of("..", "testdata", "models"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(txt|log|lst)"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> real = Arbitraries.of(REAL);
        Arbitrary<String> cut = real.flatMap(line ->
                Arbitraries.integers().between(0, line.length()).map(at -> line.substring(at) + line.substring(0, at)));
        Arbitrary<String> noise = Arbitraries.strings()
                .withChars(" \t|.,:=()[]<>*-+0123456789eEabNAdfp~$\u00a0\u2018".toCharArray())
                .ofMaxLength(60);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, real),
                        net.jqwik.api.Tuple.of(2, cut),
                        net.jqwik.api.Tuple.of(1, noise))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 400)
    void nothingIsThrownAndModelsDoNotOverlap(@ForAll("texts") List<String> lines) {
        int line = 0;
        int first = 0;
        for (Model model : ModelReader.in(lines)) {
            boolean sideBySide = model.firstLine() == first && model.lastLine() == line;
            assertThat(model.firstLine()).isGreaterThan(sideBySide ? 0 : line);
            assertThat(model.lastLine()).isBetween(model.firstLine(), lines.size());
            for (Panel panel : model.panels()) {
                assertThat(panel.rows()).isNotEmpty();
                assertThat(panel.rows())
                        .allSatisfy(row -> assertThat(row.figures()).hasSameSizeAs(panel.headings()));
            }
            first = model.firstLine();
            line = model.lastLine();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call:",
                "Iteration 0:   log likelihood = -1.5",
                "Residuals:",
                "Coefficients:",
                "            Estimate Std. Error t value Pr(>|t|)",
                "x 1 2 3 4",
                "  x | 1 2 3 4",
                "\tWelch Two Sample t-test",
                "data:  x",
                "t = 1, df = 2, p-value = 3",
                "Number of obs = 1 Number of obs = 2 Number of obs = 3",
                "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "$hosp",
                "age   0.5***  [0.1,0.9]",
                "age 0.5*** (0.1)",
                "      (0.1)   (0.2)",
                "sex   Yes   No",
            })
    void aLineThatComesOverAndOverCostsItsLength(String line) {
        List<String> lines = Collections.nCopies(60_000, line);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ModelReader.in(lines));
    }

    @Test
    void aTableOfModelsWithoutEndCostsItsLength() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.addAll(List.of("age of onset 0.5*** 0.6***", "             (0.1)   (0.2) ", ""));
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ModelReader.in(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", " ", "|", "= ", "< ", "1,"})
    void aLongLineIsNoModel(String part) {
        List<String> lines = List.of("Call:", "lm(x ~ y)", part.repeat(2_000_000), "n= 5");
        assertThatCode(() -> assertThat(ModelReader.in(lines)).isEmpty()).doesNotThrowAnyException();
    }
}
