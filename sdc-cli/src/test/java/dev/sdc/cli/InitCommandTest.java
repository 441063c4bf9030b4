package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** Every place that a draft names is found again, and what was understood there holds when it is declared. */
    @Test
    void everyTextIsReadBackAsItWasDrafted() throws Exception {
        Path texts = Path.of("..", "testdata", "texts");
        List<Path> samples;
        try (Stream<Path> all = Files.list(texts)) {
            // what the dots of a print that was cut off stand for is not drafted, so it is not declared either
            samples = all.filter(file -> !file.toString().matches(".*(?:\\.py|\\.R|wrapped\\.txt)"))
                    .sorted()
                    .toList();
        }
        for (Path sample : samples) {
            Files.copy(sample, folder.resolve(sample.getFileName()));
        }
        JsonNode before = check("--unit", "patient");

        assertThat(Run.of("init", folder.toString()).exit()).isEqualTo(0);

        Path draft = folder.resolve("submission.yaml");
        Files.writeString(draft, Files.readString(draft).replaceFirst("unit:.*", "unit: patient"));
        JsonNode after = check();
        assertThat(places(after)).isEqualTo(places(before));
        for (JsonNode file : after.path("files")) {
            for (JsonNode output : file.path("outputs")) {
                boolean placed = !output.path("range").asString().isEmpty();
                boolean table = output.path("understood").asString().contains(" by ");
                String type = output.path("output_type").asString();
                assertThat(output.path("type_declared").asBoolean() || !placed || !table || type.equals("other"))
                        .as("the draft's entry for %s", output.path("id"))
                        .isTrue();
            }
        }
    }

    private static List<String> places(JsonNode report) {
        List<String> places = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            places.add(finding.path("rule").asString() + " "
                    + finding.path("level").asString() + " "
                    + finding.path("file").asString() + "!"
                    + finding.path("cell").asString());
        }
        return places;
    }

    private JsonNode check(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", folder.toString(), "--quiet", "--format", "json"));
        arguments.addAll(List.of(options));
        Run run = Run.of(arguments.toArray(new String[0]));
        assertThat(run.exit()).as(run.err()).isIn(1, 3);
        return JsonMapper.shared().readTree(run.out());
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

    @Test
    void evidenceThatRulesAskForIsDraftedUnderItsKeys(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("costs.csv"), "drug,n,total cost\nX,15,1000000\nY,40,800000\n");
        Files.writeString(folder.resolve("model.csv"), "term,estimate,std error\nage,0.04,0.01\nbmi,0.11,0.05\n");

        assertThat(Run.of("init", folder.toString(), "--evidence").exit()).isEqualTo(0);

        assertThat(Files.readString(folder.resolve("submission.yaml")))
                .contains("contributions:", "X: {n: , x1: , x2: , sum: }", "n_obs:", "n_parameters:");
        // what nobody fills in counts as not there: the check asks for the same again
        Run check = Run.of("check", folder.toString(), "--unit", "patient", "--format", "json");
        assertThat(check.exit()).isEqualTo(3);
        assertThat(check.out()).contains("DOM-004", "REG-002");
    }
}
