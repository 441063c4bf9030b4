package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.List;

/**
 * Columns of the codes of a classification in their order, filled up with zeros to one length: {@code 01, 02, 05, 10}. No
 * count is written so, and none rises through all rows of such a table.
 */
final class PaddedCodes {
    private static final int FEWEST = 10;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    PaddedCodes(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        for (ColumnReading column : columns) {
            boolean open = column.source == RoleSource.UNKNOWN && column.content.countLike();
            if (open && areCodes(column)) {
                column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            }
        }
    }

    private boolean areCodes(ColumnReading column) {
        String before = "";
        int different = 0;
        boolean padded = false;
        for (int row : rows) {
            String code = grid.text(row, column.gridColumn).strip();
            if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
                continue; // a code in letters among them
            }
            boolean first = before.isEmpty();
            boolean fits = first ? code.length() > 1 : code.length() == before.length() && code.compareTo(before) >= 0;
            if (!fits) {
                return false;
            }
            padded |= code.charAt(0) == '0';
            different += code.equals(before) ? 0 : 1;
            before = code;
        }
        return padded && different >= FEWEST && 2 * different > rows.length;
    }
}
