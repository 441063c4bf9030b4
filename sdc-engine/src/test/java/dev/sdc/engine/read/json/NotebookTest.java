package dev.sdc.engine.read.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NotebookTest {
    private static final Path SAMPLE = Path.of("..", "testdata", "texts", "notebook.ipynb");

    @Test
    void everyOutputIsRead() throws IOException {
        Reading reading = Notebook.of(new Reading.Text(Files.readAllLines(SAMPLE), List.of()), Limits.DEFAULT);
        List<Grid> grids = reading.grids();
        assertThat(grids).hasSize(2);
        assertThat(grids.get(0).text(6, 5)).isEqualTo("0");
        assertThat(grids.get(0).address(6, 5)).isEqualTo("/cells/1/outputs/0/data/text~1html!T1!F7");
        assertThat(grids.get(1).text(4, 1)).isEqualTo("12");
        assertThat(grids.get(1).address(4, 1)).isEqualTo("/cells/2/outputs/0/text!@5:9");
    }

    @Test
    void codeIsCodeAndAPictureIsAPicture() throws IOException {
        Reading.Document document =
                (Reading.Document) Notebook.of(new Reading.Text(Files.readAllLines(SAMPLE), List.of()), Limits.DEFAULT);
        assertThat(document.parts()).filteredOn(Part.Code.class::isInstance).hasSize(3);
        assertThat(document.parts())
                .filteredOn(Part.Picture.class::isInstance)
                .containsExactly(new Part.Picture("/cells/3/outputs/0/data/image~1png"));
    }
}
