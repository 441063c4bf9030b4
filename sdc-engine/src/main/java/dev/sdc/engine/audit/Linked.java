package dev.sdc.engine.audit;

import dev.sdc.engine.audit.CellKeys.Labels;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds hidden counts that another table prints, or hides, too. Two tables count the same people where they print the same
 * counts under the same labels, at least two of them and none that differs.
 */
final class Linked {
    /** Counts that agree in fewer places may do so by chance. */
    private static final int AGREEMENTS = 2;
    /** More cells of one table are not looked up. */
    private static final int MOST_CELLS = 2_000_000;
    /** More pairs of tables are not compared. */
    private static final int MOST_PAIRS = 10_000;

    private final Facts facts;
    private final Settings settings;
    private final Map<Table, CountGrid> evident = new HashMap<>();

    private Linked(Facts facts, Settings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /** The hidden counts of some tables that stand in one of all tables as well. */
    static List<PublishedSum.SameCount> counts(List<Table> hiding, List<Table> all, Facts facts, Settings settings) {
        if (all.size() < 2) {
            return List.of();
        }
        Linked linked = new Linked(facts, settings);
        Map<Set<Table>, List<PublishedSum.SameCount>> found = new LinkedHashMap<>();
        for (Labels labels : Labels.values()) {
            linked.search(hiding, all, labels)
                    .forEach((pair, counts) -> found.putIfAbsent(Set.of(pair.one(), pair.other()), counts));
        }
        return found.values().stream().flatMap(List::stream).toList();
    }

    private record Cell(Table table, int row, int column) {}

    private record Pair(Table one, Table other) {}

    private Map<Pair, List<PublishedSum.SameCount>> search(List<Table> hiding, List<Table> all, Labels labels) {
        Map<Long, List<Cell>> hidden = new HashMap<>();
        Set<Table> compared = new HashSet<>();
        for (Table table : hiding) {
            CellKeys keys = CellKeys.of(table, labels);
            if (small(table) && compared.add(table)) {
                for (Column column : table.columns()) {
                    if (!column.isLabel() && CellKeys.holdsCounts(column)) {
                        HiddenCells.visit(table, column.index(), row -> {
                            hidden.computeIfAbsent(keys.of(row, column.index()), k -> new ArrayList<>())
                                    .add(new Cell(table, row, column.index()));
                            return true;
                        });
                    }
                }
            }
        }
        Map<Pair, List<PublishedSum.SameCount>> candidates = new LinkedHashMap<>();
        Map<Table, Map<Long, Cell>> printed = new HashMap<>();
        for (int other = 0; other < all.size(); other++) {
            if (small(all.get(other))) {
                candidates(all, other, labels, hidden, candidates);
            }
        }
        Map<Pair, List<PublishedSum.SameCount>> found = new LinkedHashMap<>();
        candidates.entrySet().stream().limit(MOST_PAIRS).forEach(entry -> {
            Table one = entry.getKey().one();
            Table other = entry.getKey().other();
            if (onSamePeople(one, other)
                    && agree(
                            printed.computeIfAbsent(one, t -> printed(t, labels)),
                            printed.computeIfAbsent(other, t -> printed(t, labels)))) {
                found.put(entry.getKey(), entry.getValue());
            }
        });
        return found;
    }

    private static boolean small(Table table) {
        return (long) table.rowCount() * table.columns().size() <= MOST_CELLS;
    }

    /** Cells of a table under the labels of a hidden count of another. */
    private void candidates(
            List<Table> all,
            int other,
            Labels labels,
            Map<Long, List<Cell>> hidden,
            Map<Pair, List<PublishedSum.SameCount>> candidates) {
        Table table = all.get(other);
        CellKeys keys = CellKeys.of(table, labels);
        for (Column column : table.columns()) {
            if (column.isLabel() || !CellKeys.holdsCounts(column)) {
                continue;
            }
            CountGrid grid = grid(table, column);
            table.forEachCount(column.index(), (row, c, n) -> {
                for (Cell cell : hidden.getOrDefault(keys.of(row, c), List.of())) {
                    if (cell.table() != table) {
                        add(candidates, cell, new Cell(table, row, c), grid.low(n), grid.high(n));
                    }
                }
            });
            HiddenCells.visit(table, column.index(), row -> {
                for (Cell cell : hidden.getOrDefault(keys.of(row, column.index()), List.of())) {
                    if (all.indexOf(cell.table()) < other) {
                        add(candidates, cell, new Cell(table, row, column.index()), -1, -1);
                    }
                }
                return true;
            });
        }
    }

    private static void add(
            Map<Pair, List<PublishedSum.SameCount>> candidates, Cell hidden, Cell other, long low, long high) {
        candidates
                .computeIfAbsent(new Pair(hidden.table(), other.table()), p -> new ArrayList<>())
                .add(new PublishedSum.SameCount(
                        hidden.table(),
                        hidden.row(),
                        hidden.column(),
                        other.table(),
                        other.row(),
                        other.column(),
                        low,
                        high));
    }

    /** The printed counts of a table by their keys; those of two cells left out. */
    private static Map<Long, Cell> printed(Table table, Labels labels) {
        CellKeys keys = CellKeys.of(table, labels);
        Map<Long, Cell> cells = new HashMap<>();
        Set<Long> twice = new HashSet<>();
        table.forEachCount((row, column, n) -> {
            long key = keys.of(row, column);
            if (key != 0 && cells.put(key, new Cell(table, row, column)) != null) {
                twice.add(key);
            }
        });
        cells.keySet().removeAll(twice);
        return cells;
    }

    private boolean agree(Map<Long, Cell> one, Map<Long, Cell> other) {
        int same = 0;
        Map<Long, Cell> fewer = one.size() <= other.size() ? one : other;
        Map<Long, Cell> more = fewer == one ? other : one;
        for (Map.Entry<Long, Cell> entry : fewer.entrySet()) {
            Cell there = more.get(entry.getKey());
            if (there != null) {
                Cell here = entry.getValue();
                long a = here.table().count(here.row(), here.column());
                long b = there.table().count(there.row(), there.column());
                CountGrid gridA = grid(here.table(), here.table().columns().get(here.column()));
                CountGrid gridB = grid(there.table(), there.table().columns().get(there.column()));
                if (gridA.low(a) > gridB.high(b) || gridB.low(b) > gridA.high(a)) {
                    return false;
                }
                same += a > 0 && b > 0 ? 1 : 0;
            }
        }
        return same >= AGREEMENTS;
    }

    private CountGrid grid(Table table, Column column) {
        CountGrid stated = CountGrid.of(table, column, settings);
        return stated.rounds() ? stated : evident.computeIfAbsent(table, EvidentRounding::of);
    }

    private boolean onSamePeople(Table one, Table other) {
        Population mine = one.declaration().population();
        Population theirs = other.declaration().population();
        boolean differ = mine != null
                && theirs != null
                && mine.id() != null
                && theirs.id() != null
                && !mine.id().equals(theirs.id());
        return !differ && facts.unit(one).equals(facts.unit(other));
    }
}
