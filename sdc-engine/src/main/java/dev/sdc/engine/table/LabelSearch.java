package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the rows whose labels pass a test, which is asked once for each different label. */
final class LabelSearch {
    private final TableShape shape;
    private final Grid grid;
    private final Predicate<String> test;
    private final BitSet asked = new BitSet();
    private final BitSet passed = new BitSet();
    private final Map<Long, Boolean> numbers = new HashMap<>();
    private final BitSet found = new BitSet();

    private LabelSearch(TableShape shape, Predicate<String> test) {
        this.shape = shape;
        this.grid = shape.grid();
        this.test = test;
    }

    /** The data rows of which one label or more passes. */
    static BitSet rows(TableShape shape, Predicate<String> test) {
        LabelSearch search = new LabelSearch(shape, test);
        int levels = shape.labels().levels();
        for (int level = 0; level < levels; level++) {
            search.look(level, levels);
        }
        return search.found;
    }

    private void look(int level, int levels) {
        int column = shape.labels().column(level, levels);
        int last = -1;
        boolean passes = false;
        for (int row = 0; row < shape.rows().length; row++) {
            int at = shape.labels().at(row, level, levels);
            if (at != last) {
                passes = at >= 0 && passes(at, column);
                last = at;
            }
            if (passes) {
                found.set(row);
            }
        }
    }

    private boolean passes(int row, int column) {
        return switch (grid.kind(row, column)) {
            case BLANK -> false;
            case TEXT -> passes(grid.textCode(row, column));
            case NUMBER ->
                numbers.computeIfAbsent(
                        grid.unscaled(row, column) * 32 + grid.scale(row, column),
                        n -> test.test(grid.text(row, column)));
        };
    }

    private boolean passes(int code) {
        if (!asked.get(code)) {
            asked.set(code);
            passed.set(code, test.test(grid.textOf(code).strip()));
        }
        return passed.get(code);
    }
}
