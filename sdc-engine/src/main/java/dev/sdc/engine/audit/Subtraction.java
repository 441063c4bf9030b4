package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.Map;

/** Takes printed counts from one another, each as exact as it is printed. One for each run of a rule. */
final class Subtraction {
    private final Settings settings;
    private final Map<String, CountGrid> evident = new HashMap<>();

    Subtraction(Settings settings) {
        this.settings = settings;
    }

    /** The greater of two counts less the other. */
    Difference between(CountedCell one, CountedCell other) {
        boolean inOrder = one.n() >= other.n();
        CountedCell larger = inOrder ? one : other;
        CountedCell smaller = inOrder ? other : one;
        CountGrid a = grid(larger);
        CountGrid b = grid(smaller);
        return new Difference(
                larger,
                smaller,
                a.low(larger.n()) - b.high(smaller.n()),
                a.high(larger.n()) - b.low(smaller.n()),
                a.rounds() && b.rounds());
    }

    private CountGrid grid(CountedCell cell) {
        Table table = cell.table();
        CountGrid stated = CountGrid.of(table, table.columns().get(cell.column()), settings);
        return stated.rounds() ? stated : evident.computeIfAbsent(table.id(), id -> EvidentRounding.of(table));
    }
}
