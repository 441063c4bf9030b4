package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scikit-learn prints of classifiers is read: confusion matrices, reports, trees. */
final class ClassifierPrintsTest {
    private static final Path SAMPLES = Path.of("..", "testdata", "texts", "sklearn");

    private static Reading in(List<String> lines) {
        return TextDocument.of(new Reading.Text(lines, List.of()), Limits.DEFAULT);
    }

    private static Reading sample(String file) throws IOException {
        return in(Files.readAllLines(SAMPLES.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource({
        // file, rows and columns with header and labels, a cell with its address
        "confusion.txt, 3, 3, 2, 1, 159, @2:3",
        "confusion_list.txt, 3, 3, 2, 1, 159, @1:14",
        "confusion_repr.txt, 3, 3, 2, 2, 62, @2:15",
        "confusion_stages.txt, 4, 4, 1, 2, 1, @1:9",
        "confusion_normalised.txt, 3, 3, 1, 1, 0.89498807, @1:3",
        "report.txt, 6, 5, 2, 4, 221, @4:51",
        "report_stages.txt, 7, 5, 3, 4, 16, @5:52",
        "tree_weights.txt, 9, 3, 1, 1, 3, @4:28",
        "tree_leaves.txt, 8, 3, 2, 2, 1, @6:32",
    })
    void everyCountIsReadWhereItStands(
            String file, int rows, int columns, int row, int column, String text, String address) throws IOException {
        List<Grid> grids = sample(file).grids();
        assertThat(grids).hasSize(1);
        Grid grid = grids.get(0);
        assertThat(grid.rows()).isEqualTo(rows);
        assertThat(grid.columns()).isEqualTo(columns);
        assertThat(grid.text(row, column)).isEqualTo(text);
        assertThat(grid.address(row, column)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree.txt", "tree_regression.txt"})
    void aTreeThatDoesNotCountIsNotUnderstood(String file) throws IOException {
        Reading.Document document = (Reading.Document) sample(file);
        assertThat(document.parts()).hasSize(1).allMatch(Part.NotRead.class::isInstance);
    }

    @Test
    void weightsThatAreNoWholeNumbersAreNoCounts() {
        Grid grid = in(List.of("|--- age <= 5.00", "|   |--- weights: [3.50, 2.00] class: 0"))
                .grids()
                .get(0);
        assertThat(grid.text(0, 1)).isEqualTo("weight of class 0");
        assertThat(grid.text(1, 2)).isEqualTo("2.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0 1]", "[1]", "see [12, 15] and [3]", "[[3 4] of [5 6]]", "[[3 4]", "[a, 3]", "[]"})
    void otherBracketsAreNoArrays(String line) {
        assertThat(in(List.of(line)).grids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1 2", "|--- weights: [1", "]]"})
    void linesOverAndOverCostTheirLength(String line) {
        List<String> lines = Collections.nCopies(8_000, line);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> in(lines));
    }
}
