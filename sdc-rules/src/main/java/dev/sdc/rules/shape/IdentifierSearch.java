package dev.sdc.rules.shape;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one kind of identifier everywhere in a file: columns of tables, the cells around them, hidden sheets, lines
 * of text.
 *
 * <p>A column is a hit as a whole when at least three of its values, and at least half, are identifiers. Elsewhere a
 * lone one counts where it stands in words; a plain number in a column of numbers does not, since by chance one of
 * eleven ten-digit numbers has a valid check digit. A text is looked at once, however many cells hold it.
 */
public final class IdentifierSearch {
    /** The address of a hit in the name of the file itself. */
    public static final String OF_FILE = "";

    private static final Pattern NO_BLANK = Pattern.compile("[_./\\\\]+");
    private static final int FEW = 3;
    /** More lone hits than any rule reports. */
    private static final int LIMIT = 1_001;

    private static final byte NONE = 0;
    private static final byte WHOLE = 1;
    private static final byte INSIDE = 2;

    private final IdentifierShape shape;
    private final List<Hit> hits = new ArrayList<>();

    private IdentifierSearch(IdentifierShape shape) {
        this.shape = shape;
    }

    /**
     * Where identifiers stand.
     *
     * @param address the address of the column's data, of the cell, or of the place in a line; the first cell of a sheet
     *     for its name, {@link #OF_FILE} for that of the file
     * @param column the column's header, or null
     * @param valid how many identifiers stand there
     * @param values how many values the place holds
     */
    public record Hit(String address, @Nullable String column, int valid, int values) {}

    /** All places in a file, in the order of grids and columns; at most {@value #LIMIT} of them. */
    public static List<Hit> in(ExaminedFile file, IdentifierShape shape) {
        IdentifierSearch search = new IdentifierSearch(shape);
        IdentityHashMap<Grid, List<Table>> tables = tables(file.outputs());
        for (Grid grid : FileText.grids(file)) {
            search.grid(grid, tables.getOrDefault(grid, List.of()));
        }
        search.lines(FileText.lines(file));
        search.names(file);
        return search.hits;
    }

    /** Names are released too: those of the sheets and that of the file. */
    private void names(ExaminedFile file) {
        for (Grid grid : FileText.grids(file)) {
            String sheet = grid.sheet();
            if (sheet != null && holds(sheet)) {
                hit(new Hit(grid.address(0, 0), null, 1, 1));
            }
        }
        if (holds(file.file().path())) {
            hit(new Hit(OF_FILE, null, 1, 1));
        }
    }

    /** Names join words with what stands for a blank. */
    private boolean holds(String name) {
        return shape.whole(name) || shape.find(NO_BLANK.matcher(name).replaceAll(" "), 0) >= 0;
    }

    /** The tables on each grid. */
    private static IdentityHashMap<Grid, List<Table>> tables(List<Output> outputs) {
        IdentityHashMap<Grid, List<Table>> tables = new IdentityHashMap<>();
        for (Output output : outputs) {
            if (output instanceof Table table) {
                tables.computeIfAbsent(table.grid(), grid -> new ArrayList<>()).add(table);
            }
        }
        return tables;
    }

    private void grid(Grid grid, List<Table> tables) {
        byte[] texts = texts(grid);
        if (!shape.isNumeric() && !anyIn(texts)) {
            return;
        }
        BitSet[] taken = new BitSet[grid.columns()];
        IdentityHashMap<Table, BitSet> rows = new IdentityHashMap<>();
        for (Table table : tables) {
            rows.put(table, rows(table));
            for (Column column : table.columns()) {
                column(table, column, texts);
                take(taken, column.gridColumn(), rows.getOrDefault(table, new BitSet()));
            }
        }
        for (int c = 0; c < grid.columns(); c++) {
            outside(grid, c, taken[c] == null ? new BitSet() : taken[c], texts);
        }
    }

    private static BitSet rows(Table table) {
        BitSet rows = new BitSet();
        for (int row = 0; row < table.rowCount(); row++) {
            rows.set(table.gridRow(row));
        }
        return rows;
    }

    private static void take(@Nullable BitSet[] taken, int column, BitSet rows) {
        BitSet before = taken[column];
        if (before == null) {
            taken[column] = rows;
        } else {
            BitSet both = (BitSet) before.clone();
            both.or(rows);
            taken[column] = both;
        }
    }

    private byte[] texts(Grid grid) {
        byte[] looks = new byte[grid.textCount()];
        for (int code = 0; code < looks.length; code++) {
            String text = grid.textOf(code);
            looks[code] = shape.whole(text) ? WHOLE : shape.find(text, 0) >= 0 ? INSIDE : NONE;
        }
        return looks;
    }

    private static boolean anyIn(byte[] texts) {
        for (byte look : texts) {
            if (look != NONE) {
                return true;
            }
        }
        return false;
    }

    private byte look(Grid grid, int row, int column, byte[] texts) {
        return switch (grid.kind(row, column)) {
            case BLANK -> NONE;
            case TEXT -> texts[grid.textCode(row, column)];
            case NUMBER -> isIdentifier(grid.unscaled(row, column), grid.scale(row, column)) ? WHOLE : NONE;
        };
    }

    /** A data frame may have turned a whole number into a decimal with zeros. */
    private boolean isIdentifier(long unscaled, int scale) {
        long whole = unscaled;
        for (int i = 0; i < scale; i++) {
            if (whole % 10 != 0) {
                return false;
            }
            whole /= 10;
        }
        return shape.number(whole);
    }

    private void column(Table table, Column column, byte[] texts) {
        Grid grid = table.grid();
        int at = column.gridColumn();
        int valid = 0;
        int values = 0;
        List<Integer> lone = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int gridRow = table.gridRow(row);
            byte look = look(grid, gridRow, at, texts);
            if (look != NONE) {
                valid += look == WHOLE ? 1 : 0;
                if (lone.size() < LIMIT) {
                    lone.add(gridRow);
                }
            }
            values += grid.isBlank(gridRow, at) ? 0 : 1;
        }
        if (valid >= FEW && valid * 2 >= values) {
            hit(new Hit(table.columnAddress(column.index()), column.name(), valid, values));
            return;
        }
        boolean named = shape.named(Words.of(column.name()));
        if (!named && areNumbersAlike(table, at)) {
            return; // codes of one length, a few of which are valid by chance
        }
        named |= column.isLabel();
        for (int row : lone) {
            if (named || grid.kind(row, at) == Grid.Kind.TEXT) {
                hit(new Hit(grid.address(row, at), column.name(), 1, 1));
            }
        }
    }

    /** Whether all cells of a column are plain whole numbers of as many digits, and there are enough of them to tell. */
    private static boolean areNumbersAlike(Table table, int gridColumn) {
        Grid grid = table.grid();
        int digits = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            int gridRow = table.gridRow(row);
            if (grid.kind(gridRow, gridColumn) != Grid.Kind.NUMBER || grid.scale(gridRow, gridColumn) != 0) {
                return false;
            }
            int length =
                    Long.toString(Math.abs(grid.unscaled(gridRow, gridColumn))).length();
            if (digits != 0 && digits != length) {
                return false;
            }
            digits = length;
        }
        return table.rowCount() > FEW;
    }

    /** Cells of one grid column that no table takes as data: titles, headers, notes, parts not understood. */
    private void outside(Grid grid, int column, BitSet taken, byte[] texts) {
        int valid = 0;
        int values = 0;
        int first = -1;
        int last = -1;
        List<Integer> inWords = new ArrayList<>();
        for (int row = taken.nextClearBit(0); row < grid.rows(); row = taken.nextClearBit(row + 1)) {
            byte look = look(grid, row, column, texts);
            values += grid.isBlank(row, column) ? 0 : 1;
            if (look == NONE) {
                continue;
            }
            if (look == WHOLE) {
                valid++;
                first = first < 0 ? row : first;
                last = row;
            }
            if (grid.kind(row, column) == Grid.Kind.TEXT && inWords.size() < LIMIT) {
                inWords.add(row);
            }
        }
        if (valid >= FEW && valid * 2 >= values) {
            hit(new Hit(grid.address(first, column, last, column), null, valid, values));
            return;
        }
        for (int row : inWords) {
            hit(new Hit(grid.address(row, column), null, 1, 1));
        }
    }

    private void lines(List<String> lines) {
        for (int i = 0; i < lines.size() && hits.size() < LIMIT; i++) {
            String line = lines.get(i);
            for (int at = shape.find(line, 0); at >= 0; at = shape.find(line, at + 1)) {
                if (!ColumnsOfText.splits(lines, i, at)) {
                    hit(new Hit("@" + (i + 1) + ":" + (at + 1), null, 1, 1));
                }
            }
        }
    }

    private void hit(Hit hit) {
        if (hits.size() < LIMIT) {
            hits.add(hit);
        }
    }
}
