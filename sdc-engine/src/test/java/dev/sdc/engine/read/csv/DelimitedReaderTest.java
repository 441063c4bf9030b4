package dev.sdc.engine.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DelimitedReaderTest {

    @Test
    void commaDelimited() {
        Reading.Grids read = read("Age band,Surgery,Total\n0-49,12,30\n50+,8,25.5\n");
        assertThat(texts(grid(read)))
                .containsExactly(
                        List.of("Age band", "Surgery", "Total"),
                        List.of("0-49", "12", "30"),
                        List.of("50+", "8", "25.5"));
        assertThat(dialect(read)).isEqualTo("The file is comma-delimited, decimal point, ASCII.");
        assertThat(read.alternatives()).isEmpty();
    }

    @Test
    void semicolonsAndDecimalCommas() {
        Reading.Grids read = read("Alter;Anzahl;Mittel\n0-49;12;3,5\n50+;8;12,25\n");
        assertThat(grid(read).number(2, 2)).isEqualTo(new BigDecimal("12.25"));
        assertThat(grid(read).text(2, 2)).isEqualTo("12,25");
        assertThat(dialect(read)).isEqualTo("The file is semicolon-delimited, decimal comma, ASCII.");
        assertThat(read.alternatives()).isEmpty();
    }

    @Test
    void tabsAndBars() {
        assertThat(texts(grid(read("a\tb, c\n1\t2\n")))).containsExactly(List.of("a", "b, c"), List.of("1", "2"));
        assertThat(texts(grid(read("a|b\n1|2\n")))).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void separatorLineIsRowOneAndNoData() {
        Reading.Grids read = read("sep=;\r\na;b\r\n1;2\r\n");
        assertThat(texts(grid(read))).containsExactly(List.of("", ""), List.of("a", "b"), List.of("1", "2"));
        assertThat(grid(read).address(1, 0)).isEqualTo("A2");
    }

    @Test
    void blankLinesCountAndQuotedLineBreaksDoNot() {
        Grid grid = grid(read("Title\n\na,\"two\nlines\"\r\n\r1,2"));
        assertThat(texts(grid))
                .containsExactly(
                        List.of("Title", ""),
                        List.of("", ""),
                        List.of("a", "two\nlines"),
                        List.of("", ""),
                        List.of("1", "2"));
    }

    @Test
    void raggedRowsAndTrailingDelimiters() {
        Grid grid = grid(read("a,b,\n1,2,,\n3\n4,5,6\n"));
        assertThat(grid.columns()).isEqualTo(3);
        assertThat(texts(grid))
                .containsExactly(
                        List.of("a", "b", ""), List.of("1", "2", ""), List.of("3", "", ""), List.of("4", "5", "6"));
    }

    @Test
    void encodings() {
        assertThat(dialect(read("Größe;n\ngroß;12\n".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("The file is semicolon-delimited, ISO 8859-1.");
        assertThat(dialect(read("A,“n”\ngroß,12\n".getBytes(Charset.forName("windows-1252")))))
                .isEqualTo("The file is comma-delimited, Windows-1252.");
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("", "\uFEFF")) {
                Reading.Grids read = read((mark + "Group,n\nlarge,12\n").getBytes(charset));
                assertThat(texts(grid(read))).containsExactly(List.of("Group", "n"), List.of("large", "12"));
            }
        }
    }

    @Test
    void thousandsInASemicolonFileMayBeDecimals() {
        Reading.Grids read = read("a;n\nx;1,204\ny;3,512\n");
        assertThat(read.alternatives()).hasSize(1);
        assertThat(grid(read).number(1, 1)).isEqualTo(new BigDecimal("1.204"));
        Grid other = read.alternatives().get(0).grids().get(0);
        assertThat(other.number(1, 1)).isNull();
        assertThat(other.style().thousands()).isEqualTo(',');
    }

    @Test
    void oneTellingNumberSettlesTheWholeFile() {
        assertThat(read("a;n\nx;1,204\ny;3,5\n").alternatives()).isEmpty();
        assertThat(read("a;n\nx;1,204\ny;1,000,000\n").alternatives()).isEmpty();
        assertThat(grid(read("a;n\nx;1.204\ny;3,5\n")).style().thousands()).isEqualTo('.');
    }

    @Test
    void anUnclosedQuoteIsNotUnderstoodAndHidesNoCell() {
        Reading.Grids read = read("a,b\n\"x,2\ny,3\n");
        assertThat(read.notes()).anySatisfy(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.NOT_UNDERSTOOD);
            assertThat(note.where()).isEqualTo("A2");
        });
        assertThat(grid(read).text(2, 1)).isEqualTo("3");
    }

    @Test
    void backslashQuotes() {
        Reading.Grids read = read("\"a\",\"b\"\n\"say \\\"hi\\\", he said\",\"3\"\n");
        assertThat(grid(read).text(1, 0)).isEqualTo("say \"hi\", he said");
        assertThat(grid(read).text(1, 1)).isEqualTo("3");
        assertThat(read.notes()).allMatch(note -> note.kind() == Note.Kind.DIALECT);
    }

    static Reading.Grids read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading.Grids read(byte[] bytes) {
        Reading reading = DelimitedReader.read(bytes, false, Limits.DEFAULT);
        assertThat(reading).isInstanceOf(Reading.Grids.class);
        return (Reading.Grids) reading;
    }

    static Grid grid(Reading.Grids read) {
        assertThat(read.grids()).hasSize(1);
        return read.grids().get(0);
    }

    static String dialect(Reading.Grids read) {
        assertThat(read.notes().get(0).kind()).isEqualTo(Note.Kind.DIALECT);
        return read.notes().get(0).text();
    }

    static List<List<String>> texts(Grid grid) {
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < grid.rows(); r++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < grid.columns(); c++) {
                row.add(grid.text(r, c));
            }
            rows.add(row);
        }
        return rows;
    }
}
