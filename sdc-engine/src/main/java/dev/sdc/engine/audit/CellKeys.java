package dev.sdc.engine.audit;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the cells of a table count, as numbers: cells under the same labels have the same key in every table, whichever way
 * the table is laid out. Totals add nothing to a key, as leaving a label out says the same; neither does a header that all
 * count columns share. Made for large tables.
 */
public final class CellKeys {
    /** Which labels of a row count. */
    enum Labels {
        /** All levels. */
        ALL,
        /** The innermost level only: areas that two tables group in two ways. */
        INNERMOST
    }

    private final long[] rows;
    private final long[] columns;

    private CellKeys(long[] rows, long[] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    static CellKeys of(Table table, Labels labels) {
        Map<String, Long> known = new HashMap<>();
        long[] rows = new long[table.rowCount()];
        for (int row = 0; row < rows.length; row++) {
            List<String> names = table.rowLabels(row);
            boolean total = table.isTotalRow(row) && names.size() == 1;
            int from = labels == Labels.ALL ? 0 : Math.max(0, names.size() - 1);
            for (int i = from; i < names.size() && !total; i++) {
                rows[row] += known.computeIfAbsent(names.get(i), CellKeys::key);
            }
        }
        Set<String> shared = sharedHeaders(table);
        long[] columns = new long[table.columns().size()];
        for (Column column : table.columns()) {
            for (int i = 0; i < column.header().size(); i++) {
                String name = CountedCell.inOneWriting(column.header().get(i));
                boolean total = column.total() && i == column.header().size() - 1;
                if (!total && !shared.contains(name)) {
                    columns[column.index()] += key(name);
                }
            }
        }
        return new CellKeys(rows, columns);
    }

    /** The headers that all count columns have, in one writing. */
    static Set<String> sharedHeaders(Table table) {
        Set<String> shared = null;
        for (Column column : table.columns()) {
            if (!column.isLabel() && holdsCounts(column)) {
                Set<String> names = new HashSet<>();
                column.header().forEach(name -> names.add(CountedCell.inOneWriting(name)));
                if (shared == null) {
                    shared = names;
                } else {
                    shared.retainAll(names);
                }
            }
        }
        return shared == null ? Set.of() : shared;
    }

    static boolean holdsCounts(Column column) {
        return column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS);
    }

    /**
     * What the printed counts of a table count, by all labels and by the innermost: two tables are taken to count the same
     * people by what each of them says once only. Totals of all are left out.
     */
    static LongStream counted(Table table) {
        return Arrays.stream(Labels.values()).flatMapToLong(labels -> once(table, of(table, labels)));
    }

    private static LongStream once(Table table, CellKeys keys) {
        LongStream.Builder all = LongStream.builder();
        table.forEachCount((row, column, n) -> all.add(keys.of(row, column)));
        long[] sorted = all.build().sorted().toArray();
        return IntStream.range(0, sorted.length)
                .filter(i -> sorted[i] != 0
                        && (i == 0 || sorted[i - 1] != sorted[i])
                        && (i + 1 == sorted.length || sorted[i + 1] != sorted[i]))
                .mapToLong(i -> sorted[i]);
    }

    /** The key of a cell; 0 for the total of all. */
    long of(int row, int column) {
        return rows[row] + columns[column];
    }

    /** A label's share in a key: keys are sums, so that the order of labels does not matter. */
    static long key(String label) {
        String name = CountedCell.inOneWriting(label);
        if (name.equals(CountedCell.TOTAL)) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
