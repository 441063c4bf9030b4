package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
    @TempDir
    Path folder;

    @Test
    void aCaseIsRead() throws Exception {
        RuleCase read = read("kind: boundary", "  - {level: FAIL, at: \"t1.csv!B2\"}", "  - {level: NOTE, at: t1.csv}");

        assertThat(read.kind()).isEqualTo(RuleCase.Kind.BOUNDARY);
        assertThat(read.expect()).hasToString("[FAIL at t1.csv!B2, NOTE at t1.csv]");
    }

    @Test
    void aPassingCaseExpectsNoFailureAndNoReview() {
        for (String level : new String[] {"FAIL", "REVIEW"}) {
            assertThatThrownBy(() -> read("kind: passing", "  - {level: %s, at: \"t1.csv!B2\"}".formatted(level)))
                    .hasMessageContaining("case.yaml, line 4, column 6: a passing case expects no " + level)
                    .hasMessageContaining("say `kind: failing`, or leave this finding out");
        }
    }

    @Test
    void aPassingCaseMayExpectANote() throws Exception {
        assertThat(read("kind: passing", "  - {level: NOTE, at: \"t1.csv!B2\"}").expect())
                .hasSize(1);
    }

    @Test
    void aFailingCaseExpectsSomething() {
        assertThatThrownBy(() -> read("kind: failing", "  []"))
                .hasMessageContaining("line 3, column 1: a failing case expects a finding");
    }

    @Test
    void aPlaceBeginsWithAFileOfTheSubmission() {
        for (String place : new String[] {"C3", "!C3", "t2.csv!C3", "t1.csvC3"}) {
            assertThatThrownBy(() -> read("kind: failing", "  - {level: FAIL, at: \"%s\"}".formatted(place)))
                    .hasMessageContaining("line 4, column 19: `" + place + "` does not begin with a file")
                    .hasMessageContaining("as in `t1.csv!");
        }
    }

    @Test
    void whatFollowsTheFileIsACellARangeOrAPlaceInAText() throws Exception {
        for (String place : new String[] {"4B", "b4", "B", "B0", "B2:", "B2-C3", "@4", "", "B2 "}) {
            assertThatThrownBy(() -> read("kind: failing", "  - {level: FAIL, at: \"t1.csv!%s\"}".formatted(place)))
                    .hasMessageContaining("line 4, column 19: `" + place + "` is no cell: capital letters first");
        }
        for (String place : new String[] {"B2", "AA10:AB12", "Sheet 1!B2", "@3:1", "@3:1-4:20", "/rows/2/n"}) {
            assertThat(read("kind: failing", "  - {level: FAIL, at: \"t1.csv!%s\"}".formatted(place))
                            .expect())
                    .hasToString("[FAIL at t1.csv!%s]".formatted(place));
        }
    }

    @Test
    void aCaseHasFiles() throws Exception {
        Files.createDirectories(folder.resolve("submission"));
        Files.writeString(folder.resolve("case.yaml"), "kind: passing\nabout: nothing\nexpect: []\n");

        assertThatThrownBy(() -> RuleCase.read("FREQ-001", folder))
                .hasMessageContaining("no file stands in `submission/`");
    }

    @Test
    void aHintIsNoDescription() throws Exception {
        read("kind: passing", "  []");
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, Files.readString(file).replace("about: a test", "about: TODO"));

        assertThatThrownBy(() -> RuleCase.read("FREQ-001", folder))
                .hasMessageContaining("line 2, column 1: say in a sentence what stands in the files");
    }

    private RuleCase read(String kind, String... findings) throws Exception {
        Path submission = Files.createDirectories(folder.resolve("submission"));
        Files.writeString(submission.resolve("t1.csv"), "area,patients\nNorth,9\n");
        Files.writeString(
                folder.resolve("case.yaml"), kind + "\nabout: a test\nexpect:\n" + String.join("\n", findings) + "\n");
        return RuleCase.read("FREQ-001", folder);
    }
}
