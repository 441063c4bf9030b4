package dev.sdc.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few edited files of each reader, by seeds that never change; the command takes minutes. */
class FuzzTest {
    private static final int FILES = 40;

    @ParameterizedTest
    @MethodSource("dev.sdc.benchmarks.fuzz.Fuzz#kinds")
    void editedFilesAreCheckedWithoutAFault(String kind) throws IOException {
        assertThat(Fuzz.faults(Path.of("..", "testdata"), kind, FILES, 7)).isEmpty();
    }
}
