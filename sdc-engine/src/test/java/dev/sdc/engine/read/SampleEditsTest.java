package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.submission.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Printouts, pages and notebooks, edited at random: a reading comes back, and every cell has an address. */
final class SampleEditsTest {
    private static final Path SAMPLES = Path.of("..", "testdata", "texts");
    private static final List<String> PIECES = List.of(
            "\n",
            " ",
            "|",
            "-----",
            "12",
            "\t",
            "<table>",
            "</td>",
            "<td colspan=9999>",
            "&",
            "\\\\",
            "{",
            "}",
            "[",
            "\"",
            "\\multicolumn{99999}{c}{",
            "\\begin{tabular}",
            "> ",
            ". ",
            "\u2502",
            "\u0000",
            "9999999999999999999999",
            ":");

    /** One edit: where, how many characters go, what comes. */
    record Edit(int place, int cut, String piece) {}

    @Property(tries = 400)
    void whateverIsEdited(@ForAll("samples") Path sample, @ForAll("edits") @Size(max = 12) List<Edit> edits) {
        String text = read(sample);
        StringBuilder edited = new StringBuilder(text);
        for (Edit edit : edits) {
            int at = edited.isEmpty() ? 0 : edit.place() % edited.length();
            edited.replace(at, Math.min(edited.length(), at + edit.cut()), edit.piece());
        }
        check(sample.getFileName().toString(), edited.toString());
    }

    @Property(tries = 60)
    void repeatedManyTimes(@ForAll("samples") Path sample, @ForAll @IntRange(min = 2, max = 60) int times) {
        check(sample.getFileName().toString(), read(sample).repeat(times));
    }

    private static void check(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Reading reading = ReceivedFileReader.read(
                new Intake(Limits.DEFAULT).receive(OutputFile.inMemory(name, bytes)), Limits.DEFAULT);
        if (reading instanceof Reading.Unreadable unreadable) {
            assertThat(unreadable.why()).doesNotContain("its reader stopped");
        }
        for (Grid grid : reading.grids()) {
            for (int r = 0; r < grid.rows(); r++) {
                for (int c = 0; c < grid.columns(); c++) {
                    assertThat(grid.address(r, c)).isNotNull();
                }
            }
            if (grid.rows() > 0 && grid.columns() > 0) {
                assertThat(grid.address(0, 0, grid.rows() - 1, grid.columns() - 1))
                        .isNotNull();
            }
        }
    }

    private static String read(Path sample) {
        try {
            return Files.readString(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return Arbitraries.of(files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().matches(".*\\.(R|py)"))
                    .sorted()
                    .toList());
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Edit> edit = net.jqwik.api.Combinators.combine(
                        Arbitraries.integers().between(0, 1 << 20),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(PIECES))
                .as(Edit::new);
        return edit.list().ofMaxSize(12);
    }
}
