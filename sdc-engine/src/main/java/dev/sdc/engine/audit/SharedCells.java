package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Two tables that print counts under the same labels. Of tables that print the same counts under all of them, only the first
 * two are told to be such: nobody is missing in the others.
 *
 * @param one the table that comes first
 * @param other the table that comes later
 * @param pairs the cells under the same labels, in the order of the first table
 */
public record SharedCells(Table one, Table other, List<Pair> pairs) {
    /** What it takes to pass by a cell of a table that prints the same is one, to compare two cells is several. */
    private static final int COMPARING = 16;

    /** More is not done to hold cells against others, and the tables that were not are named. */
    private static final long MOST_COMPARED = 8_000_000L * COMPARING;

    /** Two counts under the same labels. */
    public record Pair(CountedCell one, CountedCell other) {}

    /** Whether both are declared to be of one population, so that agreeing by chance is no question. */
    public boolean ofDeclaredPopulation() {
        Population mine = one.declaration().population();
        Population theirs = other.declaration().population();
        return mine != null && theirs != null && mine.id() != null && mine.id().equals(theirs.id());
    }

    /** Which tables are held against each other. */
    private enum Which {
        OURS,
        EARLIER
    }

    /** What several rules ask for, found once. */
    private record Found(List<SharedCells> all, List<Table> uncompared) {
        static final Found NOTHING = new Found(List.of(), List.of());

        List<SharedCells> atLeast(int fewest) {
            return all.stream()
                    .filter(shared -> shared.pairs().size() >= fewest)
                    .toList();
        }
    }

    /** Every two tables that share at least so many cells with a count above zero in both, totals among them. */
    public static List<SharedCells> among(Facts facts, int fewest) {
        return ours(facts).atLeast(fewest);
    }

    /** The same for two of which the first is of this submission and the other of an earlier release. */
    public static List<SharedCells> across(Facts facts, int fewest) {
        return earlier(facts).atLeast(fewest);
    }

    /** The tables of this submission that were not held against all others, since there are too many. */
    public static List<Table> uncompared(Facts facts) {
        List<Table> uncompared = new ArrayList<>(ours(facts).uncompared());
        uncompared.addAll(earlier(facts).uncompared());
        return uncompared;
    }

    private static Found ours(Facts facts) {
        return facts.together(Which.OURS, Found.class, () -> find(facts.outputs(), List.of()));
    }

    private static Found earlier(Facts facts) {
        return facts.released().isEmpty()
                ? Found.NOTHING
                : facts.together(Which.EARLIER, Found.class, () -> find(facts.outputs(), facts.released()));
    }

    private static Found find(List<Output> ours, List<Output> released) {
        List<Output> all = new ArrayList<>(ours);
        all.addAll(released);
        if (all.stream().filter(Table.class::isInstance).count() < 2) {
            return Found.NOTHING;
        }
        Set<Output> earlier = Collections.newSetFromMap(new IdentityHashMap<>());
        earlier.addAll(released);
        List<Table> common = withCommonRows(all);
        List<Map<List<String>, CountedCell>> tables = new ArrayList<>();
        Map<List<String>, List<Integer>> byLabels = new HashMap<>();
        Map<Map<List<String>, Long>, Integer> firsts = new HashMap<>();
        Set<Integer> seconds = new HashSet<>();
        int[] same = new int[common.size()];
        BitSet second = new BitSet();
        for (Table table : common) {
            int number = tables.size();
            Map<List<String>, CountedCell> cells = CountedCell.byLabels(table);
            cells.keySet()
                    .forEach(labels -> byLabels.computeIfAbsent(labels, l -> new ArrayList<>())
                            .add(number));
            tables.add(cells);
            Map<List<String>, Long> numbers = new HashMap<>();
            cells.forEach((labels, cell) -> numbers.put(labels, cell.n()));
            Integer first = firsts.putIfAbsent(numbers, number);
            same[number] = first == null ? number : first;
            second.set(number, first != null && seconds.add(first));
        }
        List<SharedCells> shared = new ArrayList<>();
        List<Table> uncompared = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < tables.size(); i++) {
            if (earlier.contains(common.get(i))) {
                break; // earlier ones come last, and are not compared with each other
            }
            if (compared > MOST_COMPARED) {
                uncompared.add(common.get(i));
                continue;
            }
            Map<Integer, List<Pair>> partners = new LinkedHashMap<>();
            for (Map.Entry<List<String>, CountedCell> entry : tables.get(i).entrySet()) {
                List<Integer> others = byLabels.getOrDefault(entry.getKey(), List.of());
                for (int j : others) {
                    boolean again = same[j] == same[i] && !(same[i] == i && second.get(j));
                    compared += again ? 1 : COMPARING;
                    boolean partner = j > i && !again && (released.isEmpty() || earlier.contains(common.get(j)));
                    CountedCell other = partner ? tables.get(j).get(entry.getKey()) : null;
                    if (other != null && entry.getValue().n() > 0 && other.n() > 0) {
                        partners.computeIfAbsent(j, k -> new ArrayList<>()).add(new Pair(entry.getValue(), other));
                    }
                }
            }
            partners.values().stream()
                    .map(pairs -> new SharedCells(
                            pairs.get(0).one().table(), pairs.get(0).other().table(), List.copyOf(pairs)))
                    .forEach(shared::add);
        }
        return new Found(shared, uncompared);
    }

    /** The tables that have a row in common with another by its labels, totals left out. */
    private static List<Table> withCommonRows(List<Output> outputs) {
        List<Table> tables = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Table table) {
                tables.add(table);
            }
        }
        if (tables.size() < 2) {
            return List.of();
        }
        Map<String, Integer> owners = new HashMap<>();
        BitSet common = new BitSet();
        for (int i = 0; i < tables.size(); i++) {
            for (int row = 0; row < tables.get(i).rowCount(); row++) {
                if (!tables.get(i).isTotalRow(row)) {
                    int owner = owners.merge(simple(tables.get(i).rowLabel(row)), i, (first, again) -> first);
                    if (owner != i) {
                        common.set(owner);
                        common.set(i);
                    }
                }
            }
        }
        return common.stream().mapToObj(tables::get).toList();
    }

    private static String simple(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
