package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.report.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path submission;

    @BeforeEach
    void writeASubmission() throws IOException {
        submission = Files.createDirectory(folder.resolve("in"));
        Files.writeString(submission.resolve("t1.csv"), "Age,Patients\n60-69,30\n70-79,4711\n80+,12\n");
    }

    @Test
    void exitCodesFollowTheVerdict() {
        assertThat(List.of(ExitCode.of(Verdict.PASS), ExitCode.of(Verdict.FAIL), ExitCode.of(Verdict.REVIEW)))
                .containsExactly(0, 1, 3);
    }

    @Test
    void aBareFileIsNeverPassed() {
        Run run = check();

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).startsWith("? REVIEW");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatCannotBeCheckedFails() throws Exception {
        Files.write(submission.resolve("model.pkl"), new byte[] {(byte) 0x80, 4, 1});

        Run run = check("--format", "json");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(json(run).path("verdict").asString()).isEqualTo("FAIL");
    }

    @Test
    void jsonAloneStandsOnStandardOutput() {
        Run run = check("--format", "json", "--timestamp", "2026-03-31T09:30:00Z");

        JsonNode report = json(run);
        assertThat(report.path("schema").asString()).isEqualTo("sdc-report/1");
        assertThat(report.path("checked_at").asString()).isEqualTo("2026-03-31T09:30:00Z");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void theUnitCanBeGivenOnTheCommandLine() {
        String without = check("--format", "json").out();
        String with = check("--format", "json", "--unit", "patient").out();

        assertThat(without).doesNotContain("unit: patient");
        assertThat(json(Run.of("check", submission.toString(), "--unit", "patient", "--format", "json"))
                        .at("/submission/sha256"))
                .isEqualTo(json(Run.of("check", submission.toString(), "--format", "json"))
                        .at("/submission/sha256"));
        assertThat(with).contains("sdc-report/1");
    }

    @Test
    void aCellThatSeveralRulesFlagIsToldOnceToPeopleAndInFullToMachines() throws Exception {
        Path table = Files.writeString(folder.resolve("several.csv"), "stage,patients\nI,7\nII,125\nIII,140\n");
        String[] check = {"check", table.toString(), "--unit", "patient", "--profile", "opensafely", "--format"};

        String text = Run.of(with(check, "text", "--no-color")).out();
        assertThat(text.lines().filter(line -> line.contains("FAIL  B2"))).hasSize(1);
        assertThat(text).contains("FREQ-001 Small count", "RND-001 Count that is not rounded");

        String html = Run.of(with(check, "html")).out();
        assertThat(html.split("<article class=\"finding", -1))
                .as("one place and what stands before it")
                .hasSize(2);
        assertThat(html.substring(html.indexOf("<article class=\"finding"))).contains("Small count", "not rounded");

        String json = Run.of(with(check, "json")).out();
        assertThat(json.split("\"cell\": ?\"B2\"", -1))
                .as("two findings and what stands before them")
                .hasSize(3);
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void twoRunsGiveTheSameBytes() {
        for (String format : List.of("text", "json", "html", "junit", "sarif")) {
            assertThat(check("--format", format).out())
                    .as(format)
                    .isNotEmpty()
                    .isEqualTo(check("--format", format).out());
        }
    }

    @Test
    void severalFormsGoToSeveralFilesOfTheOwnerAlone() throws Exception {
        Path json = folder.resolve("r.json");
        Path html = folder.resolve("r.html");
        Files.writeString(json, "old");
        Files.setPosixFilePermissions(json, PosixFilePermissions.fromString("rw-rw-rw-"));

        Run run = check("--format", "json=" + json, "--format", "html=" + html, "--format", "text");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).startsWith("? REVIEW");
        assertThat(Files.readString(json)).startsWith("{\n  \"schema\": \"sdc-report/1\"");
        assertThat(Files.readString(html)).startsWith("<!doctype html>");
        for (Path file : List.of(json, html)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void outputNamesTheFileOfTheOneFormat() throws Exception {
        Path file = folder.resolve("r.txt");

        Run run = check("--output", file.toString());

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("REVIEW");
        assertThat(Files.readString(file)).startsWith("? REVIEW");
        assertThat(check("--output", file.toString(), "--quiet").err()).isEmpty();
    }

    @Test
    void aReportNeverGoesIntoTheSubmissionOrOverAnInput() throws Exception {
        Path input = submission.resolve("t1.csv");
        byte[] before = Files.readAllBytes(input);
        Path link = Files.createSymbolicLink(folder.resolve("link"), submission);
        Path hard = Files.createLink(folder.resolve("hard.csv"), input);

        for (String target : List.of(
                submission.resolve("r.txt").toString(),
                link.resolve("r.txt").toString(),
                input.toString(),
                submission.resolve("../in/t1.csv").toString(),
                submission.toString(),
                folder.resolve("no/such/folder/r.txt").toString())) {
            Run run = check("--output", target);
            assertThat(run.exit()).as(target).isEqualTo(2);
            assertThat(run.err()).as(target).contains(target);
        }
        assertThat(Run.of("check", hard.toString(), "--output", input.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Files.readAllBytes(input)).isEqualTo(before);
        assertThat(submission.toFile().list()).containsExactly("t1.csv");
    }

    @Test
    void aReportIsNotWrittenThroughALink() throws Exception {
        Path victim = folder.resolve("victim.txt");
        Files.writeString(victim, "precious");
        Path link = Files.createSymbolicLink(folder.resolve("r.txt"), victim);

        check("--output", link.toString());

        assertThat(Files.readString(victim)).isEqualTo("precious");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void theAnalystsCopyHasNoValues() throws Exception {
        Files.writeString(submission.resolve("broken.pkl"), "4711");
        for (String format : List.of("text", "json", "html", "junit", "sarif")) {
            Run run = check("--redact", "--format", format);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).as(format).isNotEmpty().doesNotContain("4711");
        }
    }

    @Test
    void saysWhatIsNewAndGoneSinceAnEarlierReport() throws Exception {
        Path earlier = folder.resolve("earlier.json");
        check("--output", earlier.toString(), "--format", "json");
        Files.write(submission.resolve("model.pkl"), new byte[] {(byte) 0x80, 4, 1});

        Run text = check("--previous", earlier.toString());
        Run json = check("--previous", earlier.toString(), "--format", "json");

        assertThat(text.out()).contains("Since the earlier report (REVIEW): 1 new, 0 gone");
        assertThat(json(json).at("/since/new").size()).isEqualTo(1);
        assertThat(json(json).at("/since/new/0/file").asString()).isEqualTo("model.pkl");
        assertThat(check("--previous", submission.resolve("t1.csv").toString()).exit())
                .isEqualTo(2);
        assertThat(check("--previous", folder.resolve("none.json").toString()).exit())
                .isEqualTo(2);
        assertThat(check("--previous", earlier.toString(), "--output", earlier.toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void earlierReleasesAreHeldAgainstWhatIsChecked() throws Exception {
        Path now = Files.createDirectory(folder.resolve("now"));
        Files.writeString(now.resolve("ages.csv"), "Age,Patients\n18-49,84\n50-64,131\n65-79,195\n80+,64\nTotal,474\n");
        Path prior = Files.createDirectory(folder.resolve("prior"));

        assertThat(Run.of("check", now.toString(), "--against", prior.toString())
                        .exit())
                .isEqualTo(2);
        Files.writeString(
                prior.resolve("ages.csv"), "Age,Patients\n18-49,84\n50-64,143\n65-79,199\n80+,74\nTotal,500\n");
        Run run =
                Run.of("check", now.toString(), "--unit", "patient", "--against", prior.toString(), "--format", "json");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("DIF-003", "released:prior/ages.csv!B4", "199 - 195 = 4");
        assertThat(check("--against", folder.resolve("nowhere").toString()).exit())
                .isEqualTo(2);
    }

    @Test
    void aCellIsExplainedAsTextAndAsJson() throws Exception {
        Path now = Files.createDirectory(folder.resolve("hidden"));
        Files.writeString(now.resolve("areas.csv"), "Area,Patients\nNorth,61\nSouth,40\nWest,<10\nTotal,104\n");

        Run text = Run.of("check", now.toString(), "--explain-cell", "areas.csv!B4");
        Run json = Run.of("check", now.toString(), "--explain-cell", "areas.csv!B4", "--format", "json");

        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("can only be 3", "total 104 \u2212 shown (61 + 40) = 3", "areas.csv!B5");
        assertThat(json.exit()).isZero();
        assertThat(json(json).at("/knowledge").asString()).isEqualTo("exact");
        assertThat(json(json).at("/low").asLong()).isEqualTo(3);
        assertThat(json(json).at("/steps").size()).isEqualTo(1);
        assertUsage("no table", "check", now.toString(), "--explain-cell", "areas.csv!Q9");
        assertUsage("a file and a cell", "check", now.toString(), "--explain-cell", "B4");
    }

    @Test
    void mistakesOfTheCallerExitWithTwoAndSayWhy() throws Exception {
        assertUsage("Unknown option", "check", submission.toString(), "--nope");
        assertUsage("PATH", "check");
        assertUsage("no such file", "check", folder.resolve("nowhere").toString());
        assertUsage(
                "no file to check",
                "check",
                Files.createDirectory(folder.resolve("empty")).toString());
        assertUsage("no profile", "check", submission.toString(), "--profile", "nope");
        assertUsage("no format", "check", submission.toString(), "--format", "pdf");
        assertUsage("one format", "check", submission.toString(), "--format", "json", "--format", "html");
        assertUsage("--timestamp", "check", submission.toString(), "--timestamp", "yesterday");
        assertUsage("no such ledger", "check", submission.toString(), "--ledger", "x");
        assertUsage("not built", "check", submission.toString(), "--microdata", "x");
        assertUsage("no command", "chekc");
        assertUsage("Which command", new String[0]);
    }

    @Test
    void aBadDeclarationIsToldWithFileLineAndReason() throws Exception {
        Files.writeString(submission.resolve("submission.yaml"), "schema: sdc-submission/1\noutput: []\n");

        Run run = check();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("submission.yaml", "2", "outputs");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"protect", "review"})
    void aCommandThatIsNotBuiltSaysSo(String command) {
        Run run = Run.of(command, "x", "--to", "y");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(command + " is not built yet");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFault() {
        Run run = Run.into(new Refusing(new IOException("Broken pipe")), "check", submission.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aReportThatCannotBeWrittenIsNoPass() {
        Run run = Run.into(new Refusing(new IOException("No space left on device")), "check", submission.toString());

        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.err()).contains("No space left on device", "Nothing was passed");
    }

    @Test
    void anInternalErrorTellsNoValue() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("secret 4711");
            }
        };

        Run run = Run.into(broken, "check", submission.toString());

        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.err()).contains("IllegalStateException", "dev.sdc.").doesNotContain("4711");
    }

    private void assertUsage(String reason, String... args) {
        Run run = Run.of(args);
        assertThat(run.exit()).as(String.join(" ", args)).isEqualTo(2);
        assertThat(run.err()).as(String.join(" ", args)).contains(reason);
        assertThat(run.out()).isEmpty();
    }

    private Run check(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "check";
        args[1] = submission.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Run.of(args);
    }

    private static JsonNode json(Run run) {
        return JsonMapper.shared().readTree(run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Refusing extends OutputStream {
        private final IOException refusal;

        Refusing(IOException refusal) {
            this.refusal = refusal;
        }

        @Override
        public void write(int b) throws IOException {
            throw refusal;
        }
    }
}
