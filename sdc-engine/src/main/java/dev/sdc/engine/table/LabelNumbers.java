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
        Map<String, Integer> byText = new HashMap<>();
        int[] numbers = new int[shape.rows().length];
        int next = 0;
        for (int row = 0; row < numbers.length; row++) {
            int at = labels.at(row, level, levels);
            if (at < 0 || grid.isBlank(at, column)) {
                numbers[row] = -1;
                continue;
            }
            boolean text = grid.kind(at, column) == Grid.Kind.TEXT;
            int code = text ? grid.textCode(at, column) : -1;
            if (text && byCode[code] >= 0) {
                numbers[row] = byCode[code];
                continue;
            }
            Integer known = byText.putIfAbsent(grid.text(at, column).strip(), next);
            int number = known == null ? next++ : known;
            if (text) {
                byCode[code] = number;
            }
            numbers[row] = number;
        }
        return numbers;
    }
}
