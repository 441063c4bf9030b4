package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds codes that follow from a label beside them: {@code town, county, purpose, patients}, where all rows of a town have the
 * same number under {@code county}. Figures that count differ from row to row; what a town has in all may be repeated so, but
 * it is never less than one of its parts, and hardly ever that of many other towns. The town itself may be a long number.
 */
final class NestedCodes {
    /** More columns of names or of numbers are not looked at. */
    private static final int MOST_COLUMNS = 8;

    private static final int FEWEST_GROUPS = 3;
    /** Fewer rows may have few numbers by chance. */
    private static final int FEWEST_ROWS = 20;
    /** Numbers of places are no shorter where nothing else shows that they are numbers of places. */
    private static final int SHORTEST = 4;

    private static final int FEWEST_PLACES = 10;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    NestedCodes(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    void find() {
        List<ColumnReading> open = columns.stream()
                .filter(column -> column.source == RoleSource.UNKNOWN && column.content.decimals == 0)
                .filter(column -> column.content.whole == column.content.rows || holdsRanges(column))
                .filter(column -> column.content.negative == 0)
                .limit(MOST_COLUMNS)
                .toList();
        if (rows.length < 2 * FEWEST_GROUPS || open.isEmpty()) {
            return;
        }
        boolean counted = columns.stream().skip(1).anyMatch(column -> !column.isLabel() && column.content.countLike());
        if (open.get(0) == columns.get(0) && counted && arePlaces(open.get(0))) {
            open.get(0).be(ColumnRole.LABEL, RoleSource.CONTENT);
        }
        List<ColumnReading> labels = columns.stream()
                .filter(column -> column.isLabel() && column.content.blanks == 0)
                .limit(MOST_COLUMNS)
                .toList();
        List<ColumnReading> codes = new ArrayList<>();
        for (ColumnReading column : open) {
            if (!column.isLabel() && labels.stream().anyMatch(label -> follows(column, label))) {
                codes.add(column);
            }
        }
        List<ColumnReading> counts = columns.stream()
                .filter(column -> !codes.contains(column) && column.content.countLike() && !column.isLabel())
                .toList();
        for (ColumnReading code : codes) {
            if (counts.stream().anyMatch(count -> isNoTotalOf(code, count))) {
                code.be(ColumnRole.LABEL, RoleSource.CONTENT);
            }
        }
    }

    /** Whether each cell is a range such as {@code 1-5}, as a span of months is and a hidden count may be. */
    private static boolean holdsRanges(ColumnReading column) {
        ColumnContent content = column.content;
        return content.several + content.marks == content.rows && content.differentMarks() != 1;
    }

    /** Whether long numbers all stand in the same number of rows, two or more. */
    private boolean arePlaces(ColumnReading column) {
        Map<String, Integer> times = new HashMap<>();
        for (int row : rows) {
            String place = grid.text(row, column.gridColumn).strip();
            if (place.length() < SHORTEST) {
                return false;
            }
            times.merge(place, 1, Integer::sum);
        }
        Set<Integer> different = new HashSet<>(times.values());
        return times.size() >= FEWEST_PLACES && different.size() == 1 && !different.contains(1);
    }

    /** Whether the rows of each label, two or more, have one code, which is not the same for all labels. */
    private boolean follows(ColumnReading column, ColumnReading label) {
        Map<String, String> codes = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (int row : rows) {
            String name = grid.text(row, label.gridColumn).strip();
            String code = grid.text(row, column.gridColumn).strip();
            String before = codes.put(name, code);
            boolean single = before == null && 2 * codes.size() > rows.length; // some name stands in one row
            if (single || (before != null && !before.equals(code))) {
                return false;
            }
            if (before != null) {
                repeated.add(name);
            }
        }
        int different = new HashSet<>(codes.values()).size();
        boolean shared = different < codes.size() || holdsRanges(column);
        boolean enough = codes.size() >= FEWEST_GROUPS || holdsRanges(column);
        return enough && repeated.size() == codes.size() && different > 1 && shared;
    }

    /** Whether a code is less than a count in its row, or a few codes stand in many rows. */
    private boolean isNoTotalOf(ColumnReading code, ColumnReading count) {
        Set<String> codes = new HashSet<>();
        for (int row : rows) {
            codes.add(grid.text(row, code.gridColumn));
            boolean less = isWhole(row, code)
                    && isWhole(row, count)
                    && grid.unscaled(row, code.gridColumn) < grid.unscaled(row, count.gridColumn);
            if (less) {
                return true;
            }
        }
        return rows.length >= FEWEST_ROWS && 2L * codes.size() * codes.size() <= rows.length;
    }

    private boolean isWhole(int row, ColumnReading column) {
        return grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER && grid.scale(row, column.gridColumn) == 0;
    }
}
