package dev.sdc.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Redaction;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that hide something are found out, and the innocent twin of each is not suspected. */
class HostileFilesTest {
    private static final Path FOLDER = Path.of("../testdata/hostile");
    private static final OutputChecker CHECKER = OutputChecker.standard();

    /** A line of the list: what is to be said of the hostile file and of its twin. */
    private record Pair(String name, Verdict verdict, String rule, String where, String says, Verdict clean) {
        static Pair of(String line) {
            String[] cells = line.split("\t", -1);
            return new Pair(
                    cells[0], Verdict.valueOf(cells[1]), cells[2], cells[3], cells[4], Verdict.valueOf(cells[5]));
        }

        Path file(String kind) throws IOException {
            try (Stream<Path> files = Files.list(FOLDER.resolve("pairs").resolve(name))) {
                return files.filter(file -> file.getFileName().toString().startsWith(kind + "."))
                        .findFirst()
                        .orElseThrow();
            }
        }

        boolean isFoundBy(Finding finding) {
            return finding.rule().startsWith(rule)
                    && (where.isEmpty() || finding.cell().equals(where))
                    && finding.because().contains(says);
        }
    }

    private static List<Pair> pairs() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("cases.tsv"));
        return lines.subList(1, lines.size()).stream().map(Pair::of).toList();
    }

    @TestFactory
    Stream<DynamicTest> theHostileOneIsFoundOut() throws IOException {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    Report report = check(pair.file("hostile"));
                    assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(pair.verdict());
                    assertThat(report.findings()).anyMatch(pair::isFoundBy);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theInnocentOneIsNot() throws IOException {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    Report report = check(pair.file("clean"));
                    assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(pair.clean());
                    assertThat(report.findings())
                            .as("nothing hidden, nothing active")
                            .noneMatch(finding -> finding.rule().equals("FILE-004")
                                    || finding.rule().equals("FILE-009"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> filesAsProgramsWriteThemHideNothing() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("honest"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Report report = check(file);
                        String name = file.getFileName().toString();
                        boolean picture = name.endsWith(".png") || name.endsWith(".jpeg") || name.endsWith(".svg");
                        assertThat(report.verdict())
                                .as("%s", report.findings())
                                .isEqualTo(picture ? Verdict.REVIEW : Verdict.PASS);
                        assertThat(report.findings())
                                .noneMatch(finding -> finding.rule().equals("FILE-004")
                                        || finding.rule().equals("FILE-009"));
                    }));
        }
    }

    @TestFactory
    Stream<DynamicTest> checkingChangesNoByte() throws IOException {
        return pairs().stream()
                .limit(12)
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    Path file = pair.file("hostile");
                    byte[] before = Files.readAllBytes(file);
                    check(file);
                    assertThat(Files.readAllBytes(file)).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theAnalystsCopyRepeatsNoHiddenValue() throws IOException {
        return pairs().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> {
                    ByteArrayOutputStream json = new ByteArrayOutputStream();
                    ReportJson.write(Redaction.of(check(pair.file("hostile"))), json);
                    assertThat(json.toString(StandardCharsets.UTF_8))
                            .doesNotContain(
                                    "943 476",
                                    "9434765919",
                                    "4010232137",
                                    "Jane Roe",
                                    "A. Analyst",
                                    "really 3",
                                    "three of");
                }));
    }

    private static Report check(Path file) throws DeclarationException {
        return CHECKER.check(Submission.builder()
                .file(OutputFile.onDisk(file.getFileName().toString(), file))
                .defaults(Declaration.builder().unit("patient").build())
                .build());
    }
}
