package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.math.BigDecimal;
import java.util.List;

/** Whether numbers add up to a whole such as 100, what rounding can do allowed for. */
final class PartsOfWhole {
    private final Grid grid;
    private final int[] rows;

    PartsOfWhole(Grid grid, int[] rows) {
        this.grid = grid;
        this.rows = rows;
    }

    /** Whether the columns do so in every row that has all of them. */
    boolean inRows(List<ColumnReading> group, int whole) {
        int tested = 0;
        for (int row : rows) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal slack = BigDecimal.ZERO;
            boolean complete = true;
            for (ColumnReading column : group) {
                BigDecimal value = grid.number(row, column.gridColumn);
                if (value == null) {
                    complete &= grid.isBlank(row, column.gridColumn);
                    continue;
                }
                sum = sum.add(value);
                slack = slack.add(BigDecimal.valueOf(6, value.scale() + 1));
            }
            if (!complete || sum.signum() == 0) {
                continue;
            }
            if (sum.subtract(BigDecimal.valueOf(whole)).abs().compareTo(slack) > 0) {
                return false;
            }
            tested++;
        }
        return tested > 0;
    }

    /** Whether the numbers of a column do so. */
    boolean inColumn(ColumnReading column, int whole) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        for (int row : rows) {
            BigDecimal value = grid.number(row, column.gridColumn);
            if (value != null) {
                sum = sum.add(value);
                slack = slack.add(BigDecimal.valueOf(6, value.scale() + 1));
            }
        }
        return sum.subtract(BigDecimal.valueOf(whole)).abs().compareTo(slack) <= 0;
    }
}
