package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns of no and yes that say of each row whether the two ends of its interval are one number: {@code low, up, exact}. A
 * count that says so in every row would be a rare chance; one that is 0 in every row is told by its name alone.
 */
final class IntervalFlags {
    /** Fewer rows may say so by chance. */
    private static final int FEWEST_ROWS = 8;

    private static final Set<String> NAMES =
            Set.of("exact", "is exact", "recoverable", "determined", "unique", "point", "degenerate");
    private static final Set<ColumnRole> LOW = EnumSet.of(ColumnRole.CI_LOWER, ColumnRole.MINIMUM);
    private static final Set<ColumnRole> HIGH = EnumSet.of(ColumnRole.CI_UPPER, ColumnRole.MAXIMUM);

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    IntervalFlags(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        ColumnReading low = only(LOW);
        ColumnReading high = only(HIGH);
        if (low == null || high == null || rows.length < FEWEST_ROWS) {
            return;
        }
        for (ColumnReading column : columns) {
            ColumnContent content = column.content;
            boolean flag = content.zeroOrOne && content.whole == content.rows && content.marks == 0;
            if (flag && column.source == RoleSource.UNKNOWN && saysWhere(column, low, high)) {
                column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            }
        }
    }

    /** The one column of these roles; null where there are none or several. */
    private @Nullable ColumnReading only(Set<ColumnRole> roles) {
        List<ColumnReading> found = columns.stream()
                .filter(column -> roles.contains(column.role))
                .limit(2)
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private boolean saysWhere(ColumnReading flag, ColumnReading low, ColumnReading high) {
        int points = 0;
        for (int row : rows) {
            BigDecimal from = grid.number(row, low.gridColumn);
            BigDecimal to = grid.number(row, high.gridColumn);
            BigDecimal said = grid.number(row, flag.gridColumn);
            boolean point = from != null && to != null && from.compareTo(to) == 0;
            if (said == null || point != (said.signum() != 0)) {
                return false;
            }
            points += point ? 1 : 0;
        }
        return (points > 1 && points < rows.length - 1) || NAMES.contains(Words.normal(flag.leaf()));
    }
}
