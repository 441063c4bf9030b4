package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the two columns of a flow or a network that name nodes by their numbers, {@code source, target, value}: the numbers
 * of both together are numbered through from 0 or 1, no flow ends where it begins, none is told twice, and another column
 * says how much flows. Numbers that count do not stand so.
 */
final class NodeNumbers {
    private static final String[][] ENDS = {{"source", "target"}, {"from", "to"}};

    private final Grid grid;
    private final int[] rows;
    private final Iterable<ColumnReading> columns;

    NodeNumbers(Grid grid, int[] rows, Iterable<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        for (String[] ends : ENDS) {
            ColumnReading from = null;
            ColumnReading to = null;
            boolean flows = false;
            for (ColumnReading column : columns) {
                String name = Words.normal(column.leaf());
                boolean free = column.source == RoleSource.UNKNOWN && column.content.countLike();
                if (free && (name.equals(ends[0]) || name.equals(ends[0] + " id"))) {
                    from = column;
                } else if (free && (name.equals(ends[1]) || name.equals(ends[1] + " id"))) {
                    to = column;
                } else {
                    flows |= column.content.figures == rows.length && !column.isLabel();
                }
            }
            if (from != null && to != null && flows && areNodes(from, to)) {
                from.be(ColumnRole.LABEL, RoleSource.CONTENT);
                to.be(ColumnRole.LABEL, RoleSource.CONTENT);
            }
        }
    }

    private boolean areNodes(ColumnReading from, ColumnReading to) {
        Set<Long> nodes = new HashSet<>();
        Set<String> edges = new HashSet<>();
        long most = 0;
        for (int row : rows) {
            if (!isWhole(row, from) || !isWhole(row, to)) {
                return false;
            }
            long begin = grid.unscaled(row, from.gridColumn);
            long end = grid.unscaled(row, to.gridColumn);
            if (begin == end || !edges.add(begin + " " + end)) {
                return false;
            }
            nodes.add(begin);
            nodes.add(end);
            most = Math.max(most, Math.max(begin, end));
        }
        boolean zero = nodes.contains(0L);
        return (zero || nodes.contains(1L)) && nodes.size() == most + (zero ? 1 : 0);
    }

    private boolean isWhole(int row, ColumnReading column) {
        return grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER && grid.scale(row, column.gridColumn) == 0;
    }
}
