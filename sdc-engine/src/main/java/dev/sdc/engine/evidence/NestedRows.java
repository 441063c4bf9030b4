package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that are parts of another row: they are counted there once more, and are no further categories beside it.
 *
 * @param certain for every row the row that it is known to be a part of, by the declaration or by sums; -1 for none
 * @param possible the same where the labels tell it and no count speaks against it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record NestedRows(int[] certain, int[] possible) {
    static final int NO_ROW = -1;

    /** What the counts of families of one kind say. */
    private static final class Tally {
        private int equal;
        private int less;
        private boolean exceeded;
    }

    static NestedRows of(Table table) {
        int[] certain = new int[table.rowCount()];
        Arrays.fill(certain, NO_ROW);
        int[] possible = certain.clone();
        List<Column> counts = table.columns().stream()
                .filter(column -> !column.isLabel()
                        && (column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS)))
                .toList();
        Map<RowFamily.Kind, List<RowFamily>> byKind = new EnumMap<>(RowFamily.Kind.class);
        RowFamily.in(table)
                .forEach(family -> byKind.computeIfAbsent(family.kind(), kind -> new ArrayList<>())
                        .add(family));
        byKind.forEach((kind, families) -> {
            Tally tally = new Tally();
            families.forEach(family -> counts.forEach(column -> add(tally, table, family, column.index())));
            if (!tally.exceeded) {
                boolean added = tally.equal > 0 && tally.less <= tally.equal;
                families.forEach(family -> mark(possible, family));
                families.stream()
                        .filter(family -> added || kind == RowFamily.Kind.DECLARED)
                        .forEach(family -> mark(certain, family));
            }
        });
        return new NestedRows(certain, possible);
    }

    /** Puts down the whole of each part that has none yet. */
    private static void mark(int[] wholes, RowFamily family) {
        for (int child : family.children()) {
            wholes[child] = wholes[child] == NO_ROW ? family.parent() : wholes[child];
        }
    }

    private static void add(Tally tally, Table table, RowFamily family, int column) {
        long all = LineCounts.at(table, family.parent(), column);
        if (all == LineCounts.NONE) {
            return;
        }
        LineCounts parts = LineCounts.of(table, new Line(false, column, family.children(), NO_ROW, ""));
        tally.exceeded |= parts.sum() > all;
        tally.equal += parts.complete() && parts.sum() == all && all >= LineCounts.NO_CHANCE ? 1 : 0;
        tally.less += parts.complete() && parts.sum() < all ? 1 : 0;
    }

    /** The rows among some that are a part of none of the others. */
    static int[] outermost(int[] rows, int[] parents) {
        List<Integer> outermost = new ArrayList<>();
        int[] sorted = rows.clone();
        Arrays.sort(sorted);
        for (int row : rows) {
            if (parents[row] == NO_ROW || Arrays.binarySearch(sorted, parents[row]) < 0) {
                outermost.add(row);
            }
        }
        return outermost.stream().mapToInt(Integer::intValue).toArray();
    }
}
