package dev.sdc.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.JunitXml;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.ReportJson;
import dev.sdc.engine.report.SarifJson;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and places of files that are made to mislead. */
class HostileNamesTest {
    private static final byte[] TABLE =
            "Age band,Surgery\n<50,24\n50-64,45\n65-79,61\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void plainNamesPass() {
        assertThat(check("t1.csv", "Größe – x.csv", "a/b (2).csv").verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nPASS b.csv",
                "x\u202evsc.csv",
                "z\u200b.csv",
                "esc\u001b[31m.csv",
                "../t.csv",
                "a/../../t.csv",
                "/t.csv",
                "c:t.csv",
                "a\\..\\t.csv",
                "con.csv",
                "a\ufffd.csv",
                "x/NUL.csv"
            })
    void misleadingNamesFail(String name) {
        Report report = check(name);
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.findings()).extracting(Finding::rule).contains("FILE-001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1.CSV", "t1.csv\u0301", "\uff54\uff11.csv"})
    void namesThatAreTheSameElsewhereFail(String twin) {
        String name = twin.endsWith("\u0301") ? "t1.cs\u1e7d" : "t1.csv";
        String other = twin.endsWith("\u0301") ? "t1.csv\u0303" : twin;
        Report report = check(name, other);
        assertThat(report.findings()).extracting(Finding::file).contains(name, other);
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    /** The bytes of one name, and another that is spelt as these are escaped. */
    @Test
    void filesWhoseNamesReadAlikeAreBothRefused() throws Exception {
        Path raw = Path.of(URI.create(folder.toUri() + "a%E9.csv"));
        Path spelt = folder.resolve("a%E9.csv");
        Files.write(raw, TABLE);
        Files.write(spelt, TABLE);
        try (Stream<Path> files = Files.list(folder)) {
            assumeTrue(files.count() == 2, "this file system keeps no such names");
        }
        Report report = OutputChecker.standard()
                .check(SubmissionReader.readFolder(folder, null).toBuilder()
                        .defaults(Declaration.builder().unit("patient").build())
                        .build());
        assertThat(report.files()).hasSize(2);
        assertThat(report.files()).allMatch(file -> file.verdict() == Verdict.FAIL);
    }

    @Test
    void linksAndPipesAreNotFollowed() throws Exception {
        Path file = write("real.csv");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path handedIn = Files.createDirectory(folder.resolve("handed-in"));
        Files.createSymbolicLink(handedIn.resolve("soft.csv"), file);
        Files.createLink(handedIn.resolve("hard.csv"), Files.copy(file, elsewhere.resolve("copy.csv")));
        new ProcessBuilder("mkfifo", handedIn.resolve("pipe.csv").toString())
                .start()
                .waitFor();
        Report report = OutputChecker.standard()
                .check(SubmissionReader.readFolder(handedIn, null).toBuilder()
                        .defaults(Declaration.builder().unit("patient").build())
                        .build());
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("FILE-001"))
                .extracting(Finding::file)
                .contains("soft.csv", "hard.csv", "pipe.csv");
        assertThat(report.findings()).extracting(Finding::because).anyMatch(why -> why.contains("symbolic link"));
        assertThat(report.findings()).extracting(Finding::because).anyMatch(why -> why.contains("hard link"));
    }

    /** A name with a line of a report in it must not become one. */
    @Test
    void aNameForgesNoLineOfAReport() throws IOException {
        Report report = check("a\n\u202eb\u001b[8m\u200b.csv");
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ByteArrayOutputStream junit = new ByteArrayOutputStream();
        ByteArrayOutputStream sarif = new ByteArrayOutputStream();
        ReportJson.write(report, json);
        JunitXml.write(report, junit);
        SarifJson.write(report, OutputChecker.standard().rules(), sarif);
        for (ByteArrayOutputStream text : List.of(json, junit, sarif)) {
            assertThat(text.toString(StandardCharsets.UTF_8)).doesNotContain("\u202e", "\u001b", "\u200b", "a\n");
        }
    }

    private Path write(String name) throws IOException {
        return Files.write(folder.resolve(name), TABLE);
    }

    private static Report check(String... names) {
        SubmissionBuilder submission = Submission.builder()
                .defaults(Declaration.builder().unit("patient").build());
        for (String name : names) {
            submission.file(OutputFile.inMemory(name, TABLE));
        }
        try {
            return OutputChecker.standard().check(submission.build());
        } catch (DeclarationException e) {
            throw new AssertionError(e);
        }
    }
}
