package dev.sdc.engine.read.csv;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.TextEncoding;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import dev.sdc.engine.read.TextReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads delimited text (CSV, TSV and their relatives) in whatever dialect it is written. Stateless. */
public final class DelimitedReader {
    private static final int SAMPLE = 1 << 16;

    private DelimitedReader() {}

    /**
     * Reads a file that says it is delimited.
     *
     * @param namedTab whether its name says that tabs separate its cells
     */
    public static Reading read(byte[] bytes, boolean namedTab, Limits limits) {
        TextEncoding encoding = TextEncoding.of(bytes);
        if (encoding == null) {
            return new Reading.NotUnderstood("The file is no text: it holds bytes that no text has.");
        }
        String sample = sample(bytes, encoding);
        return read(bytes, encoding, sample, DialectSniffer.sniff(sample, namedTab), limits);
    }

    /** Reads a text that is a delimited table beyond doubt; empty where it is running text. */
    public static Optional<Reading> readIfDelimited(byte[] bytes, Limits limits) {
        TextEncoding encoding = TextEncoding.of(bytes);
        if (encoding == null) {
            return Optional.empty();
        }
        String sample = sample(bytes, encoding);
        return DialectSniffer.isDelimited(sample)
                ? Optional.of(read(bytes, encoding, sample, DialectSniffer.sniff(sample, false), limits))
                : Optional.empty();
    }

    private static Reading read(byte[] bytes, TextEncoding encoding, String sample, Dialect sniffed, Limits limits) {
        List<Note> notes = new ArrayList<>();
        Dialect dialect = sniffed;
        NumberStyle style = guess(sample, dialect, limits);
        Parse parse = Parse.of(TextReader.open(bytes, encoding), dialect, style, limits);
        if (parse instanceof Parse.BadQuotes) {
            Parse escaped = Parse.of(TextReader.open(bytes, encoding), sniffed.withBackslash(), style, limits);
            if (!(escaped instanceof Parse.BadQuotes)) {
                dialect = sniffed.withBackslash();
                parse = escaped;
            }
        }
        if (parse instanceof Parse.BadQuotes bad) {
            dialect = sniffed.withoutQuotes();
            parse = Parse.of(TextReader.open(bytes, encoding), dialect, style, limits);
            notes.add(badQuotes(bad.row()));
        }
        if (parse instanceof Parse.TooLarge tooLarge) {
            return tooLarge(tooLarge);
        }
        Grid grid = grid(parse);
        StyleChoice choice = choose(grid, dialect);
        if (choice.style().decimal() != style.decimal()) {
            Parse again = Parse.of(TextReader.open(bytes, encoding), dialect, choice.style(), limits);
            if (again instanceof Parse.TooLarge tooLarge) {
                return tooLarge(tooLarge);
            }
            grid = grid(again);
        }
        grid = grid.withThousands(choice.style().thousands());
        notes.add(0, dialectNote(dialect, choice, encoding));
        notes.addAll(TextReader.undecodable(bytes, encoding));
        if (choice.mixed()) {
            notes.add(new Note(
                    Kind.NOT_UNDERSTOOD,
                    "",
                    "Some numbers are written with a decimal point and some with a decimal comma. Write all numbers in one"
                            + " way."));
        }
        notes.addAll(formulas(grid, limits));
        List<Reading.Grids> alternatives = new ArrayList<>();
        NumberStyle other = choice.other();
        if (other != null) {
            notes.add(
                    1,
                    new Note(
                            Kind.DIALECT,
                            "",
                            "The numbers fit two ways of writing: with a decimal " + name(choice.style())
                                    + " and with a decimal " + name(other) + ". Both are checked."));
            Parse second = Parse.of(TextReader.open(bytes, encoding), dialect, other, limits);
            if (second instanceof Parse.TooLarge tooLarge) {
                return tooLarge(tooLarge);
            }
            StyleChoice alternative = new StyleChoice(other, null, true, false);
            alternatives.add(new Reading.Grids(
                    List.of(grid(second)), List.of(dialectNote(dialect, alternative, encoding)), List.of()));
        }
        return new Reading.Grids(List.of(grid), List.copyOf(notes), List.copyOf(alternatives));
    }

    private static Grid grid(Parse parse) {
        if (parse instanceof Parse.Done done) {
            return done.grid();
        }
        throw new IllegalStateException(); // without quotes, a file has no bad ones
    }

    private static Reading tooLarge(Parse.TooLarge parse) {
        return new Reading.Unreadable(
                "The file has " + parse.limit() + ", more than is read. Send the summary that is needed.");
    }

    /** How numbers are written, as far as the beginning shows: it spares most files a second pass. */
    private static NumberStyle guess(String sample, Dialect dialect, Limits limits) {
        Parse parse = Parse.of(new StringReader(sample), dialect.withoutQuotes(), NumberStyle.ENGLISH, limits);
        return parse instanceof Parse.Done done ? choose(done.grid(), dialect).style() : NumberStyle.ENGLISH;
    }

    private static StyleChoice choose(Grid grid, Dialect dialect) {
        return StyleChoice.of(new NumberEvidence(grid), dialect.delimiter(), false);
    }

    private static String sample(byte[] bytes, TextEncoding encoding) {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader reader = TextReader.open(bytes, encoding)) {
            for (int read = reader.read(sample, 0, SAMPLE);
                    read > 0;
                    read = reader.read(sample, length, SAMPLE - length)) {
                length += read;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // the bytes are in memory
        }
        String text = new String(sample, 0, length);
        int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return length < SAMPLE || lastLine < 0 ? text : text.substring(0, lastLine + 1);
    }

    private static Note badQuotes(int row) {
        return new Note(
                Kind.NOT_UNDERSTOOD,
                Grid.columnName(0) + (row + 1),
                "A quotation mark in row " + (row + 1)
                        + " is not closed, or text follows a closing one. Quotation marks"
                        + " were read as ordinary characters, so cells may be cut in the wrong place. Double quotation"
                        + " marks inside quoted cells.");
    }

    private static Note dialectNote(Dialect dialect, StyleChoice choice, TextEncoding encoding) {
        StringBuilder words = new StringBuilder("The file is ").append(dialect.words());
        if (choice.known()) {
            words.append(", decimal ").append(name(choice.style()));
        }
        return new Note(
                Kind.DIALECT,
                "",
                words.append(", ").append(encoding.name()).append('.').toString());
    }

    private static String name(NumberStyle style) {
        return style.decimal() == ',' ? "comma" : "point";
    }

    private static List<Note> formulas(Grid grid, Limits limits) {
        BitSet formulas = new BitSet();
        for (int code = 0; code < grid.textCount(); code++) {
            if (FormulaText.isFormula(grid.textOf(code))) {
                formulas.set(code);
            }
        }
        if (formulas.isEmpty()) {
            return List.of();
        }
        Notes notes = new Notes(limits.notes());
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (grid.kind(r, c) == Grid.Kind.TEXT && formulas.get(grid.textCode(r, c))) {
                    notes.add(
                            Kind.ACTIVE,
                            grid.address(r, c),
                            "The cell begins as a formula does, and a spreadsheet would run it. Put a word or a space"
                                    + " before it.");
                }
            }
        }
        return notes.list();
    }
}
