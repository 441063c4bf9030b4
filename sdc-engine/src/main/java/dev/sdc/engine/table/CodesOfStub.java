package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.List;

/**
 * Finds the numbered categories of a crossing that names in every row what the figures are: {@code imd, 1, Count, 89, 55}. They
 * have no header, stand between a label and that name, and rise within each label; all that is counted stands to the right.
 */
final class CodesOfStub {
    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    CodesOfStub(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        int names = 0;
        while (names < columns.size() && !namesStatistics(columns.get(names))) {
            if (columns.get(names).leaf().isEmpty()) {
                names++;
            } else {
                return;
            }
        }
        if (names < 2 || names >= columns.size() - 1) {
            return;
        }
        for (int i = 1; i < names; i++) {
            ColumnReading column = columns.get(i);
            boolean open = column.source == RoleSource.UNKNOWN || column.source == RoleSource.CONTENT;
            if (open && !column.isLabel() && areCodes(i)) {
                column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            }
        }
    }

    /** Whether every cell of a column without a header says what the figures of its row are, counts first. */
    private boolean namesStatistics(ColumnReading column) {
        boolean first = true;
        for (int row : rows) {
            String text = grid.text(row, column.gridColumn).strip();
            HeaderWords.Meaning meaning = text.isEmpty() ? null : HeaderWords.ofRow(text);
            if (meaning == null || (first && !meaning.role().isCount())) {
                return false;
            }
            first = false;
        }
        return !first && column.leaf().isEmpty();
    }

    /** Whether the numbers of a column are whole and rise, anew under each label to the left; words are left aside. */
    private boolean areCodes(int index) {
        int column = columns.get(index).gridColumn;
        long before = -1;
        int steps = 0;
        boolean labelled = false;
        for (int row : rows) {
            for (int left = 0; left < index; left++) {
                if (!grid.isBlank(row, columns.get(left).gridColumn)) {
                    before = -1;
                    labelled = true;
                }
            }
            if (grid.kind(row, column) == Grid.Kind.NUMBER) {
                if (!labelled || grid.scale(row, column) != 0 || grid.unscaled(row, column) <= before) {
                    return false;
                }
                steps += before < 0 ? 0 : 1;
                before = grid.unscaled(row, column);
            }
        }
        return steps > 0; // one number for each label would rise by itself
    }
}
