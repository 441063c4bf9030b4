package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two tables over the same categories, one of them over a part of the other's people.
 *
 * @param whole the table over more people
 * @param part the table over some of them
 * @param declared the declaration that says so, such as {@code population.subset_of: P1}; null where none does
 * @param named the names of both that say so; null where only the cells do
 * @param differences cell by cell, for the cells that both print
 */
public record NestedTables(
        Table whole,
        Table part,
        @Nullable String declared,
        @Nullable String named,
        List<Difference> differences) {
    /** Fewer cells are alike by chance. */
    private static final int FEWEST_CELLS = 4;

    /** As many do where they and their differences add up to the totals that both tables print. */
    private static final int FEWEST_THAT_ADD_UP = 2;

    /** A part that lacks no more than this share of the whole in no cell more than it has can be no other group. */
    private static final double NEARLY_ALL = 0.1;

    /** What it takes to see that two tables print the same is one, to compare two tables or cells is several. */
    private static final int COMPARING = 8;

    /** More is not done to compare tables with others, and those that were not compared are named. */
    private static final long MOST_COMPARED = 4_000_000L * COMPARING;

    /** More differences are not kept, and the tables that were not compared are named. */
    private static final long MOST_KEPT = 500_000;

    /** Why the part's people are taken to be some of the whole's, in words. */
    public String because() {
        if (declared != null) {
            return "the one population is declared to lie in the other (" + declared + ")";
        }
        return named != null
                ? "no cell of the one is larger than in the other, and their names say that its people are some of the"
                        + " other's (" + named + ")"
                : "no cell of the one is larger than in the other, and what is the same or adds up says that its people"
                        + " are some of the other's (inferred)";
    }

    /** Which tables are held against each other. */
    private enum Which {
        OURS,
        EARLIER
    }

    private record Key(Which which, Settings settings) {}

    /** What several rules ask for, found once. */
    private record Found(List<NestedTables> pairs, List<NestedTables> presumed, List<Table> uncompared) {}

    /** All pairs of nested tables among the outputs, in their order. */
    public static List<NestedTables> among(Facts facts, Settings settings) {
        return ours(facts, settings).pairs();
    }

    /** All pairs of nested tables of which one is of this submission and the other of an earlier release. */
    public static List<NestedTables> across(Facts facts, Settings settings) {
        return earlier(facts, settings).pairs();
    }

    /**
     * Pairs, of this submission or with an earlier release, that are nested if they are over the same people at all: their
     * cells allow it, and their names or declarations neither say so nor that they are not.
     */
    public static List<NestedTables> presumed(Facts facts, Settings settings) {
        List<NestedTables> presumed = new ArrayList<>(ours(facts, settings).presumed());
        presumed.addAll(earlier(facts, settings).presumed());
        return presumed;
    }

    /** The tables of this submission that were not compared with all others, since there are too many. */
    public static List<Table> uncompared(Facts facts, Settings settings) {
        List<Table> uncompared = new ArrayList<>(ours(facts, settings).uncompared());
        uncompared.addAll(earlier(facts, settings).uncompared());
        return uncompared;
    }

    private static Found ours(Facts facts, Settings settings) {
        return facts.together(new Key(Which.OURS, settings), Found.class, () -> {
            List<Table> tables = tables(facts.outputs());
            return new Search(tables, tables.size(), facts, new Subtraction(settings)).among();
        });
    }

    private static Found earlier(Facts facts, Settings settings) {
        return facts.released().isEmpty()
                ? new Found(List.of(), List.of(), List.of())
                : facts.together(new Key(Which.EARLIER, settings), Found.class, () -> {
                    List<Table> tables = tables(facts.outputs());
                    int ours = tables.size();
                    tables.addAll(tables(facts.released()));
                    return new Search(tables, ours, facts, new Subtraction(settings)).across();
                });
    }

    private static List<Table> tables(List<Output> outputs) {
        List<Table> tables = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Table table) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** Compares every two tables whose labels allow it. */
    private static final class Search {
        private final List<Table> tables;
        private final int ours;
        private final Facts facts;
        private final Subtraction subtraction;
        private final Map<String, String> parents = new HashMap<>();
        private final List<Set<String>> labels = new ArrayList<>();
        private final List<Set<String>> categories = new ArrayList<>();
        private final List<TableNames> names = new ArrayList<>();
        private final List<NestedNames.@Nullable Heading> headings = new ArrayList<>();
        private final List<@Nullable Map<List<String>, CountedCell>> cells = new ArrayList<>();
        private final List<@Nullable Map<List<String>, CountedCell>> byCategory = new ArrayList<>();
        /** The number of the set of labels of each table. */
        private final int[] sameLabels;

        private final Map<List<Map<List<String>, Long>>, Integer> firsts = new HashMap<>();
        private final int[] same;
        private final List<NestedTables> pairs = new ArrayList<>();
        private final List<NestedTables> presumed = new ArrayList<>();
        private long compared;
        private long kept;

        Search(List<Table> tables, int ours, Facts facts, Subtraction subtraction) {
            this.tables = tables;
            this.ours = ours;
            this.facts = facts;
            this.subtraction = subtraction;
            this.same = new int[tables.size()];
            this.sameLabels = new int[tables.size()];
            if (tables.size() < 2) {
                return;
            }
            Arrays.fill(same, -1);
            Map<Set<String>, Integer> numbers = new HashMap<>();
            for (Table table : tables) {
                Population population = table.declaration().population();
                if (population != null && population.id() != null && population.subsetOf() != null) {
                    parents.put(population.id(), population.subsetOf());
                }
                Set<String> all = new HashSet<>();
                for (int row = 0; row < table.rowCount(); row++) {
                    all.addAll(table.rowLabels(row));
                }
                sameLabels[labels.size()] = numbers.computeIfAbsent(all, l -> numbers.size());
                labels.add(all);
                cells.add(null);
                categories.add(Categories.named(table));
                names.add(TableNames.of(table));
                headings.add(heading(table));
                byCategory.add(null);
            }
        }

        Found among() {
            int table = 0;
            for (; table < tables.size() && !isOver(); table++) {
                for (int part = 0; part < tables.size() && !isOver(); part++) {
                    compare(table, part);
                }
            }
            return new Found(pairs, presumed, tables.subList(isOver() ? Math.max(0, table - 1) : table, tables.size()));
        }

        Found across() {
            int table = 0;
            for (; table < ours && !isOver(); table++) {
                for (int earlier = ours; earlier < tables.size() && !isOver(); earlier++) {
                    compare(table, earlier);
                    compare(earlier, table);
                }
            }
            return new Found(pairs, presumed, tables.subList(isOver() ? Math.max(0, table - 1) : table, ours));
        }

        private boolean isOver() {
            return compared > MOST_COMPARED || kept > MOST_KEPT;
        }

        private void compare(int whole, int part) {
            if (whole == part) {
                return;
            }
            compared++;
            if (printTheSame(whole, part)) {
                return; // nobody is missing
            }
            compared += COMPARING;
            Nesting nesting = comparable(whole, part) ? pairByLabels(whole, part) : Nesting.NONE;
            if (nesting.pair() == null && categories.get(whole).equals(categories.get(part))) {
                nesting = pair(
                        whole,
                        part,
                        byCategory(whole),
                        byCategory(part),
                        names.get(whole).sameThing(names.get(part)) ? Headers.ALIKE : Headers.OTHERS);
            }
            NestedTables pair = nesting.pair();
            if (pair != null) {
                kept += pair.differences().size();
                (nesting.sure() ? pairs : presumed).add(pair);
            }
        }

        /** What the headers of the counts of two tables say of each other. */
        private enum Headers {
            ALIKE,
            NESTED,
            MAYBE,
            OTHERS
        }

        /** Two tables that nest; not sure where only their cells allow it. */
        private record Nesting(@Nullable NestedTables pair, boolean sure) {
            static final Nesting NONE = new Nesting(null, false);
        }

        /** Whether two tables print the same under the same labels, and nothing else says that they nest. */
        private boolean printTheSame(int whole, int part) {
            return sameLabels[whole] == sameLabels[part]
                    && same(whole) == same(part)
                    && declared(tables.get(whole), tables.get(part)) == null
                    && names.get(whole).nested(names.get(part)) == null;
        }

        /** The first table that prints the same as one. */
        private int same(int table) {
            if (same[table] < 0) {
                List<Map<List<String>, Long>> content = List.of(numbers(cells(table)), numbers(byCategory(table)));
                same[table] = firsts.computeIfAbsent(content, c -> table);
            }
            return same[table];
        }

        private static Map<List<String>, Long> numbers(Map<List<String>, CountedCell> cells) {
            Map<List<String>, Long> numbers = new HashMap<>();
            cells.forEach((labels, cell) -> numbers.put(labels, cell.n()));
            return numbers;
        }

        /** Whether every label of the part stands in the whole; where nesting is declared, one variable is enough. */
        private boolean comparable(int whole, int part) {
            return labels.get(whole).containsAll(labels.get(part))
                    || (declared(tables.get(whole), tables.get(part)) != null
                            && !variables(tables.get(whole)).isEmpty()
                            && variables(tables.get(whole)).equals(variables(tables.get(part))));
        }

        private static List<String> variables(Table table) {
            return table.columns().stream()
                    .filter(column -> column.isLabel() && !column.name().isBlank())
                    .map(column -> CountedCell.inOneWriting(column.name()))
                    .toList();
        }

        private Nesting pairByLabels(int whole, int part) {
            NestedNames.Heading all = headings.get(whole);
            NestedNames.Heading some = headings.get(part);
            boolean others = tables.get(whole).columns().stream()
                    .noneMatch(column ->
                            some != null && Wording.plain(column.leaf()).equals(some.plain()));
            if (all != null && some != null && others) {
                Headers headers = NestedNames.areTables(all, some)
                        ? Headers.NESTED
                        : NestedNames.mayBeTables(all, some) ? Headers.MAYBE : Headers.OTHERS;
                if (headers != Headers.OTHERS) {
                    return pair(whole, part, byRows(whole), byRows(part), headers);
                }
            }
            return pair(whole, part, cells(whole), cells(part), Headers.ALIKE);
        }

        /** Two tables as a pair, if they nest; only a declaration says so of tables that seem to count different things. */
        private Nesting pair(
                int whole,
                int part,
                Map<List<String>, CountedCell> wholeCells,
                Map<List<String>, CountedCell> partCells,
                Headers headers) {
            String declared = declared(tables.get(whole), tables.get(part));
            String told = names.get(whole).nested(names.get(part));
            if (declared == null && told == null && headers == Headers.OTHERS) {
                return Nesting.NONE;
            }
            String named = told == null && headers == Headers.NESTED
                    ? "\"" + leaf(whole) + "\", \"" + leaf(part) + "\""
                    : told;
            boolean mayBeEvident = sameUnit(tables.get(whole), tables.get(part));
            boolean same = true;
            for (Map.Entry<List<String>, CountedCell> entry : partCells.entrySet()) {
                compared += COMPARING;
                CountedCell outer = wholeCells.get(entry.getKey());
                mayBeEvident &= outer == null
                        ? entry.getValue().isTotal()
                        : outer.n() >= entry.getValue().n();
                same &= outer == null || outer.n() == entry.getValue().n();
                if (declared == null && !mayBeEvident) {
                    return Nesting.NONE;
                }
            }
            if (same && declared == null && named == null) {
                return Nesting.NONE; // nobody is missing
            }
            List<Difference> differences = new ArrayList<>();
            for (Map.Entry<List<String>, CountedCell> entry : partCells.entrySet()) {
                CountedCell outer = wholeCells.get(entry.getKey());
                if (outer != null) {
                    differences.add(subtraction.between(outer, entry.getValue()));
                }
            }
            boolean allow = mayBeEvident
                    && (headers == Headers.MAYBE
                            ? differences.size() >= FEWEST_THAT_ADD_UP
                            : named != null || isEvident(differences));
            if ((declared == null && !allow) || differences.isEmpty()) {
                return Nesting.NONE;
            }
            NestedTables pair = new NestedTables(tables.get(whole), tables.get(part), declared, named, differences);
            if (declared != null || told != null) {
                return new Nesting(pair, true);
            }
            boolean released = whole >= ours || part >= ours;
            return names.get(whole).tellApart(names.get(part), released)
                    ? Nesting.NONE
                    : new Nesting(pair, headers != Headers.MAYBE && !mayBeOthers(whole, part, released, differences));
        }

        /** Whether two tables may be over others, whatever their cells say: they are declared or named to be of two groups. */
        private boolean mayBeOthers(int whole, int part, boolean released, List<Difference> differences) {
            boolean someAlike = differences.stream()
                    .anyMatch(difference -> difference.larger().n() > 0
                            && difference.larger().n() == difference.smaller().n());
            return areDeclaredApart(tables.get(whole), tables.get(part))
                    || (!someAlike && names.get(whole).areOtherwise(names.get(part), released));
        }

        private static boolean areDeclaredApart(Table whole, Table part) {
            Population outer = whole.declaration().population();
            Population inner = part.declaration().population();
            return outer != null
                    && inner != null
                    && outer.id() != null
                    && inner.id() != null
                    && !outer.id().equals(inner.id());
        }

        private String leaf(int table) {
            Column column = all(tables.get(table));
            return column == null ? "" : column.leaf();
        }

        /** Whether the cells themselves say that one table is over a part of the other's people. */
        private static boolean isEvident(List<Difference> differences) {
            int tested = 0;
            int equal = 0;
            long sum = 0;
            long missing = 0;
            Difference total = null;
            for (Difference difference : differences) {
                if (difference.larger().isTotal()) {
                    total = difference;
                }
                if (!difference.larger().isTotal() && difference.larger().n() > 0) {
                    tested++;
                    sum += difference.larger().n();
                    missing += difference.larger().n() - difference.smaller().n();
                    equal += difference.larger().n() == difference.smaller().n() ? 1 : 0;
                }
            }
            boolean addsUp = total != null
                    && sum == total.larger().n()
                    && sum - missing == total.smaller().n();
            return tested >= (addsUp ? FEWEST_THAT_ADD_UP : FEWEST_CELLS)
                    && missing > 0
                    && (equal > 0
                            || missing <= NEARLY_ALL * sum
                            || (tested >= FEWEST_CELLS && addsUp(differences, missing)));
        }

        /** Whether both print the total of all cells, and it differs by as much as the cells do together. */
        private static boolean addsUp(List<Difference> differences, long missing) {
            return differences.stream()
                    .filter(difference -> difference.larger().isTotal())
                    .max(Comparator.comparingLong(
                            difference -> difference.larger().n()))
                    .filter(all -> all.larger().n() - all.smaller().n() == missing)
                    .isPresent();
        }

        /** Whether both count the same, as far as both say: an earlier release often says nothing. */
        private boolean sameUnit(Table whole, Table part) {
            Unit one = facts.unit(whole);
            Unit other = facts.unit(part);
            return one.equals(other) || one.kind() == Unit.Kind.UNKNOWN || other.kind() == Unit.Kind.UNKNOWN;
        }

        private @Nullable String declared(Table whole, Table part) {
            Population outer = whole.declaration().population();
            Population inner = part.declaration().population();
            if (outer == null || inner == null || outer.id() == null || inner.subsetOf() == null) {
                return null;
            }
            Set<String> seen = new HashSet<>();
            for (String id = inner.subsetOf(); id != null && seen.add(id); id = parents.get(id)) {
                if (id.equals(outer.id())) {
                    return "population.subset_of: " + inner.subsetOf();
                }
            }
            return null;
        }

        /** The header of a table's counts of all people; null where none are. */
        private static NestedNames.@Nullable Heading heading(Table table) {
            Column all = all(table);
            return all == null ? null : NestedNames.Heading.of(all.leaf());
        }

        /** A table's only column of counts, or the only one of several that is headed as all; null where there is none. */
        private static @Nullable Column all(Table table) {
            List<Column> counts = counts(table);
            List<Column> all = counts.size() < 2
                    ? counts
                    : counts.stream()
                            .filter(column -> AffectedNames.nameAll(column.leaf()))
                            .toList();
            return all.size() == 1 ? all.get(0) : null;
        }

        private static List<Column> counts(Table table) {
            return table.columns().stream()
                    .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                    .toList();
        }

        /** The counts of all people of a table by the labels of their rows. */
        private Map<List<String>, CountedCell> byRows(int table) {
            Map<List<String>, CountedCell> byRows = new LinkedHashMap<>();
            Column all = all(tables.get(table));
            if (all != null) {
                int header = all.header().size();
                cells(table).forEach((labels, cell) -> {
                    if (cell.column() == all.index()) {
                        byRows.put(labels.subList(0, labels.size() - header), cell);
                    }
                });
            }
            return byRows;
        }

        private Map<List<String>, CountedCell> cells(int table) {
            Map<List<String>, CountedCell> known = cells.get(table);
            if (known == null) {
                known = CountedCell.byLabels(tables.get(table));
                cells.set(table, known);
            }
            return known;
        }

        private Map<List<String>, CountedCell> byCategory(int table) {
            Map<List<String>, CountedCell> known = byCategory.get(table);
            if (known == null) {
                known = Categories.of(tables.get(table));
                byCategory.set(table, known);
            }
            return known;
        }
    }
}
