package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.tablesaw.TablesawOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The examples of README.md, run: what it prints of them is what stands here. */
class LibraryExampleTest {
    private static final Path README = Path.of("../README.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/sdc/rules/LibraryExampleTest.java");

    @Test
    void aFolder() throws Exception {
        Path folder = Path.of("../testdata/submissions/lung-registry");
        // a pipeline
        Report report = OutputChecker.standard().check(folder);
        boolean mayLeave = report.verdict() == Verdict.PASS;
        List<String> reasons = report.findings().stream()
                .map(finding -> finding.file() + "!" + finding.cell() + " " + finding.rule() + ": " + finding.message())
                .toList();
        // end
        assertThat(mayLeave).isFalse();
        assertThat(reasons).contains("table1_characteristics.csv!B5 FREQ-001: A count is below the minimum.");
    }

    @Test
    void aTableInMemory() throws Exception {
        Table table = Table.create(StringColumn.create("Stage", "I", "II"), IntColumn.create("Patients", 25, 3));
        // a table in memory
        Submission submission = Submission.builder()
                .defaults(Declaration.builder().unit("patient").build())
                .file(TablesawOutput.csv("stage.csv", table))
                .build();
        Report report = OutputChecker.standard().check(submission);
        // end
        assertThat(report.findings()).extracting(Finding::cell).containsExactly("B3");
    }

    @Test
    void bytesInMemory() throws Exception {
        OutputFile file = OutputFile.inMemory("t.csv", "Stage,Patients\nI,25\n".getBytes(StandardCharsets.UTF_8));
        Submission submission = Submission.builder()
                .defaults(Declaration.builder().unit("patient").build())
                .file(file)
                .build();
        assertThat(OutputChecker.standard().check(submission).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void readmePrintsTheExamplesAsTheyStandHere() throws Exception {
        String readme = Files.readString(README);
        String source = Files.readString(SOURCE);
        for (String name : new String[] {"a pipeline", "a table in memory"}) {
            String marked =
                    source.substring(source.indexOf("        // " + name) + ("        // " + name).length() + 1);
            String example = marked.substring(0, marked.indexOf("        // end"));
            assertThat(readme).contains(example.stripTrailing().stripIndent());
        }
    }
}
