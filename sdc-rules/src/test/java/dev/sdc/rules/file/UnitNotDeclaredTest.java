package dev.sdc.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked for where nobody says what one unit is. */
class UnitNotDeclaredTest {
    private static final String TABLE = "Stage,Count\nI,120\nII,96\n";

    @Test
    void everythingOfABareTable() throws DeclarationException {
        assertThat(askedFor("t.csv", TABLE, Declaration.builder().build()))
                .contains(
                        "unit:", "output_type:", "population.description:", "population.n:", "variables:", "controls:");
    }

    @Test
    void ofATextWhatItIs() throws DeclarationException {
        assertThat(askedFor("t.txt", "Survival rose.\n", Declaration.builder().build()))
                .contains("unit:", "output_type:")
                .doesNotContain("population", "controls");
    }

    @Test
    void nothingThatIsSaid() throws DeclarationException {
        Declaration declared = Declaration.builder()
                .outputType(OutputType.FREQUENCY_TABLE)
                .population(new Population(null, "Adults with a tumour", 216L, null, null, null))
                .variables(Map.of("Stage", "stage at diagnosis"))
                .controls("none")
                .build();
        assertThat(askedFor("t.csv", TABLE, declared)).isEqualTo("unit: what one unit is");
    }

    private static String askedFor(String name, String content, Declaration declared) throws DeclarationException {
        Submission submission = Submission.builder()
                .defaults(declared)
                .file(OutputFile.inMemory(name, content.getBytes(StandardCharsets.UTF_8)))
                .build();
        return OutputChecker.standard().check(submission).findings().stream()
                .filter(finding -> finding.rule().equals("FILE-007"))
                .map(finding -> String.valueOf(finding.evidenceNeeded()))
                .findFirst()
                .orElse("");
    }
}
