package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns of numbers that the file marks as names of rows, with {@code <th>}: codes of categories and levels. Whoever writes
 * a page may mark a count so, too; it is a name only where it behaves like one.
 */
final class MarkedNames {
    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    MarkedNames(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        int marked = 0;
        while (marked < columns.size() && grid.namesRows(columns.get(marked).gridColumn)) {
            marked++;
        }
        boolean namesBeside = columns.subList(marked, columns.size()).stream().anyMatch(ColumnReading::isLabel);
        if (marked == columns.size() || namesBeside) {
            return; // values stand beside names of their own
        }
        for (int i = 0; i < marked; i++) {
            ColumnReading column = columns.get(i);
            boolean open = column.source == RoleSource.UNKNOWN && !column.isHeadedAsCount();
            if (open && (i == 0 ? areDifferent(column) : riseInGroups(i))) {
                column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            }
        }
    }

    private boolean areDifferent(ColumnReading column) {
        Set<String> seen = new HashSet<>();
        for (int row : rows) {
            boolean first = grid.isBlank(row, column.gridColumn) || seen.add(grid.text(row, column.gridColumn));
            if (!first) {
                return false;
            }
        }
        return true;
    }

    /** Whether plain whole numbers rise within each name further out, and some name has several of them. */
    private boolean riseInGroups(int i) {
        int column = columns.get(i).gridColumn;
        long before = -1;
        boolean several = false;
        for (int r = 0; r < rows.length; r++) {
            boolean begins = r == 0 || beginsGroup(rows[r - 1], rows[r], i);
            before = begins ? -1 : before;
            if (grid.kind(rows[r], column) == Grid.Kind.NUMBER) {
                long n = grid.unscaled(rows[r], column);
                if (grid.scale(rows[r], column) > 0 || n <= before) {
                    return false;
                }
                several |= before >= 0;
                before = n;
            }
        }
        return several;
    }

    /** Whether a name further out is another one than in the row above; a blank one goes on. */
    private boolean beginsGroup(int above, int row, int i) {
        for (ColumnReading outer : columns.subList(0, i)) {
            String name = grid.text(row, outer.gridColumn);
            if (!name.isEmpty() && !name.equals(grid.text(above, outer.gridColumn))) {
                return true;
            }
        }
        return false;
    }
}
