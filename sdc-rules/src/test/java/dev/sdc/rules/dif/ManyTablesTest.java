package dev.sdc.rules.dif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.evidence.FactBook;
import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;
import dev.sdc.engine.read.ReceivedFileReader;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedSubmission;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.SubmissionRule;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Understanding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every two tables are compared, up to a limit; those beyond it are named. */
class ManyTablesTest {
    private static final List<SubmissionRule> RULES = List.of(new NestedPopulations(), new UnknownOverlap());

    private static final String STAGES = "Stage,Patients\nI,120\nII,130\n";

    @Test
    void thousandsThatPrintTheSameAreAllCompared() throws Exception {
        assertThat(check(2_100, STAGES)).noneMatch(Outcome.Found.class::isInstance);
    }

    @Test
    void hundredsAreAllCompared() throws Exception {
        assertThat(check(300, STAGES, "Stage,Patients\nI,150\nII,100\n")).noneMatch(Outcome.Found.class::isInstance);
    }

    @Test
    void ofThousandsThoseLeftOverAreForAPerson() throws Exception {
        assertThat(check(3_000, STAGES, "Stage,Patients\nI,150\nII,100\n"))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Found.class,
                                found -> assertThat(found.findings())
                                        .singleElement()
                                        .satisfies(finding ->
                                                assertThat(finding.file()).isEqualTo("t.csv"))
                                        .extracting(Finding::disposition)
                                        .isEqualTo(Disposition.HUMAN_JUDGEMENT)));
    }

    /** The same tables again and again: one that all others are like is compared with each of them. */
    private static List<Outcome> check(int number, String... csv) throws Exception {
        List<Output> tables = new ArrayList<>();
        for (String text : csv) {
            ReceivedFile file = new Intake(Limits.DEFAULT)
                    .receive(OutputFile.inMemory("t.csv", text.getBytes(StandardCharsets.UTF_8)));
            tables.add(Understanding.of(
                            file, ReceivedFileReader.read(file, Limits.DEFAULT), (sheet, range) -> Declaration.NONE)
                    .get(0));
        }
        List<Output> all = IntStream.range(0, number)
                .mapToObj(i -> tables.get(i % tables.size()))
                .toList();
        Submission submission = Submission.builder().build();
        Settings settings = Profiles.choose(null, submission).settings();
        ExaminedSubmission many = new ExaminedSubmission(submission, List.of(), FactBook.of(all));
        return RULES.stream().map(rule -> rule.check(many, settings)).toList();
    }
}
