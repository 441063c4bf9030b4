package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns such as {@code Change on year before} whose every figure is a difference of two that are printed: they count
 * nobody, and say nothing that is not there.
 */
final class DifferenceColumns {
    private static final Pattern NAMES = Pattern.compile(
            "(?i)(?:.*[^\\p{L}])?(?:change|difference|diff|increase|decrease|growth|delta|veränderung|differenz)(?:[^\\p{L}].*)?");

    private static final Pattern SIGNED = Pattern.compile("[+-]\\d+(?:\\.\\d+)?");

    /** In wider tables no pair of columns is looked for. */
    private static final int WIDEST = 24;

    private static final int LONGEST = 20;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    DifferenceColumns(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        for (ColumnReading column : columns) {
            boolean open = column.source == RoleSource.UNKNOWN || column.role == ColumnRole.STATISTIC;
            if (open && NAMES.matcher(column.leaf()).matches() && repeats(column)) {
                column.be(ColumnRole.IGNORE, RoleSource.CONTENT);
            }
        }
    }

    private boolean repeats(ColumnReading column) {
        for (ColumnReading other : columns) {
            if (other != column && isDown(column, other)) {
                return true;
            }
            for (ColumnReading less : columns.size() > WIDEST ? List.<ColumnReading>of() : columns) {
                if (other != column && less != column && less != other && isAcross(column, other, less)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether every figure is that of another column less the one above it. */
    private boolean isDown(ColumnReading column, ColumnReading of) {
        int found = 0;
        for (int i = 0; i < rows.length; i++) {
            BigDecimal change = signed(rows[i], column);
            BigDecimal now = grid.number(rows[i], of.gridColumn);
            BigDecimal before = i == 0 ? null : grid.number(rows[i - 1], of.gridColumn);
            if (change == null ? !grid.isBlank(rows[i], column.gridColumn) : !isDifference(change, now, before)) {
                return false;
            }
            found += change == null ? 0 : 1;
        }
        return found > 0;
    }

    /** Whether every figure is that of one column less that of another. */
    private boolean isAcross(ColumnReading column, ColumnReading of, ColumnReading less) {
        int found = 0;
        for (int row : rows) {
            BigDecimal change = signed(row, column);
            if (change == null
                    ? !grid.isBlank(row, column.gridColumn)
                    : !isDifference(change, grid.number(row, of.gridColumn), grid.number(row, less.gridColumn))) {
                return false;
            }
            found += change == null ? 0 : 1;
        }
        return found > 0;
    }

    private static boolean isDifference(BigDecimal change, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now != null && before != null && now.subtract(before).compareTo(change) == 0;
    }

    /** A number, with the sign before it that a plain one has not: {@code +3}. */
    private @Nullable BigDecimal signed(int row, ColumnReading column) {
        BigDecimal plain = grid.number(row, column.gridColumn);
        String text = plain == null ? grid.text(row, column.gridColumn).strip() : "";
        if (text.length() < 2 || text.length() > LONGEST) {
            return plain;
        }
        String digits = text.replace('\u2212', '-').replace(grid.style().decimal(), '.');
        return SIGNED.matcher(digits).matches() ? new BigDecimal(digits) : null;
    }
}
