package dev.sdc.engine.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.OutputFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesawOutputTest {
    @Test
    void writesNamesAndCellsAsTheyAre() {
        IntColumn patients = IntColumn.create("Patients", 30, 3);
        patients.appendMissing();
        Table table = Table.create(
                "stage",
                StringColumn.create("Stage, grouped", "I", "II \"early\"", "III"),
                patients,
                DoubleColumn.create("Share", 0.25, 0.75, 1.0));

        OutputFile file = TablesawOutput.csv("stage.csv", table);

        assertThat(file.path()).isEqualTo("stage.csv");
        assertThat(((OutputFile.Content.InMemory) file.content()).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualToNormalizingNewlines(
                        "\"Stage, grouped\",Patients,Share\nI,30,0.25\n" + "\"II \"\"early\"\"\",3,0.75\nIII,,1.0\n");
    }
}
