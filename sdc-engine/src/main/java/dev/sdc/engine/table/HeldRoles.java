package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the cells of a column hold: its own role, those of its rows, and those of the parts of its cells. */
final class HeldRoles {
    private final Grid grid;
    private final DataCells cells;
    private final int[] rows;
    private final Map<Integer, RowRole> rowRoles;
    private final List<Output.Remark> remarks;

    HeldRoles(Grid grid, DataCells cells, int[] rows, Map<Integer, RowRole> rowRoles, List<Output.Remark> remarks) {
        this.grid = grid;
        this.cells = cells;
        this.rows = rows;
        this.rowRoles = rowRoles;
        this.remarks = remarks;
    }

    /** Adds to what a column holds; what it does not understand becomes a remark. */
    void find(ColumnReading reading, Column column, Set<ColumnRole> held) {
        ColumnContent content = reading.content;
        if (reading.contradicted != null) {
            remarks.add(new Output.Remark(
                    grid.address(rows[0], column.gridColumn(), rows[rows.length - 1], column.gridColumn()),
                    "the column \"" + column.name() + "\" is declared " + reading.contradicted.key()
                            + ", but it holds whole numbers that count"));
        }
        if (column.isLabel()) {
            held.add(ColumnRole.LABEL);
            return;
        }
        if (content.figures + content.words + content.marks == 0) {
            return;
        }
        if (rowRoles.isEmpty() && column.role() != null && content.several + content.words + content.withSign == 0) {
            if (content.figures > 0 || column.role() != ColumnRole.IGNORE) {
                held.add(column.role());
            }
            if (content.decimals == 0 || !column.role().isCount()) {
                return;
            }
        }
        BitSet seen = new BitSet();
        int unread = 0;
        String firstUnread = "";
        for (int row = 0; row < rows.length; row++) {
            Grid.Kind kind = grid.kind(rows[row], column.gridColumn());
            if (kind == Grid.Kind.BLANK) {
                continue;
            }
            if (kind == Grid.Kind.TEXT && rowRoles.isEmpty()) {
                int code = grid.textCode(rows[row], column.gridColumn());
                if (seen.get(code)) {
                    continue;
                }
                seen.set(code);
            }
            CellValue value = cells.read(row, column.index());
            if (value instanceof CellValue.Unread) {
                unread++;
                firstUnread = unread == 1 ? grid.address(rows[row], column.gridColumn()) : firstUnread;
            } else {
                add(held, value, column, rowRoles.get(row));
            }
        }
        if (unread > 0) {
            remarks.add(new Output.Remark(
                    firstUnread,
                    "the column \"" + column.name() + "\" holds texts that are neither numbers nor known marks"));
        }
        if (column.role() == null) {
            remarks.add(new Output.Remark(
                    grid.address(rows[0], column.gridColumn(), rows[rows.length - 1], column.gridColumn()),
                    "what the numbers of the column \"" + column.name() + "\" are was not understood"));
        }
    }

    private static void add(Set<ColumnRole> held, CellValue value, Column column, @Nullable RowRole byRow) {
        if (value instanceof CellValue.Count) {
            ColumnRole role = column.role();
            held.add(
                    byRow != null && byRow.role().isCount()
                            ? byRow.role()
                            : role != null && role.isCount() ? role : ColumnRole.COUNT);
        } else if (value instanceof CellValue.Share share) {
            held.add(share.percent() ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION);
        } else if (value instanceof CellValue.Magnitude number) {
            held.add(number.role());
        } else if (value instanceof CellValue.Composite composite) {
            for (CellValue.Part part : composite.parts()) {
                held.add(part.role());
            }
        } else if (value instanceof CellValue.Suppressed) {
            ColumnRole role = byRow != null ? byRow.role() : column.role();
            if (role != null) {
                held.add(role);
            }
        }
    }
}
