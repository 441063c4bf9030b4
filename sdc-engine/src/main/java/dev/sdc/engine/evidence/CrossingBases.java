package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bases of the shares in a crossing that prints counts and shares one below the other: {@code Count}, {@code Row %},
 * {@code Column %}, {@code Total %}, each in a row of that name. The base of a share of the column stands in the row of the
 * totals, that of a share of the row in the column of the totals, and that of a share of all in both.
 */
final class CrossingBases {
    private static final Pattern COLUMN = Pattern.compile("(?:Column|Col\\.?) ?(?:%|Pct|Percent)|% of column");
    private static final Pattern ROW = Pattern.compile("Row ?(?:%|Pct|Percent)|% of row");
    private static final Pattern ALL = Pattern.compile("Total ?(?:%|Pct|Percent)|% of total", Pattern.CASE_INSENSITIVE);
    /** What SPSS calls a share, by the variable whose category is the whole. */
    private static final String WITHIN = "% within ";

    /** What a share is a share of. */
    private enum Whole {
        ROW,
        COLUMN,
        ALL
    }

    /** No program prints more figures of a cell. */
    private static final int MOST_STATISTICS = 12;

    private final Table table;
    /** For every row the next one below with the counts of a total; -1 for none. */
    private final int[] totals;
    /** Whether some row is of counts. */
    private final boolean counted;

    CrossingBases(Table table) {
        this.table = table;
        this.totals = new int[table.rowCount()];
        int next = -1;
        boolean any = false;
        for (int row = totals.length - 1; row >= 0; row--) {
            any |= isCounts(row);
            next = isCounts(row) && table.isTotalRow(row) ? row : next;
            totals[row] = next;
        }
        this.counted = any;
    }

    /** Whether the row of a share says what it is a share of, in a table that has rows of counts. */
    boolean tells(Quantity share) {
        return counted && wholeOf(share.row()) != null;
    }

    /** The base, null where it is not printed. */
    @Nullable
    Size of(Quantity share) {
        Whole whole = wholeOf(share.row());
        int row = whole == Whole.ROW ? countsAbove(share.row()) : countsOfTotal(share.row());
        int column = whole == Whole.COLUMN ? share.column() : totalColumn(share.column());
        if (whole == null || row < 0 || column < 0) {
            return null;
        }
        long n = table.count(row, column);
        return n < 0
                ? null
                : Rounded.size(table, n, Size.Source.PRINTED, () -> table.file() + "!" + table.address(row, column));
    }

    private @Nullable Whole wholeOf(int row) {
        List<String> labels = table.rowLabels(row);
        String name = labels.isEmpty() ? "" : labels.get(labels.size() - 1).strip();
        if (name.startsWith(WITHIN)) {
            String variable = name.substring(WITHIN.length()).strip();
            return labels.subList(0, labels.size() - 1).contains(variable) ? Whole.ROW : within(variable);
        }
        return COLUMN.matcher(name).matches()
                ? Whole.COLUMN
                : ROW.matcher(name).matches() ? Whole.ROW : ALL.matcher(name).matches() ? Whole.ALL : null;
    }

    private @Nullable Whole within(String variable) {
        return table.columns().stream().anyMatch(column -> column.header().contains(variable)) ? Whole.COLUMN : null;
    }

    /** The row of counts that a row of shares stands below; -1 where there is none. */
    private int countsAbove(int row) {
        int above = row;
        while (above >= 0 && row - above <= MOST_STATISTICS && !isCounts(above)) {
            above--;
        }
        return above >= 0 && isCounts(above) ? above : -1;
    }

    /** The row of counts of all that a row is part of, the row's own counts where it is of totals; -1 for none. */
    private int countsOfTotal(int row) {
        return table.isTotalRow(row) ? countsAbove(row) : totals[row];
    }

    private boolean isCounts(int row) {
        return table.rowRole(row) == ColumnRole.COUNT;
    }

    /** The next column of totals to the right of a column, or that itself; -1 for none. */
    private int totalColumn(int column) {
        List<Column> columns = table.columns();
        int next = column;
        while (next < columns.size() && !columns.get(next).total()) {
            next++;
        }
        return next < columns.size() ? next : -1;
    }
}
