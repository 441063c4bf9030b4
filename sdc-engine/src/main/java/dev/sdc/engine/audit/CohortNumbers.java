package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of people that a table and one of an earlier release print for the same categories, both declared to be of one
 * population, however both are laid out: {@code Lung: 903} beside {@code Lung: women 440, men 450}.
 *
 * @param ours the table of this submission
 * @param earlier the table of an earlier release
 * @param pairs the numbers that both print, or that their cells come to
 */
public record CohortNumbers(Table ours, Table earlier, List<Pair> pairs) {
    /** More numbers of all tables are not compared; each table has its share. */
    private static final long MOST_COMPARED = 4_000_000;

    /**
     * A number of people that a table prints, or that a line of it comes to.
     *
     * @param cells the cells that it is made of, in the order of the line
     */
    public record Told(long n, List<CountedCell> cells) {
        /** Where it stands, or its first part. */
        public CountedCell at() {
            return cells.get(0);
        }

        /** The number, or the sum that it is. */
        public String inWords() {
            StringBuilder sum = new StringBuilder();
            cells.forEach(cell -> sum.append(sum.isEmpty() ? "" : " + ").append(cell.n()));
            return cells.size() == 1 ? sum.toString() : "(" + sum + ")";
        }
    }

    /** Two numbers of the same category. */
    public record Pair(Told ours, Told earlier) {}

    /**
     * What was found.
     *
     * @param uncompared the tables that were not compared with all earlier ones, since there are too many
     */
    public record Found(List<CohortNumbers> all, List<Table> uncompared) {}

    private record Coded(Told number, List<CodedLabel> labels) {
        boolean mayBe(Coded other) {
            boolean may = labels.size() == other.labels.size();
            for (int i = 0; may && i < labels.size(); i++) {
                may = labels.get(i).mayBe(other.labels.get(i));
            }
            return may;
        }
    }

    private record Key(String population, List<String> category) {}

    private record Printed(int table, Coded number) {}

    /** The numbers that tables of this submission and of earlier releases print for the same categories. */
    public static Found across(Facts facts, Settings settings) {
        List<Table> before = tables(facts.released());
        List<Table> now = tables(facts.outputs());
        Map<Key, List<Printed>> printed = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            String population = population(before.get(i));
            if (population != null && !EvidentRounding.isRounded(before.get(i), settings)) {
                int table = i;
                coded(before.get(i), facts)
                        .forEach((category, number) -> printed.computeIfAbsent(
                                        new Key(population, category), key -> new ArrayList<>())
                                .add(new Printed(table, number)));
            }
        }
        List<CohortNumbers> all = new ArrayList<>();
        List<Table> uncompared = new ArrayList<>();
        for (Table table : now) {
            String population = population(table);
            if (population != null && !printed.isEmpty() && !EvidentRounding.isRounded(table, settings)) {
                Map<Integer, List<Pair>> pairs = new LinkedHashMap<>();
                long compared = 0;
                for (Map.Entry<List<String>, Coded> own : coded(table, facts).entrySet()) {
                    List<Printed> same = printed.getOrDefault(new Key(population, own.getKey()), List.of());
                    compared += same.size();
                    if (compared > MOST_COMPARED / now.size()) {
                        uncompared.add(table);
                        break;
                    }
                    for (Printed other : same) {
                        if (own.getValue().mayBe(other.number())) {
                            pairs.computeIfAbsent(other.table(), i -> new ArrayList<>())
                                    .add(new Pair(
                                            own.getValue().number(),
                                            other.number().number()));
                        }
                    }
                }
                pairs.forEach((i, same) -> {
                    if (facts.unit(table).equals(facts.unit(before.get(i)))) {
                        all.add(new CohortNumbers(table, before.get(i), same));
                    }
                });
            }
        }
        return new Found(all, uncompared);
    }

    /** Whether titles or sheets tell that nobody is in both tables. */
    public boolean areToldApart() {
        return areToldApart(ours, earlier);
    }

    /** The same of two tables of which one is of an earlier release. */
    public static boolean areToldApart(Table ours, Table earlier) {
        return TableNames.of(ours).tellApart(TableNames.of(earlier), true);
    }

    private static List<Table> tables(List<Output> outputs) {
        List<Table> tables = new ArrayList<>();
        outputs.forEach(output -> {
            if (output instanceof Table table) {
                tables.add(table);
            }
        });
        return tables;
    }

    private static @Nullable String population(Table table) {
        Population population = table.declaration().population();
        return population == null ? null : population.id();
    }

    /** The numbers of people of a table by their categories. */
    private static Map<List<String>, Coded> coded(Table table, Facts facts) {
        Map<List<String>, Coded> numbers = new LinkedHashMap<>();
        Set<List<String>> twice = new HashSet<>();
        facts.forEachLine(table, line -> {
            LineCounts counts = LineCounts.of(table, line);
            PrintedMargins.Linked linked = PrintedMargins.linked(table, line);
            boolean ofAll = !line.acrossColumns()
                    && Categories.countedIn(table.columns().get(line.fixed()).leaf())
                            .isEmpty();
            boolean section = line.acrossColumns() || linked.way() >= 0; // all of a column have no category
            if ((section || !ofAll) && !linked.labels().isEmpty() && (counts.hasTotal() || counts.complete())) {
                List<CountedCell> cells = cells(table, line, counts);
                long n = cells.stream().mapToLong(CountedCell::n).sum();
                List<String> labels = line.acrossColumns() ? table.rowLabels(line.fixed()) : linked.labels();
                put(n, labels, cells, numbers, twice);
            }
        });
        List<Column> counts = table.columns().stream()
                .filter(column -> !column.isLabel() && CellKeys.holdsCounts(column))
                .toList();
        if (counts.size() == 1) {
            int column = counts.get(0).index();
            table.forEachCount(column, (row, c, n) -> {
                if (!table.isTotalRow(row)) {
                    put(
                            n,
                            table.rowLabels(row),
                            List.of(new CountedCell(table, row, column, n, List.of())),
                            numbers,
                            twice);
                }
            });
        }
        numbers.keySet().removeAll(twice);
        return numbers;
    }

    private static List<CountedCell> cells(Table table, Line line, LineCounts counts) {
        if (counts.hasTotal()) {
            return List.of(new CountedCell(table, line.totalRow(), line.totalColumn(), counts.total(), List.of()));
        }
        List<CountedCell> cells = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            cells.add(new CountedCell(table, line.row(i), line.column(i), counts.members()[i], List.of()));
        }
        return List.copyOf(cells);
    }

    private static void put(
            long n,
            List<String> labels,
            List<CountedCell> cells,
            Map<List<String>, Coded> numbers,
            Set<List<String>> twice) {
        List<CodedLabel> coded = labels.stream()
                .map(CodedLabel::of)
                .filter(label -> !label.name().isEmpty())
                .toList();
        List<String> category = coded.stream().map(CodedLabel::name).toList();
        if (category.isEmpty() || category.contains(CountedCell.TOTAL)) {
            return;
        }
        Coded before = numbers.put(category, new Coded(new Told(n, cells), coded));
        if (before != null && before.number().n() != n) {
            twice.add(category);
        }
    }
}
