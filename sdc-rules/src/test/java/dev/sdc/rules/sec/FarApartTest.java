package dev.sdc.rules.sec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one table holds back another gives away, however many stand between them. */
class FarApartTest {
    private static final String HIDING =
            "## By stage\n\n| Stage | Patients |\n|---|---|\n| I | 120 |\n| II | 140 |\n| III | <10 |\n\n";
    private static final String TELLING =
            "## Stage again\n\n| Stage | Patients |\n|---|---|\n| I | 120 |\n| II | 140 |\n| Total | 263 |\n\n";

    @Test
    void aTotalBehindManyTables() throws Exception {
        assertThat(check(0, TELLING)).contains("SEC-001 t.md!@7:9");
        assertThat(check(130, TELLING)).contains("SEC-001 t.md!@7:9");
        assertThat(check(130, "")).doesNotContain("SEC-001 t.md!@7:9");
    }

    @Test
    void theSameTableManyTimes() throws Exception {
        assertThat(check(130, HIDING + HIDING + TELLING)).contains("SEC-001 t.md!@7:9");
    }

    private static List<String> check(int between, String end) throws Exception {
        StringBuilder text = new StringBuilder(HIDING);
        for (int i = 0; i < between; i++) {
            text.append("## Site ")
                    .append(i)
                    .append("\n\n| Site ")
                    .append(i)
                    .append(" | Patients |\n|---|---|\n| Upper ");
            text.append(i)
                    .append(" | ")
                    .append(40 + i)
                    .append(" |\n| Lower ")
                    .append(i)
                    .append(" | 55 |\n\n");
        }
        byte[] bytes = text.append(end).toString().getBytes(StandardCharsets.UTF_8);
        return OutputChecker.standard()
                .check(Submission.builder()
                        .file(OutputFile.inMemory("t.md", bytes))
                        .defaults(Declaration.builder().unit("patient").build())
                        .build())
                .findings()
                .stream()
                .map(FarApartTest::place)
                .toList();
    }

    private static String place(Finding finding) {
        return finding.rule() + " " + finding.file() + "!" + finding.cell();
    }
}
