package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the codes of a long table: {@code female, smoker, Patients} with a row for each of 0 0, 0 1, 1 0 and 1 1. The first
 * columns hold every combination of their codes, and of times and labels among them, once; figures that count would have to
 * do so by chance, and none of the columns behind them is their sum.
 */
final class CodedCrossing {
    private static final int MOST_COLUMNS = 4;
    private static final int FEWEST_ROWS = 4;

    private final Grid grid;
    private final int[] rows;
    /** All but a first one that only numbers the rows. */
    private final List<ColumnReading> columns;

    CodedCrossing(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        boolean numbered = !columns.isEmpty() && columns.get(0).isLabel() && columns.get(0).content.rising;
        this.columns = numbered ? columns.subList(1, columns.size()) : columns;
    }

    void find() {
        if (rows.length < FEWEST_ROWS) {
            return;
        }
        int names = 0;
        while (names < Math.min(MOST_COLUMNS, columns.size()) && mayName(columns.get(names))) {
            names++;
        }
        while (names > 1) {
            List<ColumnReading> codes =
                    columns.subList(0, names).stream().filter(this::isCode).toList();
            if (!codes.isEmpty() && isCountedBehind(names) && isCrossing(names) && !isSum(codes, names)) {
                codes.forEach(code -> code.be(ColumnRole.LABEL, RoleSource.CONTENT));
                return;
            }
            names--;
        }
    }

    private boolean mayName(ColumnReading column) {
        return column.content.blanks == 0 && (column.isLabel() || column.role == ColumnRole.TIME || isCode(column));
    }

    /** Whether a column may hold codes: they are numbered through from 0 or 1. */
    private boolean isCode(ColumnReading column) {
        ColumnContent content = column.content;
        boolean free = column.source == RoleSource.UNKNOWN
                || (column.source == RoleSource.HEADER && column.isCount() && content.zeroOrOne);
        return free && content.countLike() && isNumberedThrough(column);
    }

    private boolean isNumberedThrough(ColumnReading column) {
        Set<Long> codes = new HashSet<>();
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int row : rows) {
            long code = number(row, column);
            if (!isWhole(row, column) || code > rows.length) {
                return false;
            }
            codes.add(code);
            least = Math.min(least, code);
            most = Math.max(most, code);
        }
        return codes.size() > 1 && least <= 1 && most - least + 1 == codes.size();
    }

    /** Whether the first columns hold every combination of their numbers, and none twice. */
    private boolean isCrossing(int names) {
        long combinations = 1;
        for (ColumnReading column : columns.subList(0, names)) {
            combinations *= Arrays.stream(rows)
                    .mapToObj(row -> grid.text(row, column.gridColumn))
                    .distinct()
                    .count();
            if (combinations > rows.length) {
                return false;
            }
        }
        Set<List<String>> seen = new HashSet<>();
        for (int row : combinations == rows.length ? rows : new int[0]) {
            seen.add(columns.subList(0, names).stream()
                    .map(column -> grid.text(row, column.gridColumn))
                    .toList());
        }
        return seen.size() == rows.length;
    }

    private boolean isCountedBehind(int names) {
        return columns.subList(names, columns.size()).stream()
                .anyMatch(column -> column.isCount() && column.isHeadedAsCount());
    }

    /** Whether a column behind them adds the codes up, as a total of counts does. */
    private boolean isSum(List<ColumnReading> codes, int names) {
        return columns.subList(names, columns.size()).stream()
                .anyMatch(behind -> Arrays.stream(rows)
                        .allMatch(row -> isWhole(row, behind) && number(row, behind) == sum(row, codes)));
    }

    private long sum(int row, List<ColumnReading> codes) {
        return codes.stream().mapToLong(code -> number(row, code)).sum();
    }

    private boolean isWhole(int row, ColumnReading column) {
        return grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER && grid.scale(row, column.gridColumn) == 0;
    }

    private long number(int row, ColumnReading column) {
        return grid.unscaled(row, column.gridColumn);
    }
}
