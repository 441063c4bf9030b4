package dev.sdc.engine.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fills a {@link Grid} cell by cell. Not thread-safe. Cells may come in any order; a cell written twice keeps the last.
 */
public final class GridBuilder {
    /** The most characters of different texts that a grid holds. */
    public static final long TEXT_LIMIT = 1L << 26;

    private final @Nullable String sheet;
    private final NumberStyle style;
    private final TextPool texts = new TextPool(TEXT_LIMIT);
    private final long cellLimit;
    private long[][] columns = new long[8][];
    private int width;
    private int rows;

    /**
     * An empty grid.
     *
     * @param sheet the sheet's name, or null
     * @param style how its numbers are written
     * @param cellLimit the most cells (rows × columns) it may come to hold
     */
    public GridBuilder(@Nullable String sheet, NumberStyle style, long cellLimit) {
        this.sheet = sheet;
        this.style = style;
        this.cellLimit = cellLimit;
    }

    /**
     * Sets a cell from its text: a plain number (digits, sign, decimals in the grid's style) becomes a number, blank text
     * nothing, the rest a text.
     *
     * @return false when a limit is reached; the cell is not stored then
     */
    public boolean set(int row, int column, String text) {
        long packed = PlainNumber.pack(text, style.decimal());
        if (packed == PlainNumber.NOT_PLAIN) {
            int code = texts.code(text);
            if (code < 0) {
                return false;
            }
            packed = Grid.packText(code);
        }
        return store(row, column, packed);
    }

    /** Makes sure that rows up to this count exist, blank where nothing is set. */
    public boolean rows(int count) {
        if ((long) count * Math.max(width, 1) > cellLimit) {
            return false;
        }
        rows = Math.max(rows, count);
        return true;
    }

    private boolean store(int row, int column, long packed) {
        int height = Math.max(rows, row + 1);
        int wide = Math.max(width, column + 1);
        if ((long) height * wide > cellLimit) {
            return false;
        }
        rows = height;
        if (column >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(columns.length * 2, column + 1));
        }
        width = wide;
        if (packed == 0) {
            return true;
        }
        long[] cells = columns[column];
        if (cells == null) {
            cells = new long[Math.max(16, row + 1)];
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
        for (int c = 0; c < width; c++) {
            long[] cells = columns[c];
            trimmed[c] = cells == null ? new long[rows] : cells.length == rows ? cells : Arrays.copyOf(cells, rows);
            columns[c] = null;
        }
        return new Grid(sheet, rows, trimmed, texts, style, layout);
    }
}
