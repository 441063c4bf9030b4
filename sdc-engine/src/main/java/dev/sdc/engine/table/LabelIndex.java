package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The labels of one level of a table's rows, each different one known by a number: long tables are grouped and searched
 * without looking at a text twice.
 *
 * @param numbers for every data row the number of its label, from 0 in the order of their first row; -1 where it has none
 * @param labels the different labels by number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record LabelIndex(int[] numbers, String[] labels) {

    static LabelIndex of(TableShape shape, int level) {
        Grid grid = shape.grid();
        RowLabels rowLabels = shape.labels();
        int levels = rowLabels.levels();
        int column = rowLabels.column(level, levels);
        int[] byCode = new int[grid.textCount()];
        Arrays.fill(byCode, -1);
        Map<Long, Integer> byNumber = new HashMap<>();
        int[] numbers = new int[shape.rows().length];
        String[] labels = new String[16];
        int next = 0;
        int last = -1;
        for (int row = 0; row < numbers.length; row++) {
            int at = rowLabels.at(row, level, levels);
            if (at >= 0 && at == last) {
                numbers[row] = numbers[row - 1];
                continue;
            }
            last = at;
            if (at < 0 || grid.isBlank(at, column)) {
                numbers[row] = -1;
                continue;
            }
            int known;
            if (grid.kind(at, column) == Grid.Kind.TEXT) {
                int code = grid.textCode(at, column);
                known = byCode[code] < 0 ? next : byCode[code];
                byCode[code] = known;
            } else {
                long key = grid.unscaled(at, column) * 32 + grid.scale(at, column);
                Integer before = byNumber.putIfAbsent(key, next);
                known = before == null ? next : before;
            }
            if (known == next) {
                labels = next == labels.length ? Arrays.copyOf(labels, 2 * next) : labels;
                labels[next++] = grid.text(at, column).strip();
            }
            numbers[row] = known;
        }
        return new LabelIndex(numbers, Arrays.copyOf(labels, next));
    }

    /** Adds the rows whose label passes a test, which is asked once for each different label. */
    void find(Predicate<String> test, BitSet rows) {
        BitSet passed = new BitSet();
        for (int label = 0; label < labels.length; label++) {
            passed.set(label, test.test(labels[label]));
        }
        for (int row = 0; row < numbers.length && !passed.isEmpty(); row++) {
            if (numbers[row] >= 0 && passed.get(numbers[row])) {
                rows.set(row);
            }
        }
    }
}
