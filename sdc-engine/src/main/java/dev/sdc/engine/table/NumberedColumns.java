package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.List;

/** Columns such as {@code Q01} and {@code Q02}: percentiles rise with their level, and codes need not. */
final class NumberedColumns {
    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    NumberedColumns(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    /** Takes the role of a percentile from all of them where figures of one row fall from one level to a higher one. */
    void openCodes() {
        List<ColumnReading> numbered =
                columns.stream().filter(NumberedColumns::isNumbered).toList();
        for (int i = 1; i < numbered.size(); i++) {
            if (falls(numbered.get(i - 1), numbered.get(i))) {
                for (ColumnReading code : numbered) {
                    code.be(null, RoleSource.UNKNOWN);
                    code.level = null;
                }
                return;
            }
        }
    }

    private static boolean isNumbered(ColumnReading column) {
        return column.role == ColumnRole.PERCENTILE
                && column.level != null
                && column.source == RoleSource.HEADER
                && PercentileNames.isNumbered(column.leaf());
    }

    private boolean falls(ColumnReading one, ColumnReading next) {
        if (one.level == null || next.level == null) {
            return false;
        }
        int order = one.level.compareTo(next.level);
        for (int row : rows) {
            BigDecimal left = grid.number(row, one.gridColumn);
            BigDecimal right = grid.number(row, next.gridColumn);
            if (left != null && right != null && order * left.compareTo(right) < 0) {
                return true;
            }
        }
        return false;
    }
}
