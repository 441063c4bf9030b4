package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns, or rows, that say that they are parts of the one before them: {@code All cancers, of which lung, of which other}.
 *
 * @param acrossColumns whether they are columns
 * @param whole the column (or row) that they are parts of
 * @param parts theirs; shared, never changed
 * @param all whether together they are all of it: one is the rest by its name, or they add up to it somewhere
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NamedParts(boolean acrossColumns, int whole, int[] parts, boolean all) {
    /** Whether a name is that of a part of what stands before it. */
    public static boolean isPart(String name) {
        return Wording.begins(name, "of which", "of whom", "of these", "of those", "thereof", "davon", "dont");
    }

    /** Those of a table in two parts or more that are nowhere more than the whole. */
    public static List<NamedParts> of(Table table) {
        List<NamedParts> found = new ArrayList<>();
        columns(table, found);
        rows(table, found);
        return found;
    }

    private static void columns(Table table, List<NamedParts> found) {
        List<Column> counts = table.columns().stream().filter(Lines::isCount).toList();
        for (int first = 1; first < counts.size(); ) {
            int end = first;
            while (end < counts.size() && counts.get(end).header().stream().anyMatch(NamedParts::isPart)) {
                end++;
            }
            if (end - first > 1) {
                int[] parts = counts.subList(first, end).stream()
                        .mapToInt(Column::index)
                        .toArray();
                int[] rows = IntStream.range(0, table.rowCount()).toArray();
                add(table, true, counts.get(first - 1).index(), parts, rows, found);
            }
            first = end + 1;
        }
    }

    private static void rows(Table table, List<NamedParts> found) {
        BitSet named = table.rowsLabelled(NamedParts::isPart);
        int[] columns = table.columns().stream()
                .filter(Lines::isCount)
                .mapToInt(Column::index)
                .toArray();
        for (int first = named.nextSetBit(1); first >= 0; ) {
            int end = named.nextClearBit(first);
            if (end - first > 1) {
                add(table, false, first - 1, IntStream.range(first, end).toArray(), columns, found);
            }
            first = named.nextSetBit(end);
        }
    }

    private static void add(
            Table table, boolean acrossColumns, int whole, int[] parts, int[] lines, List<NamedParts> found) {
        boolean all = false;
        for (int part : parts) {
            all |= isRest(acrossColumns ? table.columns().get(part).leaf() : table.rowLabel(part));
        }
        for (int fixed : lines) {
            LineCounts counts = LineCounts.of(table, new Line(acrossColumns, fixed, parts, whole, ""));
            if (counts.hasTotal() && counts.sum() > counts.total()) {
                return;
            }
            all |= counts.hasTotal()
                    && counts.complete()
                    && counts.sum() == counts.total()
                    && counts.total() >= LineCounts.NO_CHANCE;
        }
        found.add(new NamedParts(acrossColumns, whole, parts, all));
    }

    private static boolean isRest(String name) {
        return Wording.names(
                name,
                "other",
                "others",
                "rest",
                "remaining",
                "remainder",
                "neither",
                "none",
                "sonstige",
                "andere",
                "übrige",
                "autres");
    }
}
