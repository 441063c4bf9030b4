package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.Arrays;
import java.util.List;

/**
 * Finds columns that say the same number in each row, totals and their parts alike, as levels of protection do: counts add up
 * to their totals.
 */
final class ConstantColumns {
    private static final int FEWEST_ROWS = 6;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    ConstantColumns(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        List<ColumnReading> constant = rows.length < FEWEST_ROWS
                ? List.of()
                : columns.stream().filter(this::isConstant).toList();
        if (constant.isEmpty() || !namesTotalsAndParts()) {
            return;
        }
        boolean others = columns.stream()
                .anyMatch(column -> !column.isLabel() && column.content.countLike() && !constant.contains(column));
        if (others) {
            constant.forEach(column -> column.be(ColumnRole.LABEL, RoleSource.CONTENT));
        }
    }

    private boolean isConstant(ColumnReading column) {
        if (column.source != RoleSource.UNKNOWN || column.content.whole != column.content.rows) {
            return false;
        }
        return Arrays.stream(rows)
                .allMatch(row -> grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER
                        && grid.scale(row, column.gridColumn) == 0
                        && grid.unscaled(row, column.gridColumn) > 0
                        && grid.unscaled(row, column.gridColumn) == grid.unscaled(rows[0], column.gridColumn));
    }

    /** Whether a row is called a total and two others, or more, are not. */
    private boolean namesTotalsAndParts() {
        long totals = Arrays.stream(rows).filter(this::isTotal).count();
        return totals > 0 && rows.length - totals > 1;
    }

    private boolean isTotal(int row) {
        return columns.stream()
                .filter(ColumnReading::isLabel)
                .anyMatch(label ->
                        TotalNames.isName(grid.text(row, label.gridColumn).strip()));
    }
}
