package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No declaration and no silence of the rules lets numbers pass that nobody tested. */
class FailClosedTest {

    private static Report check(String csv, Map<String, ColumnRole> columns) throws Exception {
        OutputFile file = OutputFile.inMemory("t.csv", csv.getBytes(StandardCharsets.UTF_8));
        Declaration declaration =
                Declaration.builder().unit("patient").columns(columns).build();
        return OutputChecker.standard()
                .check(Submission.builder().defaults(declaration).file(file).build());
    }

    private static List<String> restsOn(Report report) {
        return report.files().get(0).outputs().get(0).restsOn();
    }

    private static List<String> undecided(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals("UND-001"))
                .map(Finding::cell)
                .toList();
    }

    @Test
    void aLabelThatAddsUpToTheTotalIsACount() throws Exception {
        String csv = "Ward,Day,Night,All\nA,93,61,154\nB,6,52,58\nC,41,30,71\n";
        Report report = check(csv, Map.of("Day", ColumnRole.LABEL));
        assertThat(undecided(report)).containsExactly("B2:B4");
        assertThat(report.findings()).extracting(Finding::cell).contains("B3");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aHeaderThatNamesDaysDoesNotHideCounts() throws Exception {
        Report report = check("Ward,Day,Night,All\nA,93,61,154\nB,6,52,58\nC,41,30,71\n", Map.of());
        assertThat(report.findings()).extracting(Finding::cell).contains("B3");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aLabelThatIsThePartOfAPairIsACountToo() throws Exception {
        String csv = "Ward,Seen,Admitted,Sent home,Mean stay\nA,154,93,61,3.2\nB,158,106,52,4.4\nC,71,41,30,3.0\n";
        assertThat(undecided(check(csv, Map.of("Admitted", ColumnRole.LABEL)))).contains("C2:C4");
    }

    @Test
    void aLabelWithALineThatSumsTheOthersIsACount() throws Exception {
        String csv = "Place,Mark,People\nA,31,50\nB,12,60\nC,25,70\nD,68,180\n";
        assertThat(undecided(check(csv, Map.of("Mark", ColumnRole.LABEL)))).containsExactly("B2:B5");
    }

    @Test
    void codesThatAddUpToNothingAreALabel() throws Exception {
        Report report = check("Place,Code,People\nA,31,50\nB,12,60\nC,25,70\n", Map.of("Code", ColumnRole.LABEL));
        assertThat(undecided(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void wholeNumbersAreNoProbabilities() throws Exception {
        Report report = check("Place,A,B\nX,31,50\nY,12,60\n", Map.of("A", ColumnRole.P_VALUE));
        assertThat(undecided(report)).containsExactly("B2:B3");
        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void aRuleOnFiguresOfOneNameDecidesNoOthers() throws Exception {
        for (String known : List.of("Gini", "HHI")) {
            String csv =
                    "Market,Patients,%s,Index,Rank\nA,120,0.031,0.72,0.11\nB,140,0.033,0.51,0.12\n".formatted(known);
            assertThat(undecided(check(
                            csv,
                            Map.of(
                                    known,
                                    ColumnRole.STATISTIC,
                                    "Index",
                                    ColumnRole.STATISTIC,
                                    "Rank",
                                    ColumnRole.STATISTIC))))
                    .as(known)
                    .containsExactly("D2:D3", "E2:E3");
        }
    }

    @Test
    void aPassRestsOnEveryRoleThatTheContentDoesNotShow() throws Exception {
        Report report = check(
                "Place,Mark,People\nA,31,50\nB,12,60\nC,25,70\n",
                Map.of("Place", ColumnRole.LABEL, "Mark", ColumnRole.LABEL, "People", ColumnRole.COUNT));
        assertThat(restsOn(report)).containsExactly("unit: patient", "columns: Mark: label");
    }

    @Test
    void decimalsBelowANameForCountsAreNotTakenForWeightedUnsaid() throws Exception {
        String csv = "Place,n,Cases\nA,412,31.1\nB,120,33.3\n";
        assertThat(undecided(check(csv, Map.of()))).containsExactly("C2:C3");
        assertThat(undecided(check(csv.replace("Cases", "Weighted cases"), Map.of())))
                .isEmpty();
    }

    @Test
    void wholeNumbersAroundAMedianMayBeQuartiles() throws Exception {
        String csv = "Group,n,Low hinge,Median,High hinge\nA,240,61,68,77\nB,31,60,67,74\n";
        assertThat(undecided(check(csv, Map.of()))).containsExactly("C2:C3", "E2:E3");
        String counts = "Group,n,Operated,Median,Relapsed\nA,240,161,68,77\nB,90,60,67,50\n";
        assertThat(undecided(check(counts, Map.of()))).isEmpty();
    }
}
