package dev.sdc.engine.read;

import dev.sdc.engine.intake.Limits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fills a {@link Grid} cell by cell. Not thread-safe. Cells may come in any order; a cell written twice keeps the last.
 */
public final class GridBuilder {
    private static final long[] NO_CELLS = {};
    private static final int FIRST_ROWS = 16;

    private final @Nullable String sheet;
    private final NumberStyle style;
    private final Limits limits;
    private final long cellLimit;
    private final TextPool texts;
    private long[][] columns = new long[8][];
    private int width;
    private int rows;
    private int scales;
    private int expectedRows = FIRST_ROWS;
    private int expectedColumns;
    private char[] buffer = new char[64];
    private @Nullable String limitReached;

    /**
     * An empty grid under the usual limits.
     *
     * @param sheet the sheet's name, or null
     * @param style how its numbers are written
     * @param cellLimit the most cells (rows × columns) it may come to hold
     */
    public GridBuilder(@Nullable String sheet, NumberStyle style, long cellLimit) {
        this(sheet, style, cellLimit, Limits.DEFAULT);
    }

    /**
     * An empty grid.
     *
     * @param cellLimit the most cells it may come to hold, where this is less than the limits say
     */
    public GridBuilder(@Nullable String sheet, NumberStyle style, long cellLimit, Limits limits) {
        this.sheet = sheet;
        this.style = style;
        this.limits = limits;
        this.cellLimit = Math.min(cellLimit, limits.cells());
        this.texts = new TextPool(limits.texts(), limits.textCharacters());
    }

    /**
     * Sets a cell from its text: a plain number (digits, sign, decimals in the grid's style) becomes a number, blank text
     * nothing, the rest a text.
     *
     * @return false when a limit is reached; the cell is not stored then
     */
    public boolean set(int row, int column, String text) {
        int length = text.length();
        if (length > buffer.length) {
            buffer = new char[Math.max(length, 2 * buffer.length)];
        }
        text.getChars(0, length, buffer, 0);
        return set(row, column, buffer, 0, length);
    }

    /** Sets a cell from a stretch of characters, as {@link #set(int, int, String)} does. */
    public boolean set(int row, int column, char[] text, int offset, int length) {
        long packed = PlainNumber.pack(text, offset, length, style.decimal());
        if (packed == PlainNumber.NOT_PLAIN) {
            return setText(row, column, text, offset, length);
        }
        if (packed != 0) {
            scales |= 1 << Grid.scaleOf(packed);
        }
        return store(row, column, packed);
    }

    /** Sets a cell to a text, even where the text looks like a number; used for cells that the file marks as text. */
    public boolean setText(int row, int column, char[] text, int offset, int length) {
        if (length > limits.fieldCharacters()) {
            return reached("a cell of more than " + limits.fieldCharacters() + " characters");
        }
        int code = texts.code(text, offset, length);
        if (code < 0) {
            return reached("more than " + limits.texts() + " different texts, or " + limits.textCharacters()
                    + " characters of them");
        }
        return store(row, column, Grid.packText(code));
    }

    /** Says what size to expect, which spares copies; the grid may come out smaller or larger. */
    public void expect(long expectedRows, int expectedColumns) {
        long most = Math.min(cellLimit / Math.max(expectedColumns, 1), limits.cells() / 16);
        this.expectedRows = (int) Math.max(FIRST_ROWS, Math.min(expectedRows, most));
        this.expectedColumns = expectedColumns;
    }

    /** Makes sure that rows up to this count exist, blank where nothing is set. */
    public boolean rows(int count) {
        if (count > rows) {
            if ((long) count * Math.max(width, 1) > cellLimit) {
                return tooManyCells();
            }
            rows = count;
        }
        return true;
    }

    /** The limit that was reached, in words that follow "the file has"; null where none was. */
    public @Nullable String limitReached() {
        return limitReached;
    }

    private boolean reached(String limit) {
        limitReached = limit;
        return false;
    }

    private boolean tooManyCells() {
        return reached("more than " + cellLimit + " cells (rows × columns)");
    }

    private boolean store(int row, int column, long packed) {
        if (row < rows && column < width) {
            long[] cells = columns[column];
            if (cells != null && row < cells.length) {
                cells[row] = packed;
                return true;
            }
        }
        return storeBeyond(row, column, packed);
    }

    /** Stores a cell outside of what was allocated so far. */
    private boolean storeBeyond(int row, int column, long packed) {
        int height = Math.max(rows, row + 1);
        int wide = Math.max(width, column + 1);
        if ((long) height * wide > cellLimit) {
            return tooManyCells();
        }
        if (column >= limits.columns()) {
            return reached("more than " + limits.columns() + " columns");
        }
        if (column >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(columns.length * 2, column + 1));
        }
        rows = height;
        width = wide;
        if (packed == 0 && columns[column] == null) {
            return true;
        }
        long[] cells = columns[column];
        if (cells == null) {
            cells = new long[Math.max(column < expectedColumns ? expectedRows : FIRST_ROWS, row + 1)];
            columns[column] = cells;
        } else if (row >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(row + 1, cells.length + (cells.length >> 1)));
            columns[column] = cells;
        }
        cells[row] = packed;
        return true;
    }

    /** The grid, with what the file says of its looks. The builder must not be used afterwards. */
    public Grid build(Grid.Layout layout) {
        long[][] trimmed = new long[width][];
        long[] blank = NO_CELLS;
        for (int c = 0; c < width; c++) {
            long[] cells = columns[c];
            if (cells == null) {
                blank = blank.length == rows ? blank : new long[rows]; // one for all columns without a cell
                trimmed[c] = blank;
            } else {
                // a little room to spare costs less than a copy
                boolean fits = cells.length >= rows && cells.length - rows <= rows / 8;
                trimmed[c] = fits ? cells : Arrays.copyOf(cells, rows);
            }
            columns[c] = null;
        }
        return new Grid(sheet, rows, trimmed, texts, scales, style, layout, null);
    }
}
