package dev.sdc.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few edited files of each reader, by seeds that never change; the command takes minutes. */
class FuzzTest {
    private static final int FILES = 40;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv", "txt", "md", "log", "tex", "html", "json", "ipynb", "svg", "png", "jpeg"})
    void editedFilesAreCheckedWithoutAFault(String ending) throws IOException {
        assertThat(Fuzz.faults(Path.of("..", "testdata"), ending, FILES, 7)).isEmpty();
    }
}
