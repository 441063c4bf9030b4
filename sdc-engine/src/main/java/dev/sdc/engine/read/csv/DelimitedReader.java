package dev.sdc.engine.read.csv;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.TextEncoding;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.TextReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads delimited text (CSV, TSV and their relatives) in whatever dialect it is written. */
public final class DelimitedReader {
    private static final int SAMPLE = 1 << 16;

    private final byte[] bytes;
    private final TextEncoding encoding;
    private final String sample;
    private final Limits limits;
    private Dialect dialect;
    private int expectedRows;
    private int expectedColumns;
    private int passes;

    private DelimitedReader(byte[] bytes, TextEncoding encoding, boolean namedTab, Limits limits) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.limits = limits;
        this.sample = sample(bytes, encoding);
        this.dialect = DialectSniffer.sniff(sample, namedTab);
    }

    /**
     * Reads a file that says it is delimited.
     *
     * @param namedTab whether its name says that tabs separate its cells
     */
    public static Reading read(byte[] bytes, boolean namedTab, Limits limits) {
        DelimitedReader reader = open(bytes, namedTab, limits);
        return reader == null
                ? new Reading.NotUnderstood("The file is no text: it holds bytes that no text has.")
                : reader.read();
    }

    /** Reads a text that is a delimited table beyond doubt; empty where it is running text. */
    public static Optional<Reading> readIfDelimited(byte[] bytes, Limits limits) {
        DelimitedReader reader = open(bytes, false, limits);
        return reader != null && DialectSniffer.isDelimited(reader.sample)
                ? Optional.of(reader.read())
                : Optional.empty();
    }

    static @Nullable DelimitedReader open(byte[] bytes, boolean namedTab, Limits limits) {
        TextEncoding encoding = TextEncoding.of(bytes);
        return encoding == null ? null : new DelimitedReader(bytes, encoding, namedTab, limits);
    }

    private static String sample(byte[] bytes, TextEncoding encoding) {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader reader = TextReader.open(bytes, encoding)) {
            int read = reader.read(sample, 0, SAMPLE);
            while (read > 0) {
                length += read;
                read = reader.read(sample, length, SAMPLE - length);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // the bytes are in memory
        }
        String text = new String(sample, 0, length);
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return length < SAMPLE || lastLine < 0 ? text : text.substring(0, lastLine + 1);
    }

    /** How often the whole file was read so far. */
    int passes() {
        return passes;
    }

    Reading read() {
        NumberStyle guess = guess();
        Parse parse = parse(guess);
        Note quotes = null;
        if (parse instanceof Parse.BadQuotes bad) {
            quotes = Remarks.badQuotes(bad);
            parse = withOtherQuotes(guess);
            quotes = dialect.backslash() ? null : quotes;
        }
        if (parse instanceof Parse.TooLarge tooLarge) {
            return unreadable(tooLarge);
        }
        Grid grid = grid(parse);
        StyleChoice choice = StyleChoice.of(grid, dialect.delimiter());
        if (choice.style().decimal() != guess.decimal()) {
            Parse again = parse(choice.style());
            if (again instanceof Parse.TooLarge tooLarge) {
                return unreadable(tooLarge);
            }
            grid = grid(again);
        }
        grid = grid.withThousands(choice.style().thousands());
        List<Reading.Grids> alternatives = new ArrayList<>();
        NumberStyle other = choice.other();
        if (other != null) {
            Parse second = parse(other);
            if (second instanceof Parse.TooLarge tooLarge) {
                return unreadable(tooLarge);
            }
            Note note = Remarks.dialect(dialect, new StyleChoice(other, null, true, false), encoding);
            alternatives.add(new Reading.Grids(List.of(grid(second)), List.of(note), List.of()));
        }
        MisplacedCells misplaced = new MisplacedCells(grid, dialect, limits);
        Grid cut = misplaced.cutElsewhere();
        if (cut != null) {
            alternatives.add(new Reading.Grids(List.of(cut), List.of(), List.of()));
        }
        List<Grid> grids = new ArrayList<>(List.of(grid));
        grids.addAll(misplaced.insideCells());
        List<Note> notes = new ArrayList<>(notes(grid, choice, quotes));
        notes.addAll(misplaced.notes());
        return new Reading.Grids(List.copyOf(grids), List.copyOf(notes), List.copyOf(alternatives));
    }

    private List<Note> notes(Grid grid, StyleChoice choice, @Nullable Note quotes) {
        List<Note> notes = new ArrayList<>();
        notes.add(Remarks.dialect(dialect, choice, encoding));
        if (choice.other() != null) {
            notes.add(Remarks.twoWays(choice.style(), choice.other()));
        }
        if (choice.mixed()) {
            notes.add(Remarks.mixedNumbers());
        }
        if (quotes != null) {
            notes.add(quotes);
        }
        notes.addAll(TextReader.undecodable(bytes, encoding));
        notes.addAll(Remarks.otherDelimiters(grid, dialect.delimiter()));
        return List.copyOf(notes);
    }

    private Parse parse(NumberStyle style) {
        GridBuilder grid = new GridBuilder(null, style, limits.cells(), limits);
        grid.expect(expectedRows, expectedColumns);
        passes++;
        return Parse.of(TextReader.open(bytes, encoding), dialect, grid, limits);
    }

    /** Reads on where quotation marks do not fit: escaped by backslashes, or as ordinary characters. */
    private Parse withOtherQuotes(NumberStyle style) {
        Dialect sniffed = dialect;
        dialect = sniffed.withBackslash();
        Parse escaped = parse(style);
        if (!(escaped instanceof Parse.BadQuotes)) {
            return escaped;
        }
        dialect = sniffed.withoutQuotes();
        return parse(style);
    }

    /** How numbers are written, as far as the beginning shows: it spares most files a second pass. */
    private NumberStyle guess() {
        GridBuilder beginning = new GridBuilder(null, NumberStyle.ENGLISH, limits.cells(), limits);
        Parse parse = Parse.of(new StringReader(sample), dialect.withoutQuotes(), beginning, limits);
        if (!(parse instanceof Parse.Done done)) {
            return NumberStyle.ENGLISH;
        }
        Grid grid = done.grid();
        long rows = sample.isEmpty() ? 0 : (long) grid.rows() * bytes.length / sample.length();
        expectedRows = (int) Math.min(rows + rows / 16, limits.cells());
        expectedColumns = grid.columns();
        return StyleChoice.of(grid, dialect.delimiter()).style();
    }

    private static Grid grid(Parse parse) {
        if (parse instanceof Parse.Done done) {
            return done.grid();
        }
        throw new IllegalStateException(); // a file that was read once is read again
    }

    private static Reading unreadable(Parse.TooLarge parse) {
        return new Reading.Unreadable(
                "The file has " + parse.limit() + ", more than is read. Send the summary that is needed.");
    }
}
