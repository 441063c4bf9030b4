package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Checks every worked case and compares what its rule found with what the case expects. */
class RuleCasesTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();

    @TestFactory
    Stream<DynamicContainer> everyRule() {
        return RuleCase.rules().stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule,
                        RuleCase.of(rule).stream()
                                .map(each -> DynamicTest.dynamicTest(
                                        each.folder().getFileName() + ": " + each.about(), () -> finds(each)))));
    }

    private static void finds(RuleCase each) throws Exception {
        Submission submission = SubmissionReader.readFolder(each.submission(), null);
        List<Submission> released = Files.isDirectory(each.released())
                ? List.of(SubmissionReader.readFolder(each.released(), null).under("released"))
                : List.of();
        Report report = CHECKER.against(released).check(submission, Profiles.choose(each.profile(), submission));
        List<String> found = report.findings().stream()
                .filter(finding -> finding.rule().equals(each.rule()))
                .map(RuleCasesTest::placed)
                .toList();
        List<String> expected =
                each.expect().stream().map(RuleCase.Expected::toString).toList();
        assertThat(found)
                .as("%s: findings of %s; all findings: %s", each.name(), each.rule(), report.findings())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String placed(Finding finding) {
        String place = finding.cell().isEmpty() ? finding.file() : finding.file() + "!" + finding.cell();
        return finding.level() + " at " + place;
    }
}
