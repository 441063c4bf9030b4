package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Columns and rows that say that they count some of those in the one before ({@code of whom staged}): who is left. */
final class Subsets {
    private final Table table;
    private final List<Remainder> found = new ArrayList<>();

    private Subsets(Table table) {
        this.table = table;
    }

    static List<Remainder> of(Table table) {
        Subsets subsets = new Subsets(table);
        subsets.columns();
        subsets.rows();
        return subsets.found;
    }

    private static boolean isSubset(String name) {
        return Wording.begins(name, "of which", "of whom", "of these", "of those", "thereof", "davon", "dont");
    }

    private void columns() {
        Column whole = null;
        for (Column column : table.columns()) {
            if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                if (!isSubset(column.leaf())) {
                    whole = column;
                } else if (whole != null) {
                    List<Remainder> left = new ArrayList<>();
                    for (int row = 0; row < table.rowCount(); row++) {
                        left.add(left(row, whole.index(), row, column.index(), column.leaf()));
                    }
                    keep(left);
                }
            }
        }
    }

    private void rows() {
        BitSet subsets = table.rowsLabelled(Subsets::isSubset);
        subsets.stream().filter(row -> !isSubset(innermost(row))).forEach(subsets::clear);
        for (int row = subsets.nextSetBit(0); row >= 0; row = subsets.nextSetBit(row + 1)) {
            int whole = subsets.previousClearBit(row);
            String name = innermost(row);
            if (whole >= 0) {
                List<Remainder> left = new ArrayList<>();
                for (Column column : table.columns()) {
                    if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                        left.add(left(whole, column.index(), row, column.index(), name));
                    }
                }
                keep(left);
            }
        }
    }

    private String innermost(int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    private Remainder left(int wholeRow, int wholeColumn, int row, int column, String name) {
        long whole = LineCounts.at(table, wholeRow, wholeColumn);
        long told = LineCounts.at(table, row, column);
        boolean printed = whole != LineCounts.NONE && told != LineCounts.NONE;
        return new Remainder(
                table.address(row, column),
                table.rowLabel(row),
                table.columns().get(column).name(),
                printed ? whole : 0,
                printed ? told : 0,
                "who are not \"" + name + "\"",
                List.of(table.file() + "!" + table.address(wholeRow, wholeColumn)));
    }

    /** A part that is larger than its whole somewhere is none. */
    private void keep(List<Remainder> left) {
        if (left.stream().noneMatch(remainder -> remainder.told() > remainder.whole())) {
            found.addAll(left);
        }
    }
}
