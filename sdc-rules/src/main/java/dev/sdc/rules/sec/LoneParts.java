package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The only category of a variable that is printed beside its total, in a table with a row for each crossing of two variables or
 * more: {@code Yes, All: 210} and {@code Yes, Yes: 203} leave {@code Yes, No}.
 */
final class LoneParts {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    /** Larger tables are printed for every crossing. */
    private static final int MOST_ROWS = 20_000;

    /** The rows of some labels but for one level: that of the total, and the one other. */
    private static final class Rows {
        private int total = NONE;
        private int part = NONE;

        private void add(int row, boolean ofTotal) {
            if (ofTotal) {
                total = total == NONE ? row : SEVERAL;
            } else {
                part = part == NONE ? row : SEVERAL;
            }
        }

        private boolean arePair() {
            return total >= 0 && part >= 0;
        }
    }

    private LoneParts() {}

    static List<Remainder> of(Table table) {
        int levels = table.labelLevels();
        List<Remainder> found = new ArrayList<>();
        if (levels < 2 || table.rowCount() > MOST_ROWS) {
            return found;
        }
        List<int[]> numbers = new ArrayList<>();
        List<BitSet> totals = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            numbers.add(table.labelNumbers(level));
            totals.add(totals(table.labels(level)));
        }
        for (int level = 0; level < levels; level++) {
            Map<List<Integer>, Rows> groups = new HashMap<>();
            for (int row = 0; row < table.rowCount(); row++) {
                List<Integer> others = new ArrayList<>();
                boolean full = true;
                for (int other = 0; other < levels; other++) {
                    int number = numbers.get(other)[row];
                    full &= number >= 0;
                    others.add(other == level ? 0 : number);
                }
                if (full) {
                    groups.computeIfAbsent(others, any -> new Rows())
                            .add(row, totals.get(level).get(numbers.get(level)[row]));
                }
            }
            for (Rows rows : groups.values()) {
                if (rows.arePair()) {
                    found.addAll(left(table, rows, table.labels(level).get(numbers.get(level)[rows.part])));
                }
            }
        }
        return found;
    }

    private static BitSet totals(List<String> labels) {
        BitSet totals = new BitSet();
        for (int i = 0; i < labels.size(); i++) {
            totals.set(i, TotalNames.isName(labels.get(i)));
        }
        return totals;
    }

    /** A part that is larger than its whole somewhere is none. */
    private static List<Remainder> left(Table table, Rows rows, String name) {
        List<Remainder> left = new ArrayList<>();
        for (Column column : table.columns()) {
            long whole = LineCounts.at(table, rows.total, column.index());
            long part = LineCounts.at(table, rows.part, column.index());
            if (!column.isLabel()
                    && column.mayHold(ColumnRole.COUNT)
                    && whole != LineCounts.NONE
                    && part != LineCounts.NONE) {
                left.add(new Remainder(
                        table.address(rows.part, column.index()),
                        table.rowLabel(rows.part),
                        column.name(),
                        whole,
                        part,
                        "who are not \"" + name + "\"",
                        Remainder.less(
                                table.file() + "!" + table.address(rows.total, column.index()),
                                List.of(table.file() + "!" + table.address(rows.part, column.index())))));
            }
        }
        return left.stream().anyMatch(remainder -> remainder.told() > remainder.whole()) ? List.of() : left;
    }
}
