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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every two tables are compared, up to a limit; those beyond it are named. */
class ManyTablesTest {
    private static final List<SubmissionRule> RULES = List.of(new NestedPopulations(), new UnknownOverlap());

    @Test
    void hundredsAreAllCompared() throws Exception {
        assertThat(check(300)).noneMatch(Outcome.Found.class::isInstance);
    }

    @Test
    void ofThousandsThoseLeftOverAreForAPerson() throws Exception {
        assertThat(check(2_100))
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

    /** The same table again and again: one that all others are like is compared with each of them. */
    private static List<Outcome> check(int tables) throws Exception {
        ReceivedFile file = new Intake(Limits.DEFAULT)
                .receive(OutputFile.inMemory(
                        "t.csv", "Stage,Patients\nI,120\nII,130\n".getBytes(StandardCharsets.UTF_8)));
        Output table = Understanding.of(
                        file, ReceivedFileReader.read(file, Limits.DEFAULT), (sheet, range) -> Declaration.NONE)
                .get(0);
        Submission submission = Submission.builder().build();
        Settings settings = Profiles.choose(null, submission).settings();
        ExaminedSubmission many =
                new ExaminedSubmission(submission, List.of(), FactBook.of(Collections.nCopies(tables, table)));
        return RULES.stream().map(rule -> rule.check(many, settings)).toList();
    }
}
