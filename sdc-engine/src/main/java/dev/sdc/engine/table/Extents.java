package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Columns {@code min, max, range}: the three add up as counts do, and are the ends of what was measured. */
final class Extents {
    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    Extents(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    /** The three columns; none unless each row's range is what lies between its ends. */
    Set<ColumnReading> find() {
        List<ColumnReading> ranges = columns.stream()
                .filter(column -> isEnd(column) && isRange(column))
                .toList();
        List<ColumnReading> ends = columns.stream()
                .filter(column -> isEnd(column) && !isRange(column))
                .toList();
        return ranges.size() == 1 && ends.size() == 2 && areExtents(ranges.get(0), ends.get(0), ends.get(1))
                ? Set.of(ranges.get(0), ends.get(0), ends.get(1))
                : Set.of();
    }

    private static boolean isEnd(ColumnReading column) {
        return column.role == ColumnRole.MINIMUM || column.role == ColumnRole.MAXIMUM;
    }

    private static boolean isRange(ColumnReading column) {
        return Words.normal(column.leaf()).equals("range");
    }

    /** Whether the range is what lies between the ends in every row that has all three, what rounding can do allowed for. */
    private boolean areExtents(ColumnReading range, ColumnReading one, ColumnReading other) {
        int tested = 0;
        for (int row : rows) {
            BigDecimal between = grid.number(row, range.gridColumn);
            BigDecimal low = grid.number(row, one.gridColumn);
            BigDecimal high = grid.number(row, other.gridColumn);
            if (between == null || low == null || high == null) {
                continue;
            }
            BigDecimal slack = unit(between).add(unit(low)).add(unit(high));
            if (high.subtract(low).abs().subtract(between).abs().compareTo(slack) > 0) {
                return false;
            }
            tested++;
        }
        return tested > 0;
    }

    private static BigDecimal unit(BigDecimal number) {
        return number.scale() > 0 ? BigDecimal.ONE.movePointLeft(number.scale()) : BigDecimal.ZERO;
    }
}
