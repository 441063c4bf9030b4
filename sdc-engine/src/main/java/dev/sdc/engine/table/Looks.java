package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;

/** What the cells of a grid look like on their own, worked out once for every different text. */
final class Looks {
    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2200;

    private final Grid grid;
    private final CellText.Look[] byCode;

    Looks(Grid grid, CellText text) {
        this.grid = grid;
        this.byCode = new CellText.Look[grid.textCount()];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = text.look(grid.textOf(code));
        }
    }

    boolean isBlank(int row, int column) {
        return grid.isBlank(row, column);
    }

    /** Whether the cell is a number, several numbers, or a mark for one. */
    boolean isNumeric(int row, int column) {
        return switch (grid.kind(row, column)) {
            case BLANK -> false;
            case NUMBER -> true;
            case TEXT -> byCode[grid.textCode(row, column)] != CellText.Look.WORDS;
        };
    }

    /** Whether the cell holds words. */
    boolean isWords(int row, int column) {
        return grid.kind(row, column) == Grid.Kind.TEXT && byCode[grid.textCode(row, column)] == CellText.Look.WORDS;
    }

    /** Whether the cell is a mark for a value held back. */
    boolean isMark(int row, int column) {
        return grid.kind(row, column) == Grid.Kind.TEXT && byCode[grid.textCode(row, column)] == CellText.Look.MARK;
    }

    /** Whether the cell is a text of several numbers: {@code 0.97 to 1.18}, {@code 45 (34%)}. */
    boolean isSeveral(int row, int column) {
        return grid.kind(row, column) == Grid.Kind.TEXT && byCode[grid.textCode(row, column)] == CellText.Look.NUMBERS;
    }

    /** Whether the cell is a number or several, not a mark. */
    boolean isFigure(int row, int column) {
        return isNumeric(row, column) && !isMark(row, column);
    }

    /** Whether the cell is a whole number without sign or separators. */
    boolean isWhole(int row, int column) {
        return grid.kind(row, column) == Grid.Kind.NUMBER
                && grid.scale(row, column) == 0
                && grid.unscaled(row, column) >= 0;
    }

    /** Whether a whole number may be a year. */
    static boolean isYear(long number) {
        return number >= EARLIEST_YEAR && number <= LATEST_YEAR;
    }

    /** How many figures stand in some columns of a row, if all are years and none falls; 0 if not. */
    int years(int row, int firstColumn, int lastColumn) {
        long before = EARLIEST_YEAR;
        int years = 0;
        for (int c = firstColumn; c <= lastColumn; c++) {
            if (isFigure(row, c)) {
                long n = isWhole(row, c) ? grid.unscaled(row, c) : -1;
                if (!isYear(n) || n < before) {
                    return 0;
                }
                before = n;
                years++;
            }
        }
        return years;
    }
}
