package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Variables that stand one below the other without a name, under one total of all people: rows that follow one another and
 * add up to it, and again.
 */
final class RunsOfTotal {
    /** Of few people rows may add up by chance. */
    private static final long NO_CHANCE = 50;

    private final Table table;
    private final int total;
    private final int column;
    private final long all;

    private RunsOfTotal(Table table, int total, int column) {
        this.table = table;
        this.total = total;
        this.column = column;
        this.all = LineCounts.at(table, total, column);
    }

    /** The rows of each variable; empty where the rows are not such runs. */
    static List<RowGroups.Group> of(Table table) {
        int total = -1;
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row)) {
                if (total >= 0) {
                    return List.of();
                }
                total = row;
            }
        }
        int row = total;
        return row < 0
                ? List.of()
                : table.columns().stream()
                        .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                        .mapToInt(Column::index)
                        .filter(column -> LineCounts.at(table, row, column) >= NO_CHANCE)
                        .limit(1)
                        .mapToObj(column -> new RunsOfTotal(table, row, column).runs())
                        .findFirst()
                        .orElse(List.of());
    }

    private List<RowGroups.Group> runs() {
        List<RowGroups.Group> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        boolean exact = false;
        long sum = 0;
        int hidden = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            if (row == total
                    || table.rowRole(row) != null
                    || table.text(row, column).isBlank()) {
                continue;
            }
            long n = LineCounts.at(table, row, column);
            if (n == LineCounts.NONE) {
                hidden++;
            } else {
                if (sum + n > all) { // the next variable begins
                    if (!closesWithHidden(sum, hidden)) {
                        return List.of();
                    }
                    close(runs, run);
                    sum = 0;
                    hidden = 0;
                }
                sum += n;
            }
            run.add(row);
            if (sum == all && hidden == 0) {
                if (run.size() < 2) {
                    return List.of();
                }
                close(runs, run);
                exact = true;
                sum = 0;
            }
        }
        if (!run.isEmpty()) {
            if (!closesWithHidden(sum, hidden)) {
                return List.of();
            }
            close(runs, run);
        }
        return exact && runs.size() > 1 ? runs : List.of();
    }

    private boolean closesWithHidden(long sum, int hidden) {
        return LineCounts.areFew(all - sum, hidden);
    }

    private void close(List<RowGroups.Group> runs, List<Integer> run) {
        if (run.size() > 1) {
            runs.add(
                    new RowGroups.Group(run.stream().mapToInt(Integer::intValue).toArray(), total));
        }
        run.clear();
    }
}
