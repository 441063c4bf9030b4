package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Grid.Layout.Visibility;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.List;

/** Says which cells of a sheet hold something that a reader of the screen does not see. */
final class SheetNotes {
    private static final int BLANK_ROWS = 100;
    private static final int BLANK_COLUMNS = 26;

    private final Notes notes;
    private final Grid grid;
    private final String name;

    private SheetNotes(Notes notes, Grid grid) {
        this.notes = notes;
        this.grid = grid;
        this.name = String.valueOf(grid.sheet());
    }

    static void add(Notes notes, Grid grid, PrintArea printed) {
        SheetNotes sheet = new SheetNotes(notes, grid);
        sheet.hiddenSheet();
        sheet.hiddenRows(grid.layout().hiddenRows());
        sheet.hiddenColumns(grid.layout().hiddenColumns());
        sheet.underMerged();
        sheet.unprinted(printed);
        sheet.farAway();
    }

    private void hiddenSheet() {
        Visibility visibility = grid.layout().visibility();
        if (visibility == Visibility.VISIBLE) {
            return;
        }
        String how = visibility == Visibility.VERY_HIDDEN ? "very hidden" : "hidden";
        long cells = grid.rows() == 0 ? 0 : filled(0, 0, grid.rows() - 1, grid.columns() - 1);
        if (cells == 0) {
            notes.add(Kind.HIDDEN, name, "The sheet \"" + name + "\" is " + how + " and empty. Delete it.");
        } else {
            notes.add(
                    Kind.HIDDEN_DATA,
                    grid.address(0, 0, grid.rows() - 1, grid.columns() - 1),
                    "The sheet \"" + name + "\" is " + how + " and holds " + cells(cells) + " in " + grid.rows()
                            + " rows and " + grid.columns() + " columns. Delete it.");
        }
    }

    private void hiddenRows(List<Integer> hidden) {
        for (int from = 0; from < hidden.size(); ) {
            int to = runEnd(hidden, from);
            int first = hidden.get(from);
            int last = hidden.get(to);
            long cells = filled(first, 0, last, grid.columns() - 1);
            if (cells > 0) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        grid.address(first, 0, last, grid.columns() - 1),
                        (first == last
                                        ? "Row " + (first + 1) + " is"
                                        : "Rows " + (first + 1) + " to " + (last + 1) + " are")
                                + " hidden and hold" + (first == last ? "s " : " ") + cells(cells)
                                + ". Delete what must not leave, or show it.");
            }
            from = to + 1;
        }
    }

    private void hiddenColumns(List<Integer> hidden) {
        for (int from = 0; from < hidden.size(); ) {
            int to = runEnd(hidden, from);
            int first = hidden.get(from);
            int last = hidden.get(to);
            long cells = filled(0, first, grid.rows() - 1, last);
            if (cells > 0) {
                String firstName = Grid.columnName(first);
                notes.add(
                        Kind.HIDDEN_DATA,
                        grid.address(0, first, grid.rows() - 1, last),
                        (first == last
                                        ? "Column " + firstName + " is hidden and holds "
                                        : "Columns " + firstName + " to " + Grid.columnName(last)
                                                + " are hidden and hold ")
                                + cells(cells) + ". Delete what must not leave, or show it.");
            }
            from = to + 1;
        }
    }

    /** The last place of the run of neighbours that starts at a place. */
    private static int runEnd(List<Integer> hidden, int from) {
        int to = from;
        while (to + 1 < hidden.size() && hidden.get(to + 1) == hidden.get(to) + 1) {
            to++;
        }
        return to;
    }

    private void underMerged() {
        long budget = 2L * grid.rows() * grid.columns();
        for (Grid.Area area : grid.layout().merged()) {
            int lastRow = Math.min(area.lastRow(), grid.rows() - 1);
            int lastColumn = Math.min(area.lastColumn(), grid.columns() - 1);
            if (area.firstRow() > lastRow || area.firstColumn() > lastColumn) {
                continue;
            }
            budget -= (long) (lastRow - area.firstRow() + 1) * (lastColumn - area.firstColumn() + 1);
            if (budget < 0) {
                notes.add(
                        Kind.NOT_UNDERSTOOD,
                        name,
                        "Merged areas of the sheet \"" + name
                                + "\" overlap, as no spreadsheet program writes them. Save the" + " workbook anew.");
                return;
            }
            long cells = filled(area.firstRow(), area.firstColumn(), lastRow, lastColumn)
                    - (grid.isBlank(area.firstRow(), area.firstColumn()) ? 0 : 1);
            if (cells > 0) {
                notes.add(
                        Kind.HIDDEN_DATA,
                        grid.address(area.firstRow(), area.firstColumn(), lastRow, lastColumn),
                        "The merged area hides " + cells(cells) + " behind its first. Unmerge it and clear them.");
            }
        }
    }

    private long filled(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        long filled = 0;
        for (int c = firstColumn; c <= lastColumn; c++) {
            for (int r = firstRow; r <= lastRow; r++) {
                filled += grid.isBlank(r, c) ? 0 : 1;
            }
        }
        return filled;
    }

    private static String cells(long count) {
        return Extent.cells(count);
    }

    private void unprinted(PrintArea printed) {
        if (printed.areas().isEmpty()) {
            return;
        }
        Extent outside = new Extent();
        for (int r = 0; r < grid.rows(); r++) {
            for (int c = 0; c < grid.columns(); c++) {
                if (!grid.isBlank(r, c) && !printed.prints(r, c)) {
                    outside.add(r, c);
                }
            }
        }
        if (outside.count() > 0) {
            notes.add(
                    Kind.HIDDEN,
                    outside.address(grid),
                    outside.cells()
                            + " of this range stand outside the print area. Delete what must not leave, or print all.");
        }
    }

    /** What stands behind many blank rows or columns, where nobody scrolls to. */
    private void farAway() {
        boolean[] rows = new boolean[grid.rows()];
        boolean[] columns = new boolean[grid.columns()];
        for (int c = 0; c < columns.length; c++) {
            for (int r = 0; r < rows.length; r++) {
                if (!grid.isBlank(r, c)) {
                    rows[r] = true;
                    columns[c] = true;
                }
            }
        }
        int firstRow = behindGap(rows, BLANK_ROWS);
        int firstColumn = behindGap(columns, BLANK_COLUMNS);
        if (firstRow == rows.length && firstColumn == columns.length) {
            return;
        }
        Extent far = new Extent();
        for (int c = 0; c < columns.length; c++) {
            for (int r = 0; r < rows.length; r++) {
                if ((r >= firstRow || c >= firstColumn) && !grid.isBlank(r, c)) {
                    far.add(r, c);
                }
            }
        }
        notes.add(
                Kind.HIDDEN,
                far.address(grid),
                far.cells()
                        + " of this range stand far away from the rest of the sheet, where few would look. Delete them,"
                        + " or move them to the rest.");
    }

    /** The first place that holds something behind a stretch of blank ones; the end where there is none. */
    private static int behindGap(boolean[] filled, int gap) {
        int blank = 0;
        boolean some = false;
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] && some && blank >= gap) {
                return i;
            }
            some |= filled[i];
            blank = filled[i] ? 0 : blank + 1;
        }
        return filled.length;
    }
}
