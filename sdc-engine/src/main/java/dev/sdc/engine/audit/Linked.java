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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds hidden counts that another table prints, or hides, too. Two tables count the same people where they print the same
 * counts under the same labels, at least two of them and none that differs.
 *
 * <p>Of tables that print and hide the same under the same labels only the first is held against others: what it says of
 * them goes for all of them.
 */
final class Linked {
    /** Counts that agree in fewer places may do so by chance. */
    private static final int AGREEMENTS = 2;
    /** More cells of one table are not looked up. */
    private static final int MOST_CELLS = 2_000_000;
    /** More cells of pairs of tables are not compared. */
    private static final int MOST_COMPARED = 10_000_000;
    /** More hidden counts that stand elsewhere are not kept. */
    private static final int MOST_KEPT = 1_000_000;

    private final Facts facts;
    private final Settings settings;
    private final Map<Table, CountGrid> evident = new HashMap<>();
    private boolean left;

    private Linked(Facts facts, Settings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /**
     * What was found.
     *
     * @param all whether all tables were compared; there may be too many
     */
    record Links(List<PublishedSum.SameCount> counts, boolean all) {}

    /** The hidden counts of some tables that stand in one of all tables as well. */
    static Links counts(List<Table> hiding, List<Table> all, Facts facts, Settings settings) {
        if (all.size() < 2) {
            return new Links(List.of(), true);
        }
        Linked linked = new Linked(facts, settings);
        Map<Set<Table>, List<PublishedSum.SameCount>> found = new LinkedHashMap<>();
        for (Labels labels : Labels.values()) {
            linked.new Search(hiding, all, labels)
                    .found()
                    .forEach((pair, counts) -> found.putIfAbsent(Set.of(pair.one(), pair.other()), counts));
        }
        return new Links(found.values().stream().flatMap(List::stream).toList(), !linked.left);
    }

    private record Cell(Table table, int row, int column) {}

    private record Pair(Table one, Table other) {}

    /** Compares all tables by the labels of their cells. */
    private final class Search {
        private final List<Table> all;
        private final Labels labels;
        private final Map<Long, List<Cell>> hidden = new HashMap<>();
        private final Map<Table, Integer> firsts = new HashMap<>();
        private final Map<Table, Map<Long, Cell>> printed = new HashMap<>();
        private final Map<Pair, List<PublishedSum.SameCount>> found = new LinkedHashMap<>();
        private final Set<Pair> different = new HashSet<>();
        private long compared;
        private long kept;

        Search(List<Table> hiding, List<Table> all, Labels labels) {
            this.all = all;
            this.labels = labels;
            for (Table table : new LinkedHashSet<>(hiding)) {
                CellKeys keys = CellKeys.of(table, labels);
                forEachHidden(
                        table,
                        (row, column) -> hidden.computeIfAbsent(keys.of(row, column), k -> new ArrayList<>())
                                .add(new Cell(table, row, column)));
            }
            Map<Long, List<Table>> alike = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                Table table = all.get(i);
                if (!isSmall(table)) {
                    left = true;
                    continue;
                }
                List<Table> before = alike.computeIfAbsent(imprint(table), k -> new ArrayList<>());
                if (before.stream().noneMatch(first -> saysTheSame(first, table))) {
                    before.add(table);
                    firsts.put(table, i);
                }
            }
        }

        /** The same number for all tables with the same counts under the same labels; seldom for others. */
        private long imprint(Table table) {
            CellKeys keys = CellKeys.of(table, labels);
            long[] sum = new long[1];
            table.forEachCount((row, column, n) -> sum[0] += (keys.of(row, column) ^ n) * 0x9e3779b97f4a7c15L);
            forEachHidden(table, (row, column) -> sum[0] += keys.of(row, column) * 0xc2b2ae3d27d4eb4fL);
            return sum[0];
        }

        private boolean saysTheSame(Table one, Table other) {
            return Objects.equals(
                            one.declaration().population(), other.declaration().population())
                    && Objects.equals(
                            one.declaration().rounding(), other.declaration().rounding())
                    && facts.unit(one).equals(facts.unit(other))
                    && held(one).equals(held(other))
                    && counts(one).equals(counts(other));
        }

        private Set<Long> held(Table table) {
            CellKeys keys = CellKeys.of(table, labels);
            Set<Long> held = new HashSet<>();
            forEachHidden(table, (row, column) -> held.add(keys.of(row, column)));
            return held;
        }

        private Map<Long, Long> counts(Table table) {
            Map<Long, Long> counts = new HashMap<>();
            printed(table).forEach((key, cell) -> counts.put(key, table.count(cell.row(), cell.column())));
            return counts;
        }

        /** The hidden counts of each pair of tables on the same people. */
        Map<Pair, List<PublishedSum.SameCount>> found() {
            for (int other = 0; other < all.size() && !isOver(); other++) {
                if (firsts.containsKey(all.get(other))) {
                    hold(other);
                }
            }
            left |= isOver();
            return found;
        }

        private boolean isOver() {
            return compared > MOST_COMPARED || kept > MOST_KEPT;
        }

        /** Looks for cells of a table under the labels of a hidden count of another. */
        private void hold(int other) {
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
                            add(cell, new Cell(table, row, c), grid.low(n), grid.high(n));
                        }
                    }
                });
                HiddenCells.visit(table, column.index(), row -> {
                    for (Cell cell : hidden.getOrDefault(keys.of(row, column.index()), List.of())) {
                        int first = firsts.getOrDefault(cell.table(), Integer.MAX_VALUE);
                        boolean twice = first < Integer.MAX_VALUE && first > other; // comes when that one is held
                        if (cell.table() != table && !twice) {
                            add(cell, new Cell(table, row, column.index()), -1, -1);
                        }
                    }
                    return !isOver();
                });
            }
        }

        private void add(Cell hides, Cell other, long low, long high) {
            compared++;
            Pair pair = new Pair(hides.table(), other.table());
            if (isOver() || different.contains(pair)) {
                return;
            }
            List<PublishedSum.SameCount> same = found.get(pair);
            if (same == null) {
                Map<Long, Cell> here = printed(hides.table());
                Map<Long, Cell> there = printed(other.table());
                compared += Math.min(here.size(), there.size());
                if (!onSamePeople(hides.table(), other.table()) || !agree(here, there)) {
                    different.add(pair);
                    return;
                }
                same = new ArrayList<>();
                found.put(pair, same);
            }
            kept++;
            same.add(new PublishedSum.SameCount(
                    hides.table(), hides.row(), hides.column(), other.table(), other.row(), other.column(), low, high));
        }

        /** The printed counts of a table by their keys; those of two cells left out. */
        private Map<Long, Cell> printed(Table table) {
            return printed.computeIfAbsent(table, t -> {
                CellKeys keys = CellKeys.of(t, labels);
                Map<Long, Cell> cells = new HashMap<>();
                Set<Long> twice = new HashSet<>();
                t.forEachCount((row, column, n) -> {
                    long key = keys.of(row, column);
                    if (key != 0 && cells.put(key, new Cell(t, row, column)) != null) {
                        twice.add(key);
                    }
                });
                cells.keySet().removeAll(twice);
                return cells;
            });
        }
    }

    private static void forEachHidden(Table table, PlaceVisitor visitor) {
        if (isSmall(table)) {
            for (Column column : table.columns()) {
                if (!column.isLabel() && CellKeys.holdsCounts(column)) {
                    HiddenCells.visit(table, column.index(), row -> {
                        visitor.visit(row, column.index());
                        return true;
                    });
                }
            }
        }
    }

    private interface PlaceVisitor {
        void visit(int row, int column);
    }

    private static boolean isSmall(Table table) {
        return (long) table.rowCount() * table.columns().size() <= MOST_CELLS;
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
