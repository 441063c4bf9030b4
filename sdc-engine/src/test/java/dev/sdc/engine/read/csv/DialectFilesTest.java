package dev.sdc.engine.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.ReceivedFileReader;
import dev.sdc.engine.submission.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of testdata/read/csv hold one table in many dialects, and must all say the same. */
final class DialectFilesTest {
    private static final Path FOLDER = Path.of("..", "testdata", "read", "csv");
    private static final List<List<String>> TABLE = List.of(
            List.of("Age band", "Surgery, major", "Mean days", "Costs"),
            List.of("0-49", "12", "3.5", "1204"),
            List.of("50-69", "140", "12.25", "15300"),
            List.of("70+ \"frail\"", "35", "7.0", "1020500"));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysTheSameInEveryDialect(Path file) {
        ReceivedFile received =
                new Intake(Limits.DEFAULT).receive(OutputFile.onDisk(String.valueOf(file.getFileName()), file));
        assertThat(received.refused()).isNull();
        Reading reading = ReceivedFileReader.read(received, Limits.DEFAULT);
        assertThat(reading).isInstanceOf(Reading.Grids.class);
        Reading.Grids grids = (Reading.Grids) reading;
        assertThat(grids.alternatives()).isEmpty();
        assertThat(grids.notes()).hasSize(1).allMatch(note -> note.kind() == Note.Kind.DIALECT);
        Grid grid = grids.grids().get(0);
        int above = grid.rows() - TABLE.size();
        for (int r = 0; r < TABLE.size(); r++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < grid.columns(); c++) {
                row.add(plain(grid, above + r, c));
            }
            assertThat(row).isEqualTo(TABLE.get(r));
        }
    }

    /** Numbers in one way of writing, texts as they are. */
    private static String plain(Grid grid, int row, int column) {
        String text = grid.text(row, column);
        if (!text.matches("\\d[\\d.,'\\p{Zs}]*")) {
            return text;
        }
        String thousands =
                grid.style().thousands() == ' ' ? "\\p{Zs}" : "[" + grid.style().thousands() + "]";
        return text.replaceAll(thousands, "").replace(grid.style().decimal(), '.');
    }
}
