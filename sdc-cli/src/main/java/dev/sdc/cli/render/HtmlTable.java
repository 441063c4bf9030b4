package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Draws a table with its flagged cells. A large table is drawn around what is flagged alone, and says so. */
final class HtmlTable {
    private static final int MOST_CELLS = 3000;
    private static final int MOST_ROWS = 150;
    private static final int MOST_COLUMNS = 40;
    private static final int AROUND = 2;
    private static final int CELL_TEXT = 120;

    private final HtmlWriter html;
    private final Table table;
    private final Flags flags;
    private final Grid grid;
    private final int firstData;
    private final List<Integer> rows;
    private final List<Integer> columns;
    private final int allRows;
    private final int allColumns;

    private HtmlTable(HtmlWriter html, Table table, Flags flags, Address range) {
        this.html = html;
        this.table = table;
        this.flags = flags;
        this.grid = table.grid();
        int bottom = Math.min(range.lastRow(), grid.rows() - 1);
        int right = Math.min(range.lastColumn(), grid.columns() - 1);
        this.firstData = Fragment.firstDataRow(table, range.firstRow());
        this.allRows = bottom - range.firstRow() + 1;
        this.allColumns = right - range.firstColumn() + 1;
        boolean small = (long) allRows * allColumns <= MOST_CELLS && allRows <= MOST_ROWS;
        this.rows = small
                ? span(range.firstRow(), bottom)
                : around(
                        flags.rows(),
                        range.firstRow(),
                        bottom,
                        span(Math.max(range.firstRow(), firstData - 3), firstData - 1),
                        MOST_ROWS);
        this.columns = allColumns <= MOST_COLUMNS
                ? span(range.firstColumn(), right)
                : around(flags.columns(), range.firstColumn(), right, labelColumns(), MOST_COLUMNS);
    }

    /** Draws a table; nothing where its place in the file is not known. */
    static void draw(HtmlWriter html, Table table, TablePlaces places, Flags flags) {
        Address range = places.range();
        if (range != null) {
            new HtmlTable(html, table, flags, range).draw();
        }
    }

    private void draw() {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table " + table.id());
        html.open("table", "class", "grid");
        html.open("tr").element("td", "", "class", "corner");
        for (int column : columns) {
            html.element("th", Grid.columnName(column), "class", "name", "scope", "col");
        }
        html.end();
        int previous = -1;
        for (int row : rows) {
            if (previous >= 0 && row > previous + 1) {
                gap(row - previous - 1);
            }
            row(row);
            previous = row;
        }
        html.end();
        html.end();
        if (rows.size() < allRows || columns.size() < allColumns) {
            html.element(
                    "p",
                    "This table is large: " + rows.size() + " of " + allRows + " rows and " + columns.size() + " of "
                            + allColumns + " columns are drawn, around what is flagged.",
                    "class",
                    "hint");
        }
    }

    private void row(int row) {
        html.open("tr");
        html.element("th", Integer.toString(row + 1), "class", "name", "scope", "row");
        for (int column : columns) {
            cell(row, column);
        }
        html.end();
    }

    private void cell(int row, int column) {
        String text = VisibleText.of(grid.text(row, column), CELL_TEXT);
        boolean header = row < firstData;
        Level level = flags.level(row, column);
        List<Flags.Flag> here = flags.at(row, column);
        String look = (header ? "head" : grid.kind(row, column) == Grid.Kind.NUMBER ? "number" : "word")
                + (level == null ? "" : " flagged " + level);
        if (here.isEmpty()) {
            html.element(header ? "th" : "td", text, "class", look);
            return;
        }
        html.open(header ? "th" : "td", "class", look, "id", "c" + here.get(0).number());
        for (Flags.Flag flag : here) {
            html.element(
                    "a",
                    Words.sign(flag.cause().level()),
                    "class",
                    "mark " + flag.cause().level(),
                    "data-level",
                    flag.cause().level().name(),
                    "href",
                    "#f" + flag.number(),
                    "aria-label",
                    flag.cause().level() + " at " + flag.cause().cell() + ": finding " + flag.number());
        }
        html.text(" " + text).close();
    }

    private void gap(int rowsLeftOut) {
        html.open("tr", "class", "gap")
                .element("th", "⋮", "class", "name")
                .element(
                        "td",
                        Words.count(rowsLeftOut, "row is not shown", "rows are not shown"),
                        "colspan",
                        Integer.toString(columns.size()))
                .end();
    }

    private List<Integer> labelColumns() {
        List<Integer> labels = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.isLabel() && labels.size() < 3) {
                labels.add(column.gridColumn());
            }
        }
        return labels;
    }

    private static List<Integer> span(int from, int to) {
        List<Integer> span = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            span.add(i);
        }
        return span;
    }

    /** What always shows, and the neighbours of what is flagged, as far as there is room. */
    private static List<Integer> around(
            NavigableSet<Integer> flagged, int from, int to, List<Integer> always, int most) {
        TreeSet<Integer> shown = new TreeSet<>(always);
        for (int i = from; i <= to && flagged.isEmpty() && shown.size() < 10; i++) {
            shown.add(i);
        }
        for (int at : flagged) {
            for (int i = Math.max(from, at - AROUND); i <= Math.min(to, at + AROUND) && shown.size() < most; i++) {
                shown.add(i);
            }
        }
        return new ArrayList<>(shown);
    }
}
