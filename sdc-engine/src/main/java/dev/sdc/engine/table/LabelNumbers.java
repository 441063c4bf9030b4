package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers the labels of a table's rows, so that rows can be grouped without comparing texts. */
final class LabelNumbers {
    private LabelNumbers() {}

    static int[] of(TableShape shape, int level) {
        Grid grid = shape.grid();
        RowLabels labels = shape.labels();
        int levels = labels.levels();
        int column = labels.column(level, levels);
        int[] byCode = new int[grid.textCount()];
        Arrays.fill(byCode, -1);
        Map<Long, Integer> byNumber = new HashMap<>();
        int[] numbers = new int[shape.rows().length];
        int next = 0;
        for (int row = 0; row < numbers.length; row++) {
            int at = labels.at(row, level, levels);
            if (at < 0 || grid.isBlank(at, column)) {
                numbers[row] = -1;
            } else if (grid.kind(at, column) == Grid.Kind.TEXT) {
                int code = grid.textCode(at, column);
                if (byCode[code] < 0) {
                    byCode[code] = next++;
                }
                numbers[row] = byCode[code];
            } else {
                long key = grid.unscaled(at, column) * 32 + grid.scale(at, column);
                Integer known = byNumber.putIfAbsent(key, next);
                numbers[row] = known == null ? next++ : known;
            }
        }
        return numbers;
    }
}
