package dev.sdc.engine.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every declaration of the worked cases beside the checkout is read; skipped where they are absent. */
class SharedCasesTest {
    @Test
    void everyDeclarationIsRead() throws IOException, DeclarationException {
        Path cases = cases();
        assumeTrue(cases != null, "the worked cases (../shared/cases) are absent");
        List<Path> folders;
        try (Stream<Path> found = Files.list(cases)) {
            folders = found.map(folder -> folder.resolve("submission"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
        assertThat(folders).isNotEmpty();
        for (Path folder : folders) {
            Submission submission = SubmissionReader.readFolder(folder, null);
            assertThat(submission.id()).as(folder.toString()).isNotNull();
            assertThat(submission.files()).as(folder.toString()).isNotEmpty();
            assertThat(submission.undeclared()).as(folder.toString()).isEmpty();
            assertThat(submission.defaults().unit()).as(folder.toString()).isNotNull();
        }
    }

    private static @Nullable Path cases() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path cases = folder.resolve("shared").resolve("cases");
            if (Files.isDirectory(cases)) {
                return cases;
            }
        }
        return null;
    }
}
