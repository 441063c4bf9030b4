package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.List;

/** A square of figures between -1 and 1 whose rows and columns have the same names. */
final class CorrelationMatrix {
    private CorrelationMatrix() {}

    /** Makes its figures statistics, if the columns are one; says whether they are. */
    static boolean mark(Grid grid, Declaration declaration, List<ColumnReading> readings, int[] rows) {
        if (declaration.outputType() != null && declaration.outputType() != OutputType.CORRELATION) {
            return false;
        }
        if (readings.size() < 3 || !readings.get(0).isLabel() || rows.length != readings.size() - 1) {
            return false;
        }
        BigDecimal one = BigDecimal.ONE;
        for (int i = 0; i < rows.length; i++) {
            ColumnReading column = readings.get(i + 1);
            boolean sameName =
                    grid.text(rows[i], readings.get(0).gridColumn).strip().equals(column.leaf());
            BigDecimal diagonal = grid.number(rows[i], column.gridColumn);
            if (!sameName || diagonal == null || diagonal.compareTo(one) != 0) {
                return false;
            }
            for (int row : rows) {
                BigDecimal value = grid.number(row, column.gridColumn);
                if (value == null
                        ? !grid.isBlank(row, column.gridColumn)
                        : value.abs().compareTo(one) > 0) {
                    return false;
                }
            }
        }
        for (ColumnReading column : readings.subList(1, readings.size())) {
            if (column.source != RoleSource.DECLARED) {
                column.be(ColumnRole.STATISTIC, RoleSource.CONTENT);
            }
        }
        return true;
    }
}
