package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.MissingNames;
import dev.sdc.engine.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * Which row counts the units of the statistics in another, where statistics stand one below the other: {@code n}, {@code
 * mean}, {@code SD}. A row of counts speaks of its own group, or of every group if it stands in none.
 */
final class CountRows {
    private final Table table;
    /** For every row its row of counts, -1 for none; empty where the table has no row of counts. */
    private final int[] counts;

    CountRows(Table table) {
        this.table = table;
        boolean some = false;
        for (int row = 0; row < table.rowCount() && !some; row++) {
            some = isCount(row);
        }
        counts = new int[some ? table.rowCount() : 0];
        for (int first = 0; first < counts.length; ) {
            int end = endOfGroup(first);
            assign(first, end);
            first = end;
        }
        carry(0, counts.length, 1, true);
        carry(counts.length - 1, -1, -1, true);
    }

    /** The row that counts the units of a row's statistics; -1 where none does. */
    int of(int row) {
        return row < counts.length ? counts[row] : -1;
    }

    /** A group is rows that share all labels but the innermost, one below the other. */
    private int endOfGroup(int first) {
        List<String> outer = outer(first);
        int end = first + 1;
        while (end < counts.length && outer(end).equals(outer)) {
            end++;
        }
        return end;
    }

    private List<String> outer(int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? labels : labels.subList(0, labels.size() - 1);
    }

    /** Counts come ahead of their statistics, or behind them: as the first row of the group says. */
    private void assign(int first, int end) {
        Arrays.fill(counts, first, end, -1);
        int lead = first;
        while (lead < end && table.rowRole(lead) == null) {
            lead++;
        }
        boolean ahead = lead < end && isCount(lead);
        if (ahead) {
            carry(first, end, 1, false);
            carry(end - 1, first - 1, -1, false);
        } else {
            carry(end - 1, first - 1, -1, false);
            carry(first, end, 1, false);
        }
    }

    private void carry(int from, int to, int step, boolean ofAllGroups) {
        int last = -1;
        for (int row = from; row != to; row += step) {
            last = isCount(row) && !(ofAllGroups && !outer(row).isEmpty()) ? row : last;
            counts[row] = counts[row] < 0 ? last : counts[row];
        }
    }

    private boolean isCount(int row) {
        return table.rowRole(row) == ColumnRole.COUNT && !MissingNames.isName(table.rowLabels(row));
    }
}
