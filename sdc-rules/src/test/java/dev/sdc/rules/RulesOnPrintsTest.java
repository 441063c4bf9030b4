package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What programs print gets the verdict it is due: nothing small passes, and nothing harmless fails. */
class RulesOnPrintsTest {
    private static final Path SAMPLES = Path.of("..", "testdata");
    private static final OutputChecker CHECKER = OutputChecker.standard();

    @ParameterizedTest
    @CsvFileSource(resources = "prints.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
    void samplesGetTheVerdictTheyAreDue(String file, Verdict verdict, String failing, String reviewed)
            throws Exception {
        Path path = SAMPLES.resolve(file);
        Report report = CHECKER.check(Submission.builder()
                .defaults(Declaration.builder().unit("patient").build())
                .file(OutputFile.inMemory(path.getFileName().toString(), Files.readAllBytes(path)))
                .build());

        assertThat(found(report, Level.FAIL)).containsAll(words(failing));
        assertThat(rules(report, Level.FAIL)).isEqualTo(rules(words(failing)));
        assertThat(rules(report, Level.REVIEW)).isEqualTo(words(reviewed));
        assertThat(report.verdict()).isEqualTo(verdict);
    }

    /** Rules with the cells they are due at, {@code RULE@line:column}. */
    private static Set<String> words(String list) {
        return list == null ? Set.of() : new TreeSet<>(List.of(list.split(" ", -1)));
    }

    private static Set<String> rules(Set<String> found) {
        Set<String> rules = new TreeSet<>();
        found.forEach(word -> rules.add(word.replaceAll("[@!].*", "")));
        return rules;
    }

    private static Set<String> found(Report report, Level level) {
        Set<String> found = new TreeSet<>();
        report.findings().stream()
                .filter(finding -> finding.level() == level)
                .forEach(finding -> found.add(finding.rule() + place(finding.cell())));
        return found;
    }

    private static String place(String cell) {
        return cell == null ? "" : cell.startsWith("@") ? cell : "!" + cell;
    }

    private static Set<String> rules(Report report, Level level) {
        return rules(found(report, level));
    }
}
