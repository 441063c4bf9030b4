package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;

/** Takes printed counts from one another, each as exact as it is printed. One for each run of a rule. */
final class Subtraction {
    private final Grids grids;

    Subtraction(Settings settings) {
        grids = new Grids(settings);
    }

    /** The greater of two counts less the other. */
    Difference between(CountedCell one, CountedCell other) {
        boolean inOrder = one.n() >= other.n();
        CountedCell larger = inOrder ? one : other;
        CountedCell smaller = inOrder ? other : one;
        CountGrid a = grids.of(larger);
        CountGrid b = grids.of(smaller);
        return new Difference(
                larger,
                smaller,
                a.low(larger.n()) - b.high(smaller.n()),
                a.high(larger.n()) - b.low(smaller.n()),
                a.rounds() && b.rounds());
    }
}
