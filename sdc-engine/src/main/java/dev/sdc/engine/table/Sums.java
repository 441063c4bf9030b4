package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds whether the whole numbers of a column add up with those of others, as only counts do. */
final class Sums {
    /** More columns than this are not tried in pairs. */
    static final int MOST = 40;

    /** Rows beyond these are taken to add up as the first ones do. */
    private static final int MOST_ROWS = 1_000;

    private static final int FEWEST_PARTS = 3;

    /** What is left of a total is seldom more. */
    private static final int LARGEST_REST = 20;

    /** A larger sum is not met by chance. */
    private static final int NO_CHANCE = 60;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    Sums(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows.length > MOST_ROWS ? Arrays.copyOf(rows, MOST_ROWS) : rows;
        this.columns = columns;
    }

    /** Whether a column is a part or the total of a sum that holds in every row, or has a line that sums the others. */
    boolean has(ColumnReading column) {
        return across(column) || down(column);
    }

    /** Whether a column is a part or the total of a sum that holds in every row. */
    boolean across(ColumnReading column) {
        List<ColumnReading> others = new ArrayList<>();
        for (ColumnReading other : columns) {
            if (other != column && other.content.countLike() && others.size() < MOST) {
                others.add(other);
            }
        }
        for (ColumnReading total : others) {
            List<ColumnReading> parts = new ArrayList<>(others);
            parts.remove(total);
            if (parts.isEmpty()) {
                continue;
            }
            parts.add(column);
            if (holds(total, parts)) {
                return true;
            }
            for (ColumnReading other : others) {
                if (other != total && (holds(total, List.of(column, other)) || holds(column, List.of(total, other)))) {
                    return true;
                }
            }
        }
        return others.size() > 1 && holds(column, others);
    }

    /**
     * Whether a column is the sum of three others or more in one row, where that is no chance, and a little more than it in
     * the rest: somebody is in none of them. The column itself may be among the others.
     */
    boolean isNearlyTotal(ColumnReading column, List<ColumnReading> others) {
        boolean exact = false;
        for (int row : rows) {
            long total = whole(row, column.gridColumn);
            long sum = 0;
            int parts = 0;
            for (ColumnReading other : others) {
                long n = other == column ? 0 : whole(row, other.gridColumn);
                if (n < 0) {
                    return false;
                }
                sum += n;
                parts += other == column ? 0 : 1;
            }
            if (parts < FEWEST_PARTS || sum > total || total - sum > LARGEST_REST) {
                return false;
            }
            exact |= sum == total && total > NO_CHANCE;
        }
        return exact;
    }

    /** Whether a sum holds in every row that prints all its numbers, and in two at least. */
    private boolean holds(ColumnReading total, List<ColumnReading> parts) {
        int tested = 0;
        for (int row : rows) {
            long rest = whole(row, total.gridColumn);
            boolean complete = rest >= 0;
            boolean empty = rest == 0;
            for (ColumnReading part : parts) {
                long n = whole(row, part.gridColumn);
                complete &= n >= 0;
                rest -= n;
            }
            if (complete && rest != 0) {
                return false;
            }
            tested += complete && !empty ? 1 : 0;
        }
        return tested > 1;
    }

    /** Whether the first or the last line sums the rest of the column; fewer than three parts may do so by chance. */
    private boolean down(ColumnReading column) {
        if (rows.length < 4) {
            return false;
        }
        long sum = 0;
        for (int row : rows) {
            long n = whole(row, column.gridColumn);
            if (n < 0) {
                return false;
            }
            sum += n;
        }
        long first = whole(rows[0], column.gridColumn);
        long last = whole(rows[rows.length - 1], column.gridColumn);
        return sum > 0 && (sum == 2 * first || sum == 2 * last);
    }

    /** The whole number of a cell, or -1 where it holds none. */
    private long whole(int row, int column) {
        boolean plain = grid.kind(row, column) == Grid.Kind.NUMBER && grid.scale(row, column) == 0;
        return plain ? Math.max(grid.unscaled(row, column), -1) : -1;
    }
}
