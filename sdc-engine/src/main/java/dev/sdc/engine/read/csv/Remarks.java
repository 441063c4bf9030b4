package dev.sdc.engine.read.csv;

import dev.sdc.engine.intake.TextEncoding;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person should know of the reading of a delimited file, in words. */
final class Remarks {
    private static final String DELIMITERS = ",;\t|";

    private Remarks() {}

    static Note dialect(Dialect dialect, StyleChoice choice, TextEncoding encoding) {
        StringBuilder words = new StringBuilder("The file is ").append(dialect.words());
        if (choice.known()) {
            words.append(", decimal ").append(name(choice.style()));
        }
        return new Note(
                Kind.DIALECT,
                "",
                words.append(", ").append(encoding.name()).append('.').toString());
    }

    static Note twoWays(NumberStyle one, NumberStyle other) {
        return new Note(
                Kind.DIALECT,
                "",
                "The numbers fit two ways of writing: with a decimal " + name(one) + " and with a decimal "
                        + name(other) + ". Both are checked.");
    }

    private static String name(NumberStyle style) {
        return style.decimal() == ',' ? "comma" : "point";
    }

    static Note mixedNumbers() {
        return new Note(
                Kind.NOT_UNDERSTOOD,
                "",
                "Some numbers are written with a decimal point and some with a decimal comma. Write all numbers in one"
                        + " way.");
    }

    static Note badQuotes(Parse.BadQuotes bad) {
        String cell = Grid.columnName(bad.column()) + (bad.row() + 1);
        return new Note(
                Kind.NOT_UNDERSTOOD,
                cell,
                "The quotation mark that opens the cell " + cell + " is not closed, or text follows the closing one."
                        + " Quotation marks were read as ordinary characters, so that cells may be cut in the wrong place."
                        + " Double the quotation marks inside quoted cells.");
    }

    /** Finds stretches of rows that another delimiter cuts into as many cells each, numbers among them. */
    static List<Note> otherDelimiters(Grid grid, char delimiter) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char other = DELIMITERS.charAt(i);
            if (other != delimiter) {
                otherDelimiter(grid, other, notes);
            }
        }
        return notes;
    }

    private static void otherDelimiter(Grid grid, char other, List<Note> notes) {
        int start = 0;
        int cuts = 0;
        int numeric = 0;
        for (int r = 0; r <= grid.rows(); r++) {
            String line = r < grid.rows() ? onlyCell(grid, r) : "";
            int here = count(line, other);
            if (here == 0 || here != cuts) {
                if (cuts > 0 && r - start >= 3 && numeric >= 2) {
                    notes.add(
                            new Note(
                                    Kind.NOT_UNDERSTOOD,
                                    "A" + (start + 1) + ":A" + r,
                                    "Rows " + (start + 1) + " to " + r
                                            + " seem to be cut by another delimiter than the rest of the"
                                            + " file, so their cells were not told apart. Send each table as a file of its own."));
                }
                start = r;
                cuts = here;
                numeric = 0;
            }
            numeric += here > 0 && holdsNumber(line, other) ? 1 : 0;
        }
    }

    private static int count(String line, char delimiter) {
        int count = 0;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + 1)) {
            count++;
        }
        return count;
    }

    /** The text of a row that has text in its first cell and nothing else; empty for other rows. */
    private static String onlyCell(Grid grid, int row) {
        if (grid.columns() == 0 || grid.kind(row, 0) != Grid.Kind.TEXT) {
            return "";
        }
        for (int c = 1; c < grid.columns(); c++) {
            if (!grid.isBlank(row, c)) {
                return "";
            }
        }
        return grid.text(row, 0);
    }

    private static boolean holdsNumber(String line, char delimiter) {
        for (String piece : line.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
            String cell = piece.strip();
            if (!cell.isEmpty() && cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',')) {
                return true;
            }
        }
        return false;
    }
}
