package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Unit;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
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

    /** All pairs of nested tables among the outputs, in their order. */
    public static List<NestedTables> among(List<Output> outputs, Facts facts, Settings settings) {
        List<Table> tables = tables(outputs);
        return tables.size() < 2
                ? List.of()
                : new Search(tables, facts, new Subtraction(settings)).pairs((i, j) -> true);
    }

    /** All pairs of nested tables of which one is of this submission and the other of an earlier release. */
    public static List<NestedTables> across(Facts facts, Settings settings) {
        List<Table> tables = tables(facts.outputs());
        int ours = tables.size();
        tables.addAll(tables(facts.released()));
        return tables.size() == ours
                ? List.of()
                : new Search(tables, facts, new Subtraction(settings)).pairs((i, j) -> i < ours != j < ours);
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

    /** Which two tables are compared. */
    private interface Choice {
        boolean takes(int whole, int part);
    }

    /** Compares every two tables whose labels allow it. */
    private static final class Search {
        private final List<Table> tables;
        private final Facts facts;
        private final Subtraction subtraction;
        private final Map<String, String> parents = new HashMap<>();
        private final List<Set<String>> labels = new ArrayList<>();
        private final List<Set<String>> categories = new ArrayList<>();
        private final List<TableNames> names = new ArrayList<>();
        private final List<@Nullable Map<List<String>, CountedCell>> cells = new ArrayList<>();
        private final List<@Nullable Map<List<String>, CountedCell>> byCategory = new ArrayList<>();

        Search(List<Table> tables, Facts facts, Subtraction subtraction) {
            this.tables = tables;
            this.facts = facts;
            this.subtraction = subtraction;
            for (Table table : tables) {
                Population population = table.declaration().population();
                if (population != null && population.id() != null && population.subsetOf() != null) {
                    parents.put(population.id(), population.subsetOf());
                }
                Set<String> all = new HashSet<>();
                for (int row = 0; row < table.rowCount(); row++) {
                    all.addAll(table.rowLabels(row));
                }
                labels.add(all);
                cells.add(null);
                categories.add(Categories.named(table));
                names.add(TableNames.of(table));
                byCategory.add(null);
            }
        }

        List<NestedTables> pairs(Choice choice) {
            List<NestedTables> pairs = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                for (int j = 0; j < tables.size(); j++) {
                    if (i != j && choice.takes(i, j)) {
                        NestedTables pair = comparable(i, j) ? pairByLabels(i, j) : null;
                        if (pair == null && categories.get(i).equals(categories.get(j))) {
                            pair = pair(
                                    i,
                                    j,
                                    byCategory(i),
                                    byCategory(j),
                                    names.get(i).sameThing(names.get(j)));
                        }
                        if (pair != null) {
                            pairs.add(pair);
                        }
                    }
                }
            }
            return pairs;
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

        private @Nullable NestedTables pairByLabels(int whole, int part) {
            boolean byRows = areNamedParts(tables.get(whole), tables.get(part));
            return pair(whole, part, byRows ? byRows(whole) : cells(whole), byRows ? byRows(part) : cells(part), true);
        }

        /** Two tables as a pair, if they nest; only a declaration says so of tables that seem to count different things. */
        private @Nullable NestedTables pair(
                int whole,
                int part,
                Map<List<String>, CountedCell> wholeCells,
                Map<List<String>, CountedCell> partCells,
                boolean sameThing) {
            String declared = declared(tables.get(whole), tables.get(part));
            String named = names.get(whole).nested(names.get(part));
            if (declared == null && named == null && !sameThing) {
                return null;
            }
            List<Difference> differences = new ArrayList<>();
            boolean sameCells = true;
            boolean within = true;
            for (Map.Entry<List<String>, CountedCell> entry : partCells.entrySet()) {
                CountedCell outer = wholeCells.get(entry.getKey());
                if (outer == null) {
                    sameCells &= entry.getValue().isTotal();
                } else {
                    differences.add(subtraction.between(outer, entry.getValue()));
                    within &= outer.n() >= entry.getValue().n();
                }
            }
            boolean evident = sameCells
                    && within
                    && sameUnit(tables.get(whole), tables.get(part))
                    && (named != null || isEvident(differences));
            return (declared != null || evident) && !differences.isEmpty()
                    ? new NestedTables(tables.get(whole), tables.get(part), declared, named, differences)
                    : null;
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

        /** Whether each table has one column of counts, and their headers say that one counts some of the other. */
        private static boolean areNamedParts(Table whole, Table part) {
            List<Column> all = counts(whole);
            List<Column> some = counts(part);
            return all.size() == 1
                    && some.size() == 1
                    && NestedNames.areColumns(all.get(0).leaf(), some.get(0).leaf());
        }

        private static List<Column> counts(Table table) {
            return table.columns().stream()
                    .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                    .toList();
        }

        /** The cells of a table with one column of counts by the labels of their rows. */
        private Map<List<String>, CountedCell> byRows(int table) {
            Map<List<String>, CountedCell> byRows = new LinkedHashMap<>();
            int header = counts(tables.get(table)).get(0).header().size();
            cells(table).forEach((labels, cell) -> byRows.put(labels.subList(0, labels.size() - header), cell));
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
