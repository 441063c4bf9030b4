package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theDraftIsReadBackAndSaysWhatWasUnderstood() throws Exception {
        Files.writeString(folder.resolve("t1.csv"), "Age,Patients,Mean cost\n60-69,<10,12.5\n70-79,*,13\n80+,40,14\n");
        Files.writeString(folder.resolve("odd: #1 \"name\".csv"), "Stage,n: all\nI,120\nII,85\n");
        Files.writeString(folder.resolve("notes.txt"), "We counted all patients.\n");
        Files.write(folder.resolve("model.pkl"), new byte[] {(byte) 0x80, 4});

        Run run = Run.of("init", folder.toString());

        assertThat(run.exit()).isEqualTo(0);
        Submission draft = SubmissionReader.readFolder(folder, null);
        assertThat(draft.undeclared()).isEmpty();
        assertThat(draft.files()).hasSize(4);
        assertThat(draft.defaults()).isEqualTo(Declaration.NONE);
        assertThat(draft.declarationFor("odd: #1 \"name\".csv", null, null).outputType())
                .isEqualTo(OutputType.FREQUENCY_TABLE);
        assertThat(draft.declarationFor("t1.csv", null, null).markers()).containsOnlyKeys("<10");
        assertThat(Files.readString(folder.resolve("submission.yaml")))
                .contains("unit:      # patient, tumour, episode", "# markers: {\"*\": any}", "# bounds: {Mean cost");
    }

    @Test
    void roundingIsAskedForNeverAsserted() throws Exception {
        StringBuilder csv = new StringBuilder("Place,Patients\n");
        for (int i = 1; i <= 15; i++) {
            csv.append("P").append(i).append(',').append(i * 5 + 50).append('\n');
        }
        Files.writeString(folder.resolve("t1.csv"), csv);

        Run.of("init", folder.toString());

        assertThat(Files.readString(folder.resolve("submission.yaml"))).contains("# rounding: {base: 5");
        assertThat(SubmissionReader.readFolder(folder, null)
                        .declarationFor("t1.csv", null, null)
                        .rounding())
                .isNull();
    }

    @Test
    void nothingIsEverOverwritten() throws Exception {
        Files.writeString(folder.resolve("t1.csv"), "Stage,Patients\nI,120\n");
        Files.writeString(folder.resolve("submission.yaml"), "mine");

        Run run = Run.of("init", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("not overwritten");
        assertThat(Files.readString(folder.resolve("submission.yaml"))).isEqualTo("mine");
    }

    @Test
    void aMissingFolderIsAMistakeOfTheCaller() {
        assertThat(Run.of("init", folder.resolve("nowhere").toString()).exit()).isEqualTo(2);
    }
}
