package dev.sdc.engine.read;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of raw cells: exact numbers and texts by row and column, before any meaning is given.
 *
 * <p>Columnar and compact: a cell is one packed {@code long}, so that ten million cells need 80 MB. A number that is
 * printed in the plain form ({@code -12.50}) is held as scaled digits; every other text is held once in a pool and known
 * by its code, so that what a text means needs to be worked out only once. Rows and columns count from 0. Immutable and
 * thread-safe.
 */
public final class Grid {
    /** Kinds of cells, as {@link #kind} gives them. */
    public enum Kind {
        BLANK,
        NUMBER,
        TEXT
    }

    private static final int KIND_BITS = 2;
    private static final int SCALE_BITS = 5;
    private static final int SHIFT = KIND_BITS + SCALE_BITS;
    private static final long KIND_MASK = (1L << KIND_BITS) - 1;
    private static final long SCALE_MASK = (1L << SCALE_BITS) - 1;
    private static final long NUMBER_BITS = 1;
    private static final long TEXT_BITS = 2;
    /** Digits that fit beside kind and scale. */
    static final long MAX_UNSCALED = (1L << (63 - SHIFT)) - 1;
    /** The most decimals that fit. */
    static final int MAX_SCALE = (1 << SCALE_BITS) - 1;

    private final @Nullable String sheet;
    private final int rows;
    private final long[][] columns;
    private final TextPool texts;
    private final int scales;
    private final NumberStyle style;
    private final Layout layout;
    private final @Nullable Places places;

    Grid(
            @Nullable String sheet,
            int rows,
            long[][] columns,
            TextPool texts,
            int scales,
            NumberStyle style,
            Layout layout,
            @Nullable Places places) {
        this.sheet = sheet;
        this.rows = rows;
        this.columns = columns;
        this.texts = texts;
        this.scales = scales;
        this.style = style;
        this.layout = layout;
        this.places = places;
    }

    static long packNumber(long unscaled, int scale) {
        return (unscaled << SHIFT) | ((long) scale << KIND_BITS) | NUMBER_BITS;
    }

    static long packText(int code) {
        return ((long) code << SHIFT) | TEXT_BITS;
    }

    /** The sheet's name in a workbook; null in a file that holds one grid. */
    public @Nullable String sheet() {
        return sheet;
    }

    /** The number of rows, blank ones included. */
    public int rows() {
        return rows;
    }

    /** The number of columns of the widest row. */
    public int columns() {
        return columns.length;
    }

    /** How numbers are written in this grid. */
    public NumberStyle style() {
        return style;
    }

    /** What the file says about the look of the sheet: merged, hidden, shown otherwise than stored. */
    public Layout layout() {
        return layout;
    }

    /** The same cells with another look. */
    public Grid withLayout(Layout other) {
        return new Grid(sheet, rows, columns, texts, scales, style, other, places);
    }

    /** What the cell holds. A cell past the end of its row is blank. */
    public Kind kind(int row, int column) {
        return kindOf(columns[column][row]);
    }

    /** Whether the cell is blank. */
    public boolean isBlank(int row, int column) {
        return (columns[column][row] & KIND_MASK) == 0;
    }

    /** The digits of a {@link Kind#NUMBER} cell, without the decimal mark. */
    public long unscaled(int row, int column) {
        return columns[column][row] >> SHIFT;
    }

    /** The printed decimals of a {@link Kind#NUMBER} cell. */
    public int scale(int row, int column) {
        return scaleOf(columns[column][row]);
    }

    /** Which numbers of decimals occur: bit n is set where a number is printed with n decimals. */
    public int scales() {
        return scales;
    }

    /** The same grid, understood with another thousands separator. */
    public Grid withThousands(char thousands) {
        return thousands == style.thousands()
                ? this
                : new Grid(
                        sheet,
                        rows,
                        columns,
                        texts,
                        scales,
                        new NumberStyle(style.decimal(), thousands),
                        layout,
                        places);
    }

    /** The same cells, with addresses of their own. */
    public Grid at(Places other) {
        return new Grid(sheet, rows, columns, texts, scales, style, layout, other);
    }

    /** Whether the file itself tells that a row holds values and no names of columns. */
    public boolean isData(int row) {
        return places != null && places.isData(row);
    }

    /** Whether the file itself tells that a column names the rows. */
    public boolean namesRows(int column) {
        return places != null && places.namesRows(column);
    }

    /** The code of the text of a {@link Kind#TEXT} cell; equal texts have equal codes, from 0 to {@link #textCount}. */
    public int textCode(int row, int column) {
        return (int) (columns[column][row] >> SHIFT);
    }

    /** How many different texts the grid holds. */
    public int textCount() {
        return texts.size();
    }

    /** The text with a code. */
    public String textOf(int code) {
        return texts.get(code);
    }

    /** The cell as the file stores it, with the file's own decimal mark; empty for a blank cell. */
    public String text(int row, int column) {
        long packed = columns[column][row];
        return switch (kindOf(packed)) {
            case BLANK -> "";
            case NUMBER -> style.print(packed >> SHIFT, scaleOf(packed));
            case TEXT -> texts.get((int) (packed >> SHIFT));
        };
    }

    /** The exact number of a {@link Kind#NUMBER} cell, with its printed decimals as scale; null for other cells. */
    public @Nullable BigDecimal number(int row, int column) {
        long packed = columns[column][row];
        return kindOf(packed) == Kind.NUMBER ? BigDecimal.valueOf(packed >> SHIFT, scaleOf(packed)) : null;
    }

    /** The address of a cell in the file: {@code B4}, {@code Sheet!B4} in a workbook, {@code @12:17} in a text. */
    public String address(int row, int column) {
        String cell = places != null ? places.of(row, column) : columnName(column) + (row + 1);
        return sheet == null ? cell : sheet + "!" + cell;
    }

    /** The address of a rectangle, both corners included. */
    public String address(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        String range = places != null
                ? places.of(firstRow, firstColumn, lastRow, lastColumn)
                : columnName(firstColumn) + (firstRow + 1) + ":" + columnName(lastColumn) + (lastRow + 1);
        return sheet == null ? range : sheet + "!" + range;
    }

    /** The spreadsheet name of a column: A, B, …, Z, AA. */
    public static String columnName(int column) {
        if (column < 26) {
            return String.valueOf((char) ('A' + column));
        }
        StringBuilder name = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            name.insert(0, (char) ('A' + c % 26));
        }
        return name.toString();
    }

    /** All that a grid is made of, for those who write it down. */
    @SuppressWarnings("ArrayRecordComponent") // shared, never compared
    record Contents(
            @Nullable String sheet,
            int rows,
            long[][] columns,
            TextPool texts,
            int scales,
            NumberStyle style,
            Layout layout,
            @Nullable Places places) {}

    Contents contents() {
        return new Contents(sheet, rows, columns, texts, scales, style, layout, places);
    }

    /** Whether a packed cell is blank, a number, or one of so many texts. */
    static boolean isKnown(long packed, int texts) {
        return switch ((int) (packed & KIND_MASK)) {
            case 0 -> packed == 0;
            case 1 -> true;
            case 2 -> packed >> SHIFT >= 0 && packed >> SHIFT < texts;
            default -> false;
        };
    }

    static int scaleOf(long packed) {
        return (int) ((packed >> KIND_BITS) & SCALE_MASK);
    }

    private static Kind kindOf(long packed) {
        return switch ((int) (packed & KIND_MASK)) {
            case 0 -> Kind.BLANK;
            case 1 -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    /**
     * What a workbook says about the look of a sheet. Files without looks have {@link #PLAIN}.
     *
     * @param visibility whether the sheet itself is hidden
     * @param hiddenRows rows that a reader of the screen does not see, ascending
     * @param hiddenColumns columns that a reader of the screen does not see, ascending
     * @param merged merged rectangles
     * @param shown cells whose displayed text differs from the stored value in more than form
     */
    public record Layout(
            Visibility visibility,
            List<Integer> hiddenRows,
            List<Integer> hiddenColumns,
            List<Area> merged,
            List<Shown> shown) {
        /** No looks: every cell is seen as it is stored. */
        public static final Layout PLAIN = new Layout(Visibility.VISIBLE, List.of(), List.of(), List.of(), List.of());

        /** Whether a sheet is seen. */
        public enum Visibility {
            VISIBLE,
            HIDDEN,
            VERY_HIDDEN
        }
    }

    /** A rectangle of cells, all ends included. */
    public record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** A cell whose displayed text says less than, or other than, its stored value. */
    public record Shown(int row, int column, String displayed) {}
}
