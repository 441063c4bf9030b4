package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.RoundingFit;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationBuilder;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traps that other checkers of outputs have fallen into. */
class TrapsTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();

    @TempDir
    Path folder;

    @Test
    void notEveryNumericColumnIsACount() throws Exception {
        Report report = check("stage,year,patients,p value\n1,2014,120,0.03\n2,2015,140,0.50\n3,2016,150,0.04\n");

        assertThat(rules(report, Level.FAIL)).isEmpty();
    }

    @Test
    void dominanceIsAmongContributorsAndNotAmongRows() throws Exception {
        String table = "drug,n,total cost\nX,40,9500000\nY,40,200000\nZ,40,300000\n";
        Map<String, Contribution> small =
                Map.of("X", of(40, 300000, 290000), "Y", of(40, 9000, 8000), "Z", of(40, 9000, 8000));

        assertThat(check(patients().evidence(contributions(small)), table).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aMissingMarkIsNoProtection() throws Exception {
        Report report = check("sex,yes,no,Total\nF,,40,44\nM,30,50,80\nTotal,34,90,124\n");

        assertThat(rules(report, Level.FAIL)).contains("SEC-001");
    }

    @Test
    void linkedTablesAreTakenFromOneAnother() throws Exception {
        Report report = CHECKER.check(Submission.builder()
                .defaults(patients().build())
                .file(file("all.csv", "stage,patients\nI,120\nII,130\nIII,140\nIV,90\n"))
                .file(file("adults.csv", "stage,patients\nI,120\nII,127\nIII,140\nIV,90\n"))
                .build());

        assertThat(rules(report, Level.FAIL)).contains("DIF-001");
    }

    @Test
    void theFirstStepOfACurveIsTestedAndEventsApartFromWithdrawals() throws Exception {
        Report report =
                check("time,n.risk,n.event,n.censor,survival\n0,200,1,9,0.995\n12,190,30,0,0.838\n24,160,40,0,0.628\n");

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("SUR-001") && finding.level() == Level.FAIL)
                .extracting(Finding::cell)
                .contains("C2");
    }

    @Test
    void aShareOfExactlyTheLimitIsJudgedAsTheProfileSays() throws Exception {
        String table = "drug,n,total cost\nX,40,1000000\n";
        Submission submission = Submission.builder()
                .defaults(patients()
                        .evidence(contributions(Map.of("X", of(40, 500000, 400000))))
                        .build())
                .file(file("t.csv", table))
                .build();

        assertThat(rules(CHECKER.check(submission, Profiles.choose("handbook-10", submission)), Level.FAIL))
                .doesNotContain("DOM-001");
        assertThat(rules(CHECKER.check(submission, Profiles.choose("acro-default", submission)), Level.FAIL))
                .contains("DOM-001");
    }

    @Test
    void aCategoryThatIsNotPrintedIsWorkedOut() throws Exception {
        Report report = check("stage,patients\nI,120\nII,130\nIII,140\nTotal,394\n");

        assertThat(rules(report, Level.FAIL)).contains("SEC-004");
    }

    @Test
    void evidenceIsNotWhatAReaderKnows() throws Exception {
        String table = "sex,yes,no\nF,<10,40\nM,30,50\n";
        DeclaredEvidence evidence = new DeclaredEvidence(
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                Map.of("F / yes", 4L),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null);

        assertThat(check(patients().evidence(evidence), table).findings())
                .extracting(Finding::rule)
                .doesNotContain("SEC-001", "SEC-002");
    }

    @Test
    void aRoundedCountBelowTheMinimumIsSmall() throws Exception {
        Submission submission = Submission.builder()
                .defaults(patients().build())
                .file(file("t.csv", "stage,patients\nI,5\nII,20\nIII,135\n"))
                .build();

        assertThat(rules(CHECKER.check(submission, Profiles.choose("opensafely", submission)), Level.FAIL))
                .contains("FREQ-001");
    }

    @Test
    void hidingAndRoundingFitEachOther() throws Exception {
        Profiles installed = Profiles.installed();
        assertThat(misfit("opensafely")).isEmpty();
        assertThat(misfit("nhs-england-hes")).isEmpty();
        Profile both = Profiles.strictest(List.of(installed.byName("opensafely"), installed.byName("handbook-10")));
        assertThat(RoundingFit.misfit(both.settings()).orElseThrow())
                .contains("below 10 and rounding to 5")
                .contains("a printed 10 leaves open only 10 to 12, 3 of the 4");
        Path upToFive = Files.writeString(folder.resolve("up-to-five.yaml"), """
                schema: sdc-profile/1
                name: up-to-five
                version: "1"
                title: Hides up to five and rounds to five
                extends: opensafely
                parameters:
                  min_count: 6
                """);
        Profile five = installed.load(upToFive.toString());
        assertThat(RoundingFit.misfit(five.settings()).orElseThrow()).contains("a printed 5 leaves open only 6 to 7");
        Submission submission = Submission.builder()
                .defaults(patients().build())
                .file(file("t.csv", "stage,patients\nI,15\nII,20\nIII,135\n"))
                .build();
        assertThat(CHECKER.check(submission, five).profile().notes()).anyMatch(note -> note.contains("do not fit"));
    }

    private static Optional<String> misfit(String name) throws Exception {
        return RoundingFit.misfit(Profiles.installed().byName(name).settings());
    }

    @Test
    void aPercentageGivesBackWhatATableHides() throws Exception {
        Report report = CHECKER.check(Submission.builder()
                .defaults(patients().build())
                .file(file("t.csv", "stage,patients,Total\nI,<10,200\nII,120,210\n"))
                .file(file("p.csv", "stage,percent,n\nI,2.0,200\nII,57.1,210\n"))
                .build());

        assertThat(rules(report, Level.FAIL)).contains("PCT-001");
    }

    @Test
    void tumoursAreNoPatients() throws Exception {
        Report report = check(Declaration.builder().unit("tumour"), "site,tumours\nLung,120\nBreast,140\nColon,150\n");

        assertThat(report.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(rules(report, Level.REVIEW)).contains("FREQ-002");
    }

    @Test
    void randomNumbersOfTenDigitsAreNoNhsNumbers() throws Exception {
        String codes = IntStream.range(0, 12)
                .mapToObj(i -> "b" + i + "," + (1234567800L + i * 7919L))
                .collect(Collectors.joining("\n", "batch,code\n", "\n"));

        assertThat(check(codes).findings()).extracting(Finding::rule).doesNotContain("ID-001");
    }

    @Test
    void lowRiskStillNeedsItsNumbers() throws Exception {
        Report report = check("term,estimate,std error\nage,0.04,0.01\nbmi,0.11,0.05\n");

        assertThat(rules(report, Level.REVIEW)).contains("REG-002");
    }

    private static Contribution of(long n, long x1, long x2) {
        return new Contribution(n, BigDecimal.valueOf(x1), BigDecimal.valueOf(x2), null);
    }

    private static DeclaredEvidence contributions(Map<String, Contribution> contributions) {
        return new DeclaredEvidence(
                contributions,
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
    }

    private static DeclarationBuilder patients() {
        return Declaration.builder().unit("patient");
    }

    private static Report check(String csv) throws Exception {
        return check(patients(), csv);
    }

    private static Report check(DeclarationBuilder declared, String csv) throws Exception {
        SubmissionBuilder submission = Submission.builder().defaults(declared.build());
        return CHECKER.check(submission.file(file("t.csv", csv)).build());
    }

    private static OutputFile file(String name, String csv) {
        return OutputFile.inMemory(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rules(Report report, Level level) {
        return report.findings().stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::rule)
                .toList();
    }
}
