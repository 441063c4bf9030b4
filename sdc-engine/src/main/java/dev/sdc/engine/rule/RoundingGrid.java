package dev.sdc.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rounding bases that grow with the count: the US Census Bureau rounds 15 to 99 to tens, 100 to 999 to fifties.
 *
 * @param steps each base and the count from which it holds, upwards; empty where nothing is demanded
 */
public record RoundingGrid(List<Step> steps) {
    /** Nothing is demanded. */
    public static final RoundingGrid NONE = new RoundingGrid(List.of());

    /**
     * One base.
     *
     * @param from the least count that is rounded to it
     * @param base the base, at least 1
     */
    public record Step(long from, int base) {}

    /** Orders the steps and leaves out those that change nothing. */
    public RoundingGrid {
        TreeMap<Long, Integer> bases = new TreeMap<>();
        steps.forEach(step -> bases.put(step.from(), step.base()));
        List<Step> upwards = new ArrayList<>();
        int before = 1;
        for (Map.Entry<Long, Integer> step : bases.entrySet()) {
            if (step.getValue() != before) {
                before = step.getValue();
                upwards.add(new Step(step.getKey(), before));
            }
        }
        steps = List.copyOf(upwards);
    }

    /** The base that a count of this size must be a multiple of; 1 where nothing is demanded. */
    public int baseAt(long count) {
        int base = 1;
        for (Step step : steps) {
            if (step.from() > count) {
                break;
            }
            base = step.base();
        }
        return base;
    }

    /** The grid that demands at every count what both demand. */
    RoundingGrid strictestWith(RoundingGrid other) {
        TreeSet<Long> starts = new TreeSet<>();
        steps.forEach(step -> starts.add(step.from()));
        other.steps.forEach(step -> starts.add(step.from()));
        List<Step> both = new ArrayList<>();
        for (long from : starts) {
            both.add(new Step(from, commonBase(baseAt(from), other.baseAt(from))));
        }
        return new RoundingGrid(both);
    }

    /** The least base whose multiples are multiples of both; beyond the range of int, the largest int. */
    static int commonBase(int a, int b) {
        if (a == Integer.MAX_VALUE || b == Integer.MAX_VALUE) {
            return Integer.MAX_VALUE;
        }
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return (int) Math.min(Integer.MAX_VALUE, (long) a / x * b);
    }
}
