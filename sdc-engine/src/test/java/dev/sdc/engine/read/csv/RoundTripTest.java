package dev.sdc.engine.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Reading;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

/** Tables that another library writes come back with the same texts at the same addresses. */
final class RoundTripTest {

    @Property
    void anyTableInAKnownDialect(
            @ForAll @Size(min = 1, max = 8) List<@Size(min = 1, max = 6) List<String>> table,
            @ForAll("delimiters") char delimiter,
            @ForAll("lineEnds") String lineEnd,
            @ForAll("quoteModes") QuoteMode mode) {
        String written = write(table, delimiter, lineEnd, mode);
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, 10_000);
        Parse parse =
                Parse.of(new StringReader(written), new Dialect(delimiter, '"', false, false), builder, Limits.DEFAULT);
        assertThat(parse).isInstanceOf(Parse.Done.class);
        assertSame(((Parse.Done) parse).grid(), table);
    }

    /** Cells as tables have them: the dialect must be found from the file alone. */
    @Property
    void anyPlausibleTableInAnUnknownDialect(
            @ForAll("tables") List<List<String>> table,
            @ForAll("delimiters") char delimiter,
            @ForAll("lineEnds") String lineEnd,
            @ForAll("quoteModes") QuoteMode mode,
            @ForAll("charsets") Charset charset,
            @ForAll boolean mark) {
        String written = (mark && !charset.equals(StandardCharsets.ISO_8859_1) ? "\uFEFF" : "")
                + write(table, delimiter, lineEnd, mode);
        byte[] bytes = written.getBytes(charset);
        byte[] before = bytes.clone();
        Reading reading = DelimitedReader.read(bytes, delimiter == '\t', Limits.DEFAULT);
        assertThat(bytes).isEqualTo(before);
        assertThat(reading).isInstanceOf(Reading.Grids.class);
        assertSame(((Reading.Grids) reading).grids().get(0), table);
    }

    /** Every character is asked for once, whatever the file holds: the work grows with its length. */
    @Property(tries = 200)
    void onePassReadsEveryCharacterOnce(@ForAll String text, @ForAll("delimiters") char delimiter) {
        int[] given = {0};
        Reader counted = new Reader() {
            private final StringReader source = new StringReader(text);

            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                int read = source.read(target, offset, length);
                given[0] += Math.max(read, 0);
                return read;
            }

            @Override
            public void close() {
                source.close();
            }
        };
        GridBuilder builder = new GridBuilder(null, NumberStyle.ENGLISH, 10_000);
        Parse parse = Parse.of(counted, new Dialect(delimiter, '"', false, false), builder, Limits.DEFAULT);
        assertThat(parse).isNotNull();
        assertThat(given[0]).isLessThanOrEqualTo(text.length());
    }

    @Test
    void aFileIsReadAFixedNumberOfTimes() {
        // the worst case: unfit quotation marks, a decimal comma late in the file, nothing decided by the beginning
        String text = "a;b\n" + "1,204;2\n".repeat(20_000) + "\"x\"y;3,5\n";
        DelimitedReader reader = DelimitedReader.open(text.getBytes(StandardCharsets.UTF_8), false, Limits.DEFAULT);
        assertThat(reader).isNotNull();
        assertThat(reader.read()).isInstanceOf(Reading.Grids.class);
        assertThat(reader.passes()).isBetween(3, 5);
    }

    private static void assertSame(Grid grid, List<List<String>> table) {
        assertThat(grid.rows()).isEqualTo(table.size());
        for (int r = 0; r < table.size(); r++) {
            for (int c = 0; c < Math.max(grid.columns(), table.get(r).size()); c++) {
                String expected = c < table.get(r).size() ? table.get(r).get(c) : "";
                String actual = c < grid.columns() ? grid.text(r, c) : "";
                assertThat(actual).as("%s%d", Grid.columnName(c), r + 1).isEqualTo(isBlank(expected) ? "" : expected);
            }
        }
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String write(List<List<String>> table, char delimiter, String lineEnd, QuoteMode mode) {
        StringBuilder out = new StringBuilder();
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setQuoteMode(mode)
                .setRecordSeparator(lineEnd)
                .get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (List<String> row : table) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<QuoteMode> quoteModes() {
        return Arbitraries.of(QuoteMode.ALL, QuoteMode.MINIMAL, QuoteMode.NON_NUMERIC);
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1);
    }

    /** A header of words, a label column with whatever people write, and counts. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> label = Arbitraries.of(
                "0-49",
                "50+",
                "All ages",
                "Breast (C50)",
                "say \"yes\"",
                "a, b; or c",
                "two\nlines",
                "größer",
                "n/a",
                "Total");
        return Arbitraries.integers().between(1, 5).flatMap(width -> {
            Arbitrary<List<String>> header = Arbitraries.of("Men", "Women", "n (%)", "Died, any cause", "2018")
                    .list()
                    .ofSize(width);
            Arbitrary<String> count = Arbitraries.oneOf(
                    Arbitraries.integers().between(0, 99_999).map(String::valueOf), Arbitraries.of("<10", "*", "[c]"));
            Arbitrary<List<List<String>>> rows = Combinators.combine(
                            label, count.list().ofSize(width))
                    .as(RoundTripTest::row)
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(8);
            return Combinators.combine(header, rows).as((head, body) -> {
                List<List<String>> table = new ArrayList<>(List.of(row("Group", head)));
                table.addAll(body);
                return table;
            });
        });
    }

    private static List<String> row(String label, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(label));
        row.addAll(cells);
        return row;
    }
}
