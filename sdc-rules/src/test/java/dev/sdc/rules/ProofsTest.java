package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn of a finding is how it follows: the cells with their signs come to the number that is told. */
class ProofsTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();
    private static final Pattern LINE = Pattern.compile("@(\\d+):(\\d+)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int LONGEST = 18;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[.,']\\d{3})+|\\d+");

    @Test
    void whatIsLeftOverIsTheSumOfTheCellsThatAreDrawn() throws Exception {
        int drawn = 0;
        for (RuleCase each : RuleCase.of("SEC-004")) {
            Examination examination = examination(each);
            Map<String, Long> numbers = numbers(examination);
            for (Finding finding : examination.report().findings()) {
                if (finding.rule().equals("SEC-004") && !isWithinOneCell(finding) && !isInWordsAlone(finding)) {
                    assertThat(finding.proof().steps())
                            .as("%s: %s", each.name(), finding)
                            .hasSize(1);
                    if (isSpelled(examination, finding)) {
                        continue;
                    }
                    long sum = 0;
                    for (Proof.Term term : finding.proof().steps().get(0).terms()) {
                        Long n = numbers.get(term.place());
                        assertThat(n)
                                .as("%s: number at %s", each.name(), term.place())
                                .isNotNull();
                        sum += term.sign() == Proof.Sign.PLUS ? n : -n;
                    }
                    assertThat(sum).as("%s: %s", each.name(), finding).isEqualTo(value(finding));
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(35);
    }

    @Test
    void figuresThatUndoTheRoundingAreDrawnWithWhatTheyAreHeldAgainst() throws Exception {
        int drawn = 0;
        for (RuleCase each : RuleCase.of("RND-003")) {
            Examination examination = examination(each);
            for (Finding finding : examination.report().findings()) {
                if (finding.rule().equals("RND-003")) {
                    assertThat(finding.proof().steps())
                            .as("%s: %s", each.name(), finding)
                            .singleElement()
                            .satisfies(step -> assertThat(step.terms())
                                    .hasSizeGreaterThan(1)
                                    .allMatch(term -> term.sign() == Proof.Sign.USED)
                                    .anyMatch(term -> term.place().equals(finding.file() + "!" + finding.cell())));
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(10);
    }

    private static Examination examination(RuleCase each) throws Exception {
        Submission submission = SubmissionReader.readFolder(each.submission(), null);
        return CHECKER.examine(submission, Profiles.choose(each.profile(), submission));
    }

    /** Both numbers stand in one cell or phrase, so that there is nothing to draw. */
    private static boolean isWithinOneCell(Finding finding) {
        return finding.because().contains("not among");
    }

    /** Whether a number that is drawn stands there as a word, {@code sixty}. */
    private static boolean isSpelled(Examination examination, Finding finding) {
        for (Output output : examination.files().stream()
                .flatMap(file -> file.outputs().stream())
                .toList()) {
            if (output instanceof Prose prose) {
                List<String> lines = prose.running();
                for (int line = 0; line < lines.size(); line++) {
                    Matcher word = WORD.matcher(lines.get(line));
                    while (word.find()) {
                        String place = prose.file() + "!" + prose.address(line, word.start());
                        if (finding.proof().steps().get(0).terms().stream()
                                .anyMatch(term -> term.place().equals(place))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** No cell prints of how many percentages are, and what two sentences tell together is not drawn. */
    private static boolean isInWordsAlone(Finding finding) {
        boolean ofShares = finding.because().contains("as the percentages are of");
        boolean ofSentences = finding.because().contains("the groups that are told of")
                || finding.because().contains("of the group left out");
        return (ofShares || ofSentences) && finding.proof().steps().isEmpty();
    }

    private static long value(Finding finding) {
        return Long.parseLong(Objects.requireNonNull(finding.value()));
    }

    /** Every number of people by the place that prints it. */
    private static Map<String, Long> numbers(Examination examination) {
        Map<String, Long> numbers = new HashMap<>();
        for (Output output : examination.files().stream()
                .flatMap(file -> file.outputs().stream())
                .toList()) {
            if (output instanceof Table table) {
                table.forEachCount(
                        (row, column, n) -> numbers.putIfAbsent(table.file() + "!" + table.address(row, column), n));
                for (Column column : table.columns()) {
                    if (column.headerN() != null) {
                        numbers.putIfAbsent(table.file() + "!" + table.headerAddress(column.index()), column.headerN());
                    }
                }
                for (Mention mention : table.captions()) {
                    numbers.putIfAbsent(table.file() + "!" + mention.where(), mention.n());
                }
            } else if (output instanceof Prose prose) {
                numbers.putAll(numbers(prose));
            }
        }
        return numbers;
    }

    private static Map<String, Long> numbers(Prose prose) {
        Map<String, Long> numbers = new HashMap<>();
        List<String> lines = prose.running();
        for (int line = 0; line < lines.size(); line++) {
            Matcher number = NUMBER.matcher(lines.get(line));
            while (number.find()) {
                assertThat(prose.address(line, number.start())).containsPattern(LINE);
                String digits = number.group().replaceAll("\\D", "");
                if (digits.length() <= LONGEST) { // no proof rests on a longer one
                    numbers.put(prose.file() + "!" + prose.address(line, number.start()), Long.parseLong(digits));
                }
            }
        }
        return numbers;
    }
}
