package dev.sdc.engine.read.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonDocumentTest {
    private static Reading read(String json) {
        return JsonDocument.of(new Reading.Text(List.of(json.split("\n", -1)), List.of()), Limits.DEFAULT);
    }

    private static Grid only(String json) {
        List<Grid> grids = read(json).grids();
        assertThat(grids).hasSize(1);
        return grids.get(0);
    }

    @Test
    void namesAndValues() {
        Grid grid = only("{\"II\":33,\"X\":3}");
        assertThat(grid.text(1, 0)).isEqualTo("X");
        assertThat(grid.text(1, 1)).isEqualTo("3");
        assertThat(grid.address(1, 1)).isEqualTo("/X");
    }

    @Test
    void aWordThatSaysWhatTheFiguresAreOfIsNoHeader() {
        Grid grid = only("{\"unit\":\"patient\",\"II\":33,\"X\":3}");
        assertThat(grid.rows()).isEqualTo(2);
        assertThat(grid.text(0, 0)).isEqualTo("II");
        assertThat(grid.address(1, 1)).isEqualTo("/X");
        assertThat(only("{\"I\":\"masked\",\"II\":33}").text(0, 1)).isEqualTo("masked");
    }

    @Test
    void ofTextsBeforeTheFiguresTheNameOfTheTestHeadsThem() {
        Grid grid =
                only("{\"test\":\"Mann-Whitney U\",\"outcome\":\"los\",\"family\":\"none\",\"n\":1240,\"U\":176270.0}");
        assertThat(grid.rows()).isEqualTo(3);
        assertThat(grid.text(0, 1)).isEqualTo("Mann-Whitney U");
        assertThat(grid.text(1, 0)).isEqualTo("n");
        assertThat(grid.address(2, 1)).isEqualTo("/U");
    }

    @Test
    void textsThatDescribeNothingStayBesideTheFigures() {
        assertThat(only("{\"women\":\"three\",\"men\":\"two\",\"total\":1240}").rows())
                .isEqualTo(3);
        Grid behind = only("{\"control\":120,\"outcome\":\"masked\"}");
        assertThat(behind.text(1, 1)).as("behind a figure it may be hidden").isEqualTo("masked");
    }

    @Test
    void aLongTable() {
        Grid grid = only("[{\"sex\":\"F\",\"n\":12},{\"sex\":\"M\",\"n\":5,\"note\":null}]");
        assertThat(grid.text(0, 1)).isEqualTo("n");
        assertThat(grid.text(2, 1)).isEqualTo("5");
        assertThat(grid.address(2, 1)).isEqualTo("/1/n");
    }

    @Test
    void aWideTable() {
        Grid grid = only("{\"F\":{\"I\":12,\"a/b\":5},\"M\":{\"I\":7,\"a/b\":9}}");
        assertThat(grid.text(0, 2)).isEqualTo("a/b");
        assertThat(grid.text(1, 2)).isEqualTo("5");
        assertThat(grid.address(1, 2)).isEqualTo("/F/a~1b");
    }

    @Test
    void aWideTableByColumns() {
        Grid grid = only("{\"n\":{\"F\":12,\"M\":5},\"mean\":{\"F\":1.50,\"M\":2.25}}");
        assertThat(grid.text(0, 1)).isEqualTo("n");
        assertThat(grid.text(1, 2)).as("as it is printed").isEqualTo("1.50");
        assertThat(grid.address(2, 2)).isEqualTo("/mean/M");
    }

    @Test
    void aRowOfMoreValuesThanThereAreNames() {
        Grid grid = only("{\"columns\":[\"F\",\"M\"],\"index\":[\"I\",\"II\"],\"data\":[[12,15],[7,9,3]]}");
        assertThat(grid.text(2, 3)).isEqualTo("3");
        assertThat(grid.address(2, 3)).isEqualTo("/data/1/2");
    }

    @Test
    void countsDeepInside() {
        List<Grid> grids = read("{\"title\":\"Lung cancer\",\"a\":[{\"n\":3,\"by\":{\"x\":1,\"y\":2}}]}")
                .grids();
        assertThat(grids)
                .extracting(grid -> grid.address(grid.rows() - 1, grid.columns() - 1))
                .containsExactly("/a/0/n", "/a/0/by/y");
    }

    @Test
    void textsOutsideOfTablesAreLeft() {
        Reading.Document document = (Reading.Document) read("{\"title\":\"Three patients died\",\"n\":[12,15]}");
        assertThat(document.parts()).last().isInstanceOf(Part.Words.class);
        assertThat(read("{\"title\":\"Three patients died\"}")).isInstanceOf(Reading.Text.class);
    }

    @Test
    void oneValueInEveryLine() {
        assertThat(only("""
                {"n":1}
                {"n":2}
                """).address(2, 0)).isEqualTo("/1/n");
    }

    @Test
    void whatIsNoJsonIsNotUnderstood() {
        Reading reading = read("{\"n\": 3");
        assertThat(reading).isInstanceOf(Reading.Text.class);
        assertThat(reading.notes()).extracting(Reading.Note::kind).containsExactly(Reading.Note.Kind.NOT_UNDERSTOOD);
    }
}
