package dev.sdc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.read.FileReader;
import dev.sdc.engine.read.Places;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.rule.RuleInfo;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputCheckerTest {
    private static final String COUNTS = "Age,Patients\n60-69,30\n70-79,3\n80+,12\n";
    private static final String CLEAN = "Age,Patients\n60-69,30\n70-79,25\n80+,12\n";

    @Test
    void aSmallCountFailsAtItsCell() {
        Report report = check(List.of(new SmallCounts()), submission("t1.csv", COUNTS));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        Finding finding = report.findings().get(0);
        assertThat(finding.rule()).isEqualTo("FREQ-900");
        assertThat(finding.cell()).isEqualTo("B3");
        assertThat(finding.value()).isEqualTo("3");
        assertThat(outcome(report, "FREQ-900").outcome()).isEqualTo(RuleOutcome.FAIL);
    }

    @Test
    void whatARuleDecidedPasses() {
        Report report = check(List.of(new SmallCounts()), submission("t1.csv", CLEAN));

        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.files().get(0).outputs().get(0).restsOn()).containsExactly("unit: patient");
    }

    @Test
    void nothingPassesWithoutRules() {
        Report report = check(List.of(), submission("t1.csv", CLEAN));

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(report.files().get(0).outputs().get(0).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void aRuleThatFailsClosesTheGateAndTellsNoValue() {
        Report report = check(List.of(new SmallCounts(), new Broken()), submission("t1.csv", CLEAN));

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        Finding finding = report.findings().get(0);
        assertThat(finding.rule()).isEqualTo("UND-001");
        assertThat(finding.disposition()).isEqualTo(Disposition.HUMAN_JUDGEMENT);
        assertThat(finding.message()).contains("FREQ-901");
        assertThat(finding.toString()).doesNotContain("secret");
        assertThat(outcome(report, "FREQ-901").outcome()).isEqualTo(RuleOutcome.REVIEW);
    }

    @Test
    void aNumberThatNoRuleDecidesOnNeverPasses() {
        Report report = check(
                List.of(new SmallCounts()), submission("t1.csv", "Age,Patients,Mean\n60-69,30,4.1\n70-79,25,5.2\n"));

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::cell, Finding::column)
                .contains(org.assertj.core.groups.Tuple.tuple("UND-001", "C2:C3", "Mean"));
    }

    @Test
    void aRuleThatDoesNotApplyDecidesNothing() {
        Report report = check(List.of(new NeverApplies()), submission("t1.csv", CLEAN));

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(outcome(report, "FREQ-902").why()).isEqualTo("never does");
    }

    @Test
    void aFileThatCannotBeReadFailsEvenWithoutARuleOnFiles() {
        Submission missing = Submission.builder()
                .file(OutputFile.onDisk("gone.csv", java.nio.file.Path.of("no/such/file.csv")))
                .build();

        Report report = check(List.of(new SmallCounts()), missing);

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.findings()).extracting(Finding::disposition).containsExactly(Disposition.HARD);
    }

    @Test
    void aRefusedKindFailsAndAnEmptyFileIsForReview() {
        Report report = check(
                List.of(new SmallCounts()),
                Submission.builder()
                        .file(OutputFile.inMemory("model.pkl", new byte[] {(byte) 0x80, 4, 1}))
                        .file(OutputFile.inMemory("empty.csv", new byte[0]))
                        .build());

        assertThat(report.files()).extracting(Report.FileReport::verdict).containsExactly(Verdict.REVIEW, Verdict.FAIL);
    }

    @Test
    void aRuleOnFilesThatFailsTheFileSpeaksForTheEngine() {
        Report report = check(
                List.of(new SmallCounts(), new RefusesFiles()),
                Submission.builder()
                        .file(OutputFile.inMemory("model.pkl", new byte[] {(byte) 0x80, 4, 1}))
                        .build());

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("FILE-900");
    }

    @Test
    void whatARuleFoundInTheSubmissionStandsWithTheOutputItSpeaksOf() {
        Submission two = Submission.builder()
                .file(OutputFile.inMemory("a.csv", bytes(CLEAN)))
                .file(OutputFile.inMemory("b.csv", bytes(CLEAN)))
                .build();

        Report report = check(List.of(new SmallCounts(), new SecondOutput()), two);

        assertThat(report.files()).extracting(Report.FileReport::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(report.files())
                .flatExtracting(Report.FileReport::outputs)
                .flatExtracting(Report.OutputReport::rules)
                .filteredOn(rule -> rule.id().equals("DIF-900"))
                .extracting("outcome")
                .containsExactly(RuleOutcome.PASS, RuleOutcome.FAIL);
    }

    @Test
    void theOrderOfFilesAndRulesChangesNothing() {
        SubmissionBuilder forwards = Submission.builder();
        SubmissionBuilder backwards = Submission.builder();
        for (int i = 0; i < 5; i++) {
            forwards.file(OutputFile.inMemory("t" + i + ".csv", bytes(i % 2 == 0 ? COUNTS : CLEAN)));
            backwards.file(OutputFile.inMemory("t" + (4 - i) + ".csv", bytes(i % 2 == 0 ? COUNTS : CLEAN)));
        }

        assertThat(check(List.of(new SmallCounts(), new NeverApplies(), new Broken()), forwards.build()))
                .isEqualTo(check(List.of(new Broken(), new NeverApplies(), new SmallCounts()), backwards.build()));
    }

    @Test
    void aNumberThatCanBeReadInTwoWaysIsCheckedInBoth() {
        // 1,234 may be 1234 or 1.234
        Submission ambiguous = submission("t1.csv", "Age;Patients\n60-69;1,234\n70-79;2,345\n80+;3,456\n");

        Report report = check(List.of(new SmallCounts(), new CountsAbove(1000)), ambiguous);

        assertThat(report.files().get(0).notes()).anyMatch(note -> note.contains("2 ways"));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFileThatCannotBeUnderstoodStopsNoOther() {
        Places nowhere = new Places() {
            @Override
            public String of(int row, int column) {
                throw new IllegalStateException("secret");
            }

            @Override
            public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
                throw new IllegalStateException("secret");
            }
        };
        FileReader reader = (file, limits) -> {
            Reading reading = FileReader.IN_PROCESS.read(file, limits);
            return file.path().equals("a.csv")
                    ? new Reading.Grids(List.of(reading.grids().get(0).at(nowhere)), List.of(), List.of())
                    : reading;
        };
        Submission two = Submission.builder()
                .file(OutputFile.inMemory("a.csv", bytes(CLEAN)))
                .file(OutputFile.inMemory("b.csv", bytes(COUNTS)))
                .build();

        Report report = OutputChecker.of(RuleBook.of(List.of(new SmallCounts())))
                .readBy(reader)
                .check(two, TestProfile.HANDBOOK);

        assertThat(report.files().get(0).verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(report.findings()).extracting(Finding::file).contains("b.csv");
        assertThat(report.toString()).doesNotContain("secret");
    }

    private static Report check(List<Rule> rules, Submission submission) {
        return OutputChecker.of(RuleBook.of(rules)).check(submission, TestProfile.HANDBOOK);
    }

    private static Submission submission(String path, String content) {
        return Submission.builder()
                .file(OutputFile.inMemory(path, bytes(content)))
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RuleReport outcome(Report report, String rule) {
        return report.files().get(0).outputs().get(0).rules().stream()
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void manyFindingsInOneFileHideNoneOfAnother() throws Exception {
        StringBuilder many = new StringBuilder("Ward,Patients\n");
        for (int ward = 0; ward < 1_200; ward++) {
            many.append("Ward ").append(ward).append(",3\n");
        }
        Submission both = Submission.builder()
                .file(OutputFile.inMemory(
                        "a.csv", many.append("Last,9\n").toString().getBytes(StandardCharsets.UTF_8)))
                .file(OutputFile.inMemory("b.csv", COUNTS.getBytes(StandardCharsets.UTF_8)))
                .build();

        Report report = check(List.of(new SmallCounts(), new SmallCountsOfAll()), both);

        assertThat(report.findings().stream()
                        .filter(each ->
                                each.rule().equals("DIF-901") && each.file().equals("b.csv")))
                .extracting(Finding::cell)
                .containsExactly("B3");
        assertThat(outcomes(report, "DIF-901")).extracting(RuleReport::findings).containsExactly(1_201L, 1L);
        assertThat(outcomes(report, "DIF-901"))
                .extracting(RuleReport::outcome)
                .as("the gravest is kept, wherever it stands")
                .containsExactly(RuleOutcome.FAIL, RuleOutcome.REVIEW);
    }

    private static List<RuleReport> outcomes(Report report, String rule) {
        return report.files().stream()
                .flatMap(file -> file.outputs().get(0).rules().stream())
                .filter(each -> each.id().equals(rule))
                .toList();
    }

    /** Counts below ten. */
    private static final class SmallCounts implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FREQ-900", "Small counts");
        }

        @Override
        public Set<ColumnRole> decides() {
            return Set.of(ColumnRole.COUNT);
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            Findings findings = Findings.in(this, table);
            findings.restsOn("unit: patient");
            table.forEachCount((row, column, n) -> {
                if (n > 0 && n < settings.minCount()) {
                    findings.add(
                            table,
                            row,
                            column,
                            Disposition.BREACH,
                            words -> words.message("Small.")
                                    .because("it is " + n)
                                    .remedy("Merge."));
                }
            });
            return findings.outcome("counts");
        }
    }

    /** Counts above a limit. */
    private record CountsAbove(long limit) implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FREQ-903", "Large counts");
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            Findings findings = Findings.in(this, table);
            table.forEachCount((row, column, n) -> {
                if (n > limit) {
                    findings.add(
                            table,
                            row,
                            column,
                            Disposition.BREACH,
                            words -> words.message("Large.")
                                    .because("it is " + n)
                                    .remedy("Split."));
                }
            });
            return findings.outcome("counts");
        }
    }

    private static final class Broken implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FREQ-901", "Broken");
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            throw new IllegalStateException("secret value");
        }
    }

    private static final class NeverApplies implements TableRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FREQ-902", "Never applies");
        }

        @Override
        public Set<ColumnRole> decides() {
            return Set.of(ColumnRole.COUNT);
        }

        @Override
        public Outcome check(Table table, Facts facts, Settings settings) {
            return new Outcome.NotApplicable("never does");
        }
    }

    private static final class RefusesFiles implements FileRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("FILE-900", "Refused files");
        }

        @Override
        public Outcome check(ExaminedFile file, Settings settings) {
            Findings findings = Findings.in(this, file.file().path());
            if (file.file().refused() != null) {
                findings.add(
                        "",
                        null,
                        null,
                        Disposition.HARD,
                        words ->
                                words.message("Refused.").because("of its kind").remedy("Leave it out."));
            }
            return findings.outcome("the kind");
        }
    }

    /** Counts below ten of all files; to be weighed below nine, failing at nine. */
    private static final class SmallCountsOfAll implements SubmissionRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("DIF-901", "Small counts of all files");
        }

        @Override
        public Outcome check(ExaminedSubmission submission, Settings settings) {
            Findings findings = Findings.across(this);
            for (Output output : submission.facts().outputs()) {
                Table table = output.numbers().orElseThrow();
                table.forEachCount((row, column, n) -> {
                    if (n > 0 && n < 10) {
                        Disposition disposition = n == 9 ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
                        findings.add(
                                table,
                                row,
                                column,
                                disposition,
                                words -> words.message("Small.")
                                        .because("it is " + n)
                                        .remedy("Merge."));
                    }
                });
            }
            return findings.outcome("counts");
        }
    }

    private static final class SecondOutput implements SubmissionRule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("DIF-900", "Second output");
        }

        @Override
        public Outcome check(ExaminedSubmission submission, Settings settings) {
            Findings findings = Findings.in(this, submission.facts().outputs().get(1));
            findings.add(
                    "B2",
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message("Differs.").because("it is second").remedy("Leave it out."));
            return findings.outcome("all");
        }
    }
}
