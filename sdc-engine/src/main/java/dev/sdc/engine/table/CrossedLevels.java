package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds columns of numbers that name the rows of a crossing together with the labels before them: {@code Site, T stage,
 * Patients}, where every site has a row for each of 1, 2, 3, 4. Without such a column the rows could not be told apart, and
 * in every group of rows its numbers are numbered through from 0 or 1, or the same ones. Numbers that count do neither.
 */
final class CrossedLevels {
    /** More columns than this name no rows together. */
    private static final int MOST = 4;

    /** A column that numbers all rows through has as many at least; fewer may be counts by chance. */
    private static final int FEWEST = 4;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    CrossedLevels(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        List<ColumnReading> labels =
                columns.stream().filter(ColumnReading::isLabel).toList();
        List<ColumnReading> open = new ArrayList<>();
        List<ColumnReading> counting = counting();
        for (int i = 0; i < columns.size() && open.size() < MOST; i++) {
            ColumnReading column = columns.get(i);
            boolean mayName = i == 0 ? isZeroOrOne(column) : mayName(column);
            if (mayName && counting.stream().anyMatch(other -> other != column)) {
                open.add(column);
            }
        }
        if (labels.isEmpty()) {
            boolean two = rows.length == 2 && !open.isEmpty() && open.get(0) == columns.get(0);
            if (two && open.get(0).content.rising) {
                open.get(0)
                        .be(ColumnRole.LABEL, RoleSource.CONTENT); // no and yes, and nothing else tells the rows apart
            }
            return;
        }
        List<ColumnReading> levels = new ArrayList<>();
        for (ColumnReading column : open) {
            if (isLevel(column, labels, open) || (column.source == RoleSource.UNKNOWN && numbersAllRows(column))) {
                levels.add(column);
            }
        }
        levels.forEach(level -> level.be(ColumnRole.LABEL, RoleSource.CONTENT));
    }

    /** Whether a column holds whole numbers, no mark of a hidden count among them, and no header says that it counts the units. */
    private static boolean mayName(ColumnReading column) {
        ColumnContent content = column.content;
        boolean free = column.source == RoleSource.UNKNOWN
                || (column.source == RoleSource.HEADER
                        && (column.role == ColumnRole.COUNT || column.role == ColumnRole.MAGNITUDE)
                        && !HeaderWords.namesUnits(column.leaf()));
        return free && content.countLike() && content.whole == content.figures && content.marks == 0;
    }

    /** Whether a column says no and yes in every row, whatever its header counts: {@code Deaths: 0, 1}. */
    private static boolean isZeroOrOne(ColumnReading column) {
        ColumnContent content = column.content;
        return mayBeCount(column) && content.zeroOrOne && content.whole == content.rows && content.marks == 0;
    }

    private static boolean mayBeCount(ColumnReading column) {
        return column.source == RoleSource.UNKNOWN || (column.source == RoleSource.HEADER && column.isCount());
    }

    /** The columns that say that they count, of which two are as good as all. */
    private List<ColumnReading> counting() {
        return columns.stream()
                .filter(column -> column.isCount() && saysThatItCounts(column))
                .limit(2)
                .toList();
    }

    private static boolean saysThatItCounts(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning != null && meaning.role().isCount();
    }

    /** Whether a column is a level beside the labels alone, or beside one or all of the other columns that may be. */
    private boolean isLevel(ColumnReading column, List<ColumnReading> labels, List<ColumnReading> open) {
        List<ColumnReading> all = new ArrayList<>(labels);
        for (ColumnReading other : open) {
            if (other != column) {
                all.add(other);
                List<ColumnReading> two = new ArrayList<>(labels);
                two.add(other);
                if (isLevel(column, two)) {
                    return true;
                }
            }
        }
        return isLevel(column, labels) || isLevel(column, all);
    }

    private boolean isLevel(ColumnReading column, List<ColumnReading> others) {
        Map<List<String>, List<Long>> groups = groups(column, others);
        if (groups.size() < 2) {
            return false;
        }
        Set<List<Long>> kinds = new HashSet<>(groups.values());
        boolean numbered = true;
        int fewest = Integer.MAX_VALUE;
        for (List<Long> group : groups.values()) {
            fewest = Math.min(fewest, group.size());
            numbered &= group.get(0) <= 1;
            for (int i = 1; i < group.size(); i++) {
                long step = group.get(i) - group.get(i - 1);
                if (step <= 0) {
                    return false;
                }
                numbered &= step == 1;
            }
        }
        return fewest > 1 && (kinds.size() == 1 || (numbered && fewest > 2));
    }

    /** The numbers of a column for the rows that no other column tells apart; a blank label stands for the one above it. */
    private Map<List<String>, List<Long>> groups(ColumnReading column, List<ColumnReading> others) {
        Map<List<String>, List<Long>> groups = new LinkedHashMap<>();
        String[] above = new String[others.size()];
        Arrays.fill(above, "");
        for (int row : rows) {
            for (int i = 0; i < above.length; i++) {
                int at = others.get(i).gridColumn;
                above[i] = grid.isBlank(row, at) ? above[i] : grid.text(row, at).strip();
            }
            if (isWhole(row, column)) {
                groups.computeIfAbsent(List.of(above), key -> new ArrayList<>())
                        .add(grid.unscaled(row, column.gridColumn));
            }
        }
        return groups;
    }

    /** Whether a column counts the rows up from 0 or 1 and has nothing for the last, which counts all: no total of levels. */
    private boolean numbersAllRows(ColumnReading column) {
        int last = rows.length - 1;
        if (last < FEWEST || !grid.isBlank(rows[last], column.gridColumn) || !isTotal(rows[last])) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (!isWhole(rows[i], column)) {
                return false;
            }
            long n = grid.unscaled(rows[i], column.gridColumn);
            if (i == 0 ? n > 1 : n != grid.unscaled(rows[i - 1], column.gridColumn) + 1) {
                return false;
            }
        }
        return true;
    }

    private boolean isTotal(int row) {
        return columns.stream()
                .filter(ColumnReading::isLabel)
                .anyMatch(label -> TotalNames.isName(grid.text(row, label.gridColumn)));
    }

    private boolean isWhole(int row, ColumnReading column) {
        return grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER && grid.scale(row, column.gridColumn) == 0;
    }
}
