package dev.sdc.rules.cls;

import dev.sdc.engine.audit.AffectedNames;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * People all of whom something happened to: {@code Patients 44, Relapsed 44} beside each other or one above the other, and
 * {@code 44/44} in one cell.
 *
 * @param certain whether others of the table were spared, so that this one line stands out
 */
record AllAffected(
        String where, @Nullable String row, @Nullable String column, long n, boolean certain) {
    /** Larger tables are no list of a few measures. */
    private static final int MOST = 60;

    private static final Set<ColumnRole> SHARES = EnumSet.of(ColumnRole.PERCENTAGE, ColumnRole.PROPORTION);

    static List<AllAffected> of(Table table) {
        List<AllAffected> found = new ArrayList<>();
        columns(table, found);
        rows(table, found);
        fractions(table, found);
        return found;
    }

    private static void columns(Table table, List<AllAffected> found) {
        List<Column> counts = counts(table);
        List<Column> some = counts.stream()
                .filter(column -> AffectedNames.nameSome(column.leaf()))
                .toList();
        for (Column all : counts) {
            if (!some.isEmpty() && AffectedNames.nameAll(all.leaf())) {
                for (Column part : some) {
                    List<Pair> pairs = new ArrayList<>();
                    for (int row = 0; row < table.rowCount(); row++) {
                        pairs.add(new Pair(
                                row,
                                part,
                                LineCounts.at(table, row, all.index()),
                                LineCounts.at(table, row, part.index())));
                    }
                    keep(table, pairs, found);
                }
            }
        }
    }

    private static void rows(Table table, List<AllAffected> found) {
        int rows = Math.min(table.rowCount(), MOST);
        List<Column> counts = counts(table);
        int[] some = IntStream.range(0, rows)
                .filter(row -> AffectedNames.nameSome(table.rowLabel(row)))
                .toArray();
        for (int all = 0; all < rows; all++) {
            if (some.length > 0 && AffectedNames.nameAll(table.rowLabel(all))) {
                for (int part : some) {
                    List<Pair> pairs = new ArrayList<>();
                    for (Column column : counts) {
                        pairs.add(new Pair(
                                part,
                                column,
                                LineCounts.at(table, all, column.index()),
                                LineCounts.at(table, part, column.index())));
                    }
                    keep(table, pairs, found);
                }
            }
        }
    }

    /** Two counts of one cell, where no percentage beside them says the same. */
    private static void fractions(Table table, List<AllAffected> found) {
        int[] before = {-1, -1};
        long[] some = new long[1];
        table.forEachCount((row, column, n) -> {
            boolean second = row == before[0] && column == before[1];
            if (second && n > 0 && n == some[0] && !table.isTotalRow(row) && !hasShare(table, row, column)) {
                found.add(at(table, row, table.columns().get(column), n, true));
            }
            some[0] = n;
            before[0] = row;
            before[1] = column;
        });
    }

    private static boolean hasShare(Table table, int row, int column) {
        return table.quantities(row, column).stream().map(Quantity::role).anyMatch(SHARES::contains);
    }

    private static List<Column> counts(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .limit(MOST)
                .toList();
    }

    /** All and some of them, in the place of these. */
    private record Pair(int row, Column column, long all, long some) {
        boolean printed() {
            return all != LineCounts.NONE && some != LineCounts.NONE;
        }
    }

    private static void keep(Table table, List<Pair> pairs, List<AllAffected> found) {
        List<Pair> printed = pairs.stream().filter(Pair::printed).toList();
        if (printed.stream().anyMatch(pair -> pair.some() > pair.all())) {
            return; // they count something else
        }
        boolean spared = printed.stream().anyMatch(pair -> pair.some() < pair.all());
        for (Pair pair : printed) {
            if (pair.all() > 0 && pair.some() == pair.all()) {
                found.add(at(table, pair.row(), pair.column(), pair.all(), spared));
            }
        }
    }

    private static AllAffected at(Table table, int row, Column column, long n, boolean certain) {
        return new AllAffected(table.address(row, column.index()), table.rowLabel(row), column.name(), n, certain);
    }
}
