package dev.sdc.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.read.contained.ContainedReader;
import dev.sdc.engine.read.contained.ReadingChild;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a file is read makes no difference to what is said of it, to the byte. */
class ContainedCheckTest {
    private static final Path TESTDATA = Path.of("../testdata");
    private static final Set<String> READ_BY_THE_CHILD =
            Set.of("xlsx", "html", "tex", "json", "ipynb", "png", "jpeg", "svg");

    @Test
    void everyFileOfTheSamplesIsJudgedAlike() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(TESTDATA)) {
            files = all.filter(Files::isRegularFile)
                    .filter(ContainedCheckTest::isReadByTheChild)
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(300);
        OutputChecker here = OutputChecker.standard();
        try (ContainedReader reader = new ContainedReader(child(), Duration.ofMinutes(2))) {
            OutputChecker there = here.readBy(reader);
            for (Path file : files) {
                assertThat(check(there, file)).as("%s", file).isEqualTo(check(here, file));
            }
        }
    }

    private static boolean isReadByTheChild(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return READ_BY_THE_CHILD.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<String> child() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReadingChild.class.getName());
    }

    private static String check(OutputChecker checker, Path file) throws DeclarationException, IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ReportJson.write(
                checker.check(Submission.builder()
                        .file(OutputFile.onDisk(file.getFileName().toString(), file))
                        .defaults(Declaration.builder().unit("patient").build())
                        .build()),
                json);
        return json.toString(StandardCharsets.UTF_8);
    }
}
