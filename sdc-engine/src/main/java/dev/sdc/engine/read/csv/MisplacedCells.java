package dev.sdc.engine.read.csv;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds cells that another reader would cut up: rows with another delimiter, and tables inside of a cell. */
final class MisplacedCells {
    private static final String DELIMITERS = ",;\t|";
    private static final Pattern FIGURE = Pattern.compile("\\s*[<>≤≥~]?\\s*[+-]?\\d[\\d.,]*\\s*%?\\s*|\\s*");
    private static final long MOST_CELLS = 1 << 20;
    private static final int MOST_TABLES = 20;

    private final Grid grid;
    private final Dialect dialect;
    private final Limits limits;
    private final List<Note> notes = new ArrayList<>();

    MisplacedCells(Grid grid, Dialect dialect, Limits limits) {
        this.grid = grid;
        this.dialect = dialect;
        this.limits = limits;
    }

    List<Note> notes() {
        return notes;
    }

    /** The grid with rows cut where another delimiter makes as many cells of them as the others have; or null. */
    @Nullable
    Grid cutElsewhere() {
        if (grid.columns() < 2 || (long) grid.rows() * grid.columns() > MOST_CELLS) {
            return null;
        }
        List<Integer> rows = new ArrayList<>();
        List<String[]> cuts = new ArrayList<>();
        for (int r = 0; r < grid.rows(); r++) {
            String[] cells = otherwise(onlyCell(r));
            if (cells.length > 0) {
                rows.add(r);
                cuts.add(cells);
            }
        }
        if (rows.isEmpty()) {
            return null;
        }
        int first = rows.get(0);
        notes.add(new Note(
                Kind.NOT_UNDERSTOOD,
                grid.address(first, 0),
                rows.size() + (rows.size() == 1 ? " row is" : " rows are")
                        + " cut by another delimiter than the rest of the file, the first of them here. Both ways are checked."
                        + " Write all rows in one way."));
        return with(rows, cuts);
    }

    private Grid with(List<Integer> rows, List<String[]> cuts) {
        GridBuilder builder = new GridBuilder(null, grid.style(), limits.cells(), limits);
        int next = 0;
        for (int r = 0; r < grid.rows(); r++) {
            boolean cut = next < rows.size() && rows.get(next) == r;
            for (int c = 0; c < grid.columns(); c++) {
                builder.set(r, c, cut ? cell(cuts.get(next), c) : grid.text(r, c));
            }
            next += cut ? 1 : 0;
        }
        return builder.build(Grid.Layout.PLAIN);
    }

    private static String cell(String[] cells, int column) {
        return column < cells.length ? cells[column].strip() : "";
    }

    /** The text of a row that has text in its first cell and nothing else; empty for other rows. */
    private String onlyCell(int row) {
        if (grid.kind(row, 0) != Grid.Kind.TEXT) {
            return "";
        }
        for (int c = 1; c < grid.columns(); c++) {
            if (!grid.isBlank(row, c)) {
                return "";
            }
        }
        return grid.text(row, 0);
    }

    private String[] otherwise(String line) {
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char other = DELIMITERS.charAt(i);
            if (other == dialect.delimiter() || line.indexOf(other) < 0) {
                continue;
            }
            String[] cells = cut(line, other);
            // another row may be wider than it should be, so that two figures are enough to tell
            boolean figures = cells.length == grid.columns() || (cells.length > 2 && cells.length < grid.columns());
            for (int c = 1; figures && c < cells.length; c++) {
                figures = FIGURE.matcher(cells[c]).matches();
            }
            if (figures && !cells[cells.length - 1].isBlank()) {
                return cells;
            }
        }
        return new String[0];
    }

    private static String[] cut(String line, char delimiter) {
        return line.split(Pattern.quote(String.valueOf(delimiter)), -1);
    }

    /** The tables that stand in single cells, each with the address of its cell. */
    List<Grid> insideCells() {
        boolean[] holds = new boolean[grid.textCount()];
        boolean some = false;
        for (int code = 0; code < holds.length; code++) {
            holds[code] = isTable(grid.textOf(code));
            some |= holds[code];
        }
        List<Grid> tables = new ArrayList<>();
        for (int r = 0; some && r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (grid.kind(r, c) == Grid.Kind.TEXT && holds[grid.textCode(r, c)] && tables.size() < MOST_TABLES) {
                    table(grid.text(r, c), grid.address(r, c), tables);
                }
            }
        }
        return tables;
    }

    private void table(String text, String address, List<Grid> tables) {
        Dialect inner = DialectSniffer.sniff(text, false).withoutQuotes();
        GridBuilder builder = new GridBuilder(null, grid.style(), MOST_CELLS, limits);
        if (Parse.of(new StringReader(text), inner, builder, limits) instanceof Parse.Done done) {
            tables.add(done.grid().at(new SingleCell(address)));
            notes.add(new Note(
                    Kind.NOT_UNDERSTOOD,
                    address,
                    "The cell holds a table of " + done.grid().rows() + " rows and "
                            + done.grid().columns()
                            + " columns, which is checked too. Hand it in as a file of its own."));
        }
    }

    /** Whether three lines, or two that are half of them, are cut alike by a delimiter and hold a figure. */
    private static boolean isTable(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return false;
        }
        String[] lines = text.strip().split("\\R", -1);
        for (int i = 0; i < DELIMITERS.length(); i++) {
            Map<Integer, Integer> alike = new HashMap<>();
            for (String line : lines) {
                String[] cells = cut(line, DELIMITERS.charAt(i));
                if (cells.length > 1 && Arrays.stream(cells).anyMatch(MisplacedCells::isFigure)) {
                    alike.merge(cells.length, 1, Integer::sum);
                }
            }
            int most = alike.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            if (most > 2 || (most > 1 && most * 2 >= lines.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFigure(String cell) {
        return !cell.isBlank() && FIGURE.matcher(cell).matches();
    }
}
