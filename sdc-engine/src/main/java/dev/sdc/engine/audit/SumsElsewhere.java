package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What another table prints for each line of a table, more than its categories come to: {@code Lung: 412} beside {@code
 * Stage I-III: 300, Stage IV: 105}.
 *
 * @param counts the line and what it prints
 * @param n what the other table prints for it
 * @param places where, each {@code file!cell}: one cell, or those that it is the sum of
 * @param sure whether other lines come to exactly what the other table prints for them, so that both are on the same people
 */
public record SumsElsewhere(LineCounts counts, long n, List<String> places, boolean sure) {
    /** Of fewer people sums may be the same by chance. */
    static final int NO_CHANCE = 100;

    /** Where no line agrees, all lines together lack no more than this part of what the other table prints. */
    private static final int NEARLY = 10;

    /** More numbers of all tables are not compared; each table has its share. */
    private static final long MOST_COMPARED = 20_000_000;

    /** Larger tables are no breakdown of what another one prints. */
    private static final int MOST_ROWS = 20_000;

    private static final PrintedMargins.Margin NOWHERE = new PrintedMargins.Margin(LineCounts.NONE, List::of);

    /** The people that a line tells: its total, or the sum of its categories. */
    public long told() {
        return counts.hasTotal() ? counts.total() : counts.sum();
    }

    /**
     * What was found.
     *
     * @param all whether all tables were compared; there may be too many
     */
    public record Found(List<SumsElsewhere> sums, boolean all) {}

    /** What other tables of the submission print for the lines of a table, above what these come to. */
    public static Found of(Table table, Facts facts, Settings settings) {
        boolean alone = facts.outputs().stream().filter(Table.class::isInstance).count() < 2;
        if (alone || table.rowCount() > MOST_ROWS) {
            return new Found(List.of(), true);
        }
        Map<Integer, Map<List<String>, LineCounts>> ways = new TreeMap<>();
        Set<Integer> twice = new HashSet<>();
        facts.forEachLine(table, line -> {
            PrintedMargins.Linked linked = PrintedMargins.linked(table, line);
            Map<List<String>, LineCounts> lines = ways.computeIfAbsent(linked.way(), way -> new LinkedHashMap<>());
            if (!linked.labels().isEmpty() && lines.put(linked.labels(), LineCounts.of(table, line)) != null) {
                twice.add(linked.way());
            }
        });
        List<SumsElsewhere> sums = new ArrayList<>();
        boolean all = true;
        for (Map.Entry<Integer, Map<List<String>, LineCounts>> way : ways.entrySet()) {
            if (way.getValue().size() > 1 && !twice.contains(way.getKey())) {
                all &= compare(table, way.getValue(), facts, settings, sums);
            }
        }
        return new Found(sums, all);
    }

    private static boolean compare(
            Table table,
            Map<List<String>, LineCounts> byLabel,
            Facts facts,
            Settings settings,
            List<SumsElsewhere> sums) {
        if (!byLabel.values().stream().allMatch(counts -> counts.complete() || counts.hasTotal())) {
            return true;
        }
        PrintedMargins printed = PrintedMargins.in(facts);
        PrintedMargins.AllUnder under =
                printed.under(byLabel.keySet(), table, facts, MOST_COMPARED / Math.max(1, printed.size()));
        for (PrintedMargins.Under other : under.tables()) {
            if (facts.released().contains(other.table())) {
                continue; // that is for the rules on earlier releases
            }
            List<SumsElsewhere> left = new ArrayList<>();
            long all = 0;
            long missing = 0;
            long agreeing = 0;
            boolean possible = !EvidentRounding.isRounded(other.table(), settings)
                    && !TableNames.of(table).tellApart(TableNames.of(other.table()), false);
            for (Map.Entry<List<String>, LineCounts> own : byLabel.entrySet()) {
                PrintedMargins.Margin margin = other.margins().getOrDefault(own.getKey(), NOWHERE);
                SumsElsewhere sum = new SumsElsewhere(own.getValue(), margin.n(), margin.places(), true);
                possible &= sum.told() <= margin.n();
                all += margin.n();
                missing += margin.n() - sum.told();
                if (sum.told() == margin.n()) {
                    agreeing += margin.n();
                } else {
                    left.add(sum);
                }
            }
            boolean sure = agreeing >= NO_CHANCE;
            if (possible && (sure || missing * NEARLY <= all)) {
                left.forEach(sum -> sums.add(new SumsElsewhere(sum.counts(), sum.n(), sum.places(), sure)));
            }
        }
        return under.all();
    }

    /** Whether lines of a table come to exactly what another prints for them, and no name says that they are of others. */
    static boolean onSamePeople(Table table, Map<List<String>, LineCounts> byLabel, PrintedMargins.Under other) {
        long agreeing = 0;
        for (Map.Entry<List<String>, LineCounts> own : byLabel.entrySet()) {
            LineCounts counts = own.getValue();
            long n = other.margins().getOrDefault(own.getKey(), NOWHERE).n();
            boolean agrees = counts.hasTotal() ? counts.total() == n : counts.complete() && counts.sum() == n;
            agreeing += agrees ? n : 0;
        }
        return agreeing >= NO_CHANCE && !TableNames.of(table).tellApart(TableNames.of(other.table()), false);
    }
}
