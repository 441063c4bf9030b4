package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns that are the ends of intervals, told by their levels or by standing side by side. */
final class IntervalEnds {
    /** Fewer figures may lie between two others by chance. */
    private static final int FEWEST_ROWS = 8;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    IntervalEnds(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void assign() {
        byLevels();
        byPair();
    }

    /** Two levels that lie as far from either end, and no other, are the limits of an interval: {@code 2.5 %, 97.5 %}. */
    private void byLevels() {
        List<ColumnReading> withLevel = new ArrayList<>();
        boolean descriptive = false;
        for (ColumnReading column : columns) {
            HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
            if (meaning != null && meaning.tentative() && meaning.level() != null) {
                withLevel.add(column);
            } else {
                descriptive |= meaning != null && TentativeRoles.DESCRIPTIVE.contains(meaning.role());
            }
        }
        if (withLevel.size() != 2 || descriptive) {
            return;
        }
        BigDecimal low = levelOf(withLevel.get(0));
        BigDecimal high = levelOf(withLevel.get(1));
        if (low != null
                && high != null
                && low.signum() > 0 // columns of the codes 0 and 1 are none
                && low.add(high).compareTo(BigDecimal.ONE) == 0
                && low.compareTo(new BigDecimal("0.1")) <= 0) {
            withLevel.get(0).be(ColumnRole.CI_LOWER, RoleSource.HEADER);
            withLevel.get(1).be(ColumnRole.CI_UPPER, RoleSource.HEADER);
        }
    }

    /** {@code Lower} and {@code Upper} side by side, with decimals or around the figures before them, are the ends of an interval; counts of a body's halves are not. */
    private void byPair() {
        for (int i = 1; i < columns.size(); i++) {
            ColumnReading low = columns.get(i - 1);
            ColumnReading high = columns.get(i);
            if (low.source == RoleSource.UNKNOWN
                    && high.source == RoleSource.UNKNOWN
                    && ((low.content.decimals > 0 && high.content.decimals > 0) || (i > 1 && isAround(i)))
                    && isTentative(low, ColumnRole.CI_LOWER)
                    && isTentative(high, ColumnRole.CI_UPPER)) {
                low.be(ColumnRole.CI_LOWER, RoleSource.HEADER);
                high.be(ColumnRole.CI_UPPER, RoleSource.HEADER);
            }
        }
    }

    /** Whether the figures before two columns lie between them in every row, and not all on an end. */
    private boolean isAround(int high) {
        int inside = 0;
        for (int row : rows) {
            BigDecimal value = grid.number(row, columns.get(high - 2).gridColumn);
            BigDecimal from = grid.number(row, columns.get(high - 1).gridColumn);
            BigDecimal to = grid.number(row, columns.get(high).gridColumn);
            if (value == null || from == null || to == null || from.compareTo(value) > 0 || value.compareTo(to) > 0) {
                return false;
            }
            inside += from.compareTo(value) < 0 && value.compareTo(to) < 0 ? 1 : 0;
        }
        return rows.length >= FEWEST_ROWS && 2 * inside > rows.length;
    }

    private static boolean isTentative(ColumnReading column, ColumnRole role) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning != null && meaning.tentative() && meaning.role() == role;
    }

    private static @Nullable BigDecimal levelOf(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning == null ? null : meaning.level();
    }
}
