package dev.sdc.engine.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.model.Measure;
import dev.sdc.engine.read.model.ModelKind;
import dev.sdc.engine.read.model.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SavedSummaryTest {
    private static final Path PRINTS = Path.of("..", "testdata", "models", "python");

    @Test
    void aSummaryWithCommasIsTheModelItWas() throws IOException {
        Reading reading = SavedSummary.of(Files.readAllBytes(PRINTS.resolve("ols.csv")), Limits.DEFAULT)
                .orElseThrow();
        Part.ModelPrint print =
                (Part.ModelPrint) ((Reading.Document) reading).parts().get(0);
        assertThat(print.model().kind()).isEqualTo(ModelKind.LINEAR);
        assertThat(print.model().outcome()).isEqualTo("egfr");
        assertThat(print.model().terms()).hasSize(3);
        assertThat(print.model().figure(Measure.OBSERVATIONS).orElseThrow().text())
                .isEqualTo("640");
        assertThat(print.where().of(new Place(2, 1))).isEqualTo("A2");
        assertThat(print.where().of(new Place(2, 1), new Place(4, 1))).isEqualTo("A2:D4"); // names and values, twice
        assertThat(print.model().notUnderstood()).isEmpty();
    }

    @Test
    void aCommaInQuotationMarksPartsNoCells() throws IOException {
        String saved =
                Files.readString(PRINTS.resolve("ols.csv")).replaceFirst("Date: *,([^,]+,[^,]+)", "Date:,\"$1\"");
        Reading reading = SavedSummary.of(saved.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)
                .orElseThrow();
        Part.ModelPrint print =
                (Part.ModelPrint) ((Reading.Document) reading).parts().get(0);
        assertThat(print.model().notUnderstood()).isEmpty();
        String line = saved.lines().toList().get(4);
        assertThat(line).startsWith("Date:,\"");
        assertThat(print.where().of(new Place(5, line.lastIndexOf(',') + 2))).isEqualTo("D5");
    }

    @Test
    void aTableOfCountsIsNone() {
        byte[] table = "Results,n\nyes,12\nno,15\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SavedSummary.of(table, Limits.DEFAULT)).isEmpty();
    }
}
