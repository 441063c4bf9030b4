package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a table's data rows; what a text means is worked out once for every different text. */
final class DataCells implements CellReader {
    /** How a cell is to be read: the reading of a text depends on nothing else. */
    private record Manner(
            @Nullable ColumnRole role, @Nullable BigDecimal level, CompositeForm form) {}

    private final Grid grid;
    private final CellText text;
    private final List<Column> columns;
    private final int[] rows;
    private final Map<Integer, RowRole> rowRoles;
    private final Map<Integer, CompositeForm> forms;
    /** How the cells of each column are to be read where the row does not say otherwise. */
    private final Manner[] manners;

    private final Map<Manner, CellValue[]> known = new HashMap<>();

    DataCells(
            Grid grid,
            CellText text,
            List<Column> columns,
            int[] rows,
            Map<Integer, RowRole> rowRoles,
            Map<Integer, CompositeForm> forms) {
        this.grid = grid;
        this.text = text;
        this.columns = columns;
        this.rows = rows;
        this.rowRoles = rowRoles;
        this.forms = forms;
        this.manners = columns.stream()
                .map(c -> new Manner(c.role(), c.level(), forms.getOrDefault(c.index(), CompositeForm.ANY)))
                .toArray(Manner[]::new);
    }

    @Override
    public CellReader under(List<Column> others) {
        return new DataCells(grid, text, others, rows, rowRoles, forms);
    }

    @Override
    public CellValue read(int row, int column) {
        Column c = columns.get(column);
        return read(row, c, manner(row, c));
    }

    private Manner manner(int row, Column column) {
        Manner byColumn = manners[column.index()];
        RowRole byRow = rowRoles.isEmpty() ? null : rowRoles.get(row);
        if (byRow == null) {
            return byColumn;
        }
        // the name of what was measured, or the bare word, says less than the name of a statistic, and a size or a fit
        // is no coefficient
        boolean said = column.source() == Column.RoleSource.DECLARED || column.source() == Column.RoleSource.HEADER;
        boolean columnDecides = said
                && !byRow.units()
                && column.role() != ColumnRole.MAGNITUDE
                && column.role() != ColumnRole.TIME
                && !Words.normal(column.leaf()).equals("statistic")
                && !isEndIn(byRow, column)
                && !(byRow.ofFit() && column.role() == ColumnRole.ESTIMATE);
        return columnDecides
                ? new Manner(
                        byColumn.role,
                        byColumn.level,
                        byColumn.form == CompositeForm.ANY ? byRow.form() : byColumn.form)
                : new Manner(byRow.role(), byRow.level(), byRow.form());
    }

    /** Whether a row is a minimum or maximum by its name: declaring the column a mean makes it no milder. */
    private static boolean isEndIn(RowRole byRow, Column column) {
        boolean end = byRow.role() == ColumnRole.MINIMUM || byRow.role() == ColumnRole.MAXIMUM;
        ColumnRole role = column.role();
        return end && column.source() == Column.RoleSource.DECLARED && role != null && !role.isCount();
    }

    private CellValue read(int row, Column column, Manner manner) {
        int gridRow = rows[row];
        int gridColumn = column.gridColumn();
        return switch (grid.kind(gridRow, gridColumn)) {
            case BLANK -> new CellValue.Blank();
            case NUMBER ->
                column.isLabel() || manner.role() == ColumnRole.LABEL
                        ? new CellValue.Label(grid.text(gridRow, gridColumn))
                        : CellText.plain(number(gridRow, gridColumn), false, manner.role(), manner.level());
            case TEXT ->
                column.isLabel() || manner.role() == ColumnRole.LABEL
                        ? new CellValue.Label(grid.text(gridRow, gridColumn).strip())
                        : known(manner, grid.textCode(gridRow, gridColumn));
        };
    }

    private BigDecimal number(int gridRow, int gridColumn) {
        return BigDecimal.valueOf(grid.unscaled(gridRow, gridColumn), grid.scale(gridRow, gridColumn));
    }

    private CellValue known(Manner manner, int code) {
        CellValue[] values;
        synchronized (known) {
            values = known.computeIfAbsent(manner, m -> new CellValue[grid.textCount()]);
        }
        // a race reads the same text twice and stores the same value
        CellValue value = values[code];
        if (value == null) {
            value = text.read(grid.textOf(code), manner.role(), manner.level(), manner.form());
            values[code] = value;
        }
        return value;
    }

    @Override
    public long count(int row, int column) {
        Column c = columns.get(column);
        if (grid.kind(rows[row], c.gridColumn()) == Grid.Kind.NUMBER && rowRoles.isEmpty()) {
            ColumnRole role = c.role();
            return role != null && role.isCount() ? whole(rows[row], c.gridColumn()) : -1;
        }
        return CellReader.super.count(row, column);
    }

    @Override
    public long[] counts(int[] at, int column) {
        Column c = columns.get(column);
        ColumnRole role = c.role();
        if (role == null || !role.isCount() || !rowRoles.isEmpty()) {
            return CellReader.super.counts(at, column);
        }
        long[] counts = new long[at.length];
        for (int i = 0; i < at.length; i++) {
            int row = rows[at[i]];
            counts[i] = grid.kind(row, c.gridColumn()) == Grid.Kind.NUMBER
                    ? whole(row, c.gridColumn())
                    : CellReader.super.count(at[i], column);
        }
        return counts;
    }

    @Override
    public void counts(Column column, Table.CountVisitor visitor) {
        if (column.isLabel() || !holdsCounts(column)) {
            return;
        }
        ColumnRole role = column.role();
        boolean plainCounts = role != null && role.isCount();
        Manner whole = manners[column.index()];
        int gridColumn = column.gridColumn();
        for (int row = 0; row < rows.length; row++) {
            Manner manner = rowRoles.isEmpty() ? whole : manner(row, column);
            int gridRow = rows[row];
            if (grid.kind(gridRow, gridColumn) == Grid.Kind.NUMBER) {
                boolean counted = rowRoles.isEmpty()
                        ? plainCounts
                        : manner.role() != null && manner.role().isCount();
                if (counted) {
                    number(visitor, row, column.index(), gridRow, gridColumn);
                }
            } else if (grid.kind(gridRow, gridColumn) == Grid.Kind.TEXT) {
                text(visitor, row, column.index(), known(manner, grid.textCode(gridRow, gridColumn)));
            }
        }
    }

    private void number(Table.CountVisitor visitor, int row, int column, int gridRow, int gridColumn) {
        long n = whole(gridRow, gridColumn);
        if (n >= 0) {
            visitor.count(row, column, n);
        }
    }

    /** A number cell that is whole and not negative, else -1. */
    private long whole(int gridRow, int gridColumn) {
        long unscaled = grid.unscaled(gridRow, gridColumn);
        int scale = grid.scale(gridRow, gridColumn);
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        return scale == 0 && unscaled >= 0 ? unscaled : -1;
    }

    private static void text(Table.CountVisitor visitor, int row, int column, CellValue value) {
        if (value instanceof CellValue.Count count) {
            visitor.count(row, column, count.n());
        } else if (value instanceof CellValue.Composite composite) {
            for (CellValue.Part part : composite.parts()) {
                if (part.role().isCount()) {
                    visitor.count(row, column, part.value().longValue());
                }
            }
        }
    }

    private static boolean holdsCounts(Column column) {
        for (ColumnRole role : column.holds()) {
            if (role.isCount()) {
                return true;
            }
        }
        return false;
    }
}
