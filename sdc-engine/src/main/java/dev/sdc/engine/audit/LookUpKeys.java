package dev.sdc.engine.audit;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a ledger finds tables by. A table is kept under keys, and a later one asks for keys; they meet wherever a rule could
 * hold a count of the one against a count of the other: under the same labels in any layout, or over another band, period,
 * zone or version of a definition.
 */
public final class LookUpKeys {
    /** More keys for other zones are not asked for. */
    private static final int MOST_ZONE_KEYS = 1_000_000;

    private static final List<String> ANY_BAND = List.of("\u0000any band");
    private static final List<String> ANY_ZONE = List.of("\u0000any zone");
    /** Nearly every table has a total of all: only those that have nothing else are found by it, and find others. */
    private static final List<String> TOTAL = List.of("\u0000total");

    private static final List<String> TOTAL_ONLY = List.of("\u0000total only");
    /** The number of all under one label of a table. */
    private static final List<String> MARGIN = List.of("\u0000margin");

    private final Table table;
    private final LongStream.Builder keys = LongStream.builder();
    private final Map<String, Long> known = new HashMap<>();
    private final Zones zones;
    private boolean total;
    private boolean more;

    private LookUpKeys(Table table) {
        this.table = table;
        this.zones = new Zones(table.declaration().hierarchies());
    }

    /** What some tables are kept under, in ascending order and each once. */
    public static long[] kept(List<Table> tables) {
        return inOrder(tables.stream().flatMapToLong(table -> new LookUpKeys(table).kept()));
    }

    /** What earlier tables are kept under that concern some outputs, in ascending order and each once. */
    public static long[] asked(List<Output> outputs) {
        return inOrder(outputs.stream().flatMapToLong(output -> {
            if (output instanceof Table table) {
                return new LookUpKeys(table).asked();
            }
            // a text may tell how many there are in all
            return output instanceof Prose ? LongStream.of(openTo(output)) : LongStream.empty();
        }));
    }

    /** What a table that holds something back, and prints no total of it, is kept under: somebody else may print that. */
    private static long openTo(Output output) {
        Population population = output.declaration().population();
        return CellKeys.key("\u0000open " + (population == null ? null : population.id()));
    }

    private static long[] inOrder(LongStream keys) {
        return keys.sorted().distinct().toArray();
    }

    /** What a table is kept under that prints how many there are in all of its population: a later one may hide what that opens. */
    private OptionalLong totalOf() {
        Population population = table.declaration().population();
        return population == null || population.id() == null
                ? OptionalLong.empty()
                : OptionalLong.of(CellKeys.key("\u0000total of " + population.id()));
    }

    private LongStream kept() {
        List<CountedCell> cells = CountedCell.of(table);
        byLabels(cells);
        for (CountedCell cell : cells) {
            zones.in(cell.labels()).forEach(zone -> add(zone.rest(), ANY_ZONE));
        }
        if (isOpen()) {
            keys.add(openTo(table));
            margins();
        }
        if (total) {
            add(TOTAL);
            totalOf().ifPresent(keys::add);
        }
        if (total && !more) {
            add(TOTAL_ONLY);
        }
        return all();
    }

    private LongStream asked() {
        List<CountedCell> cells = CountedCell.of(table);
        byLabels(cells);
        int ofZones = 0;
        for (CountedCell cell : cells) {
            // any label may be a zone by what an earlier release declares
            Zones.any(cell.labels()).forEach(zone -> add(zone.rest(), ANY_ZONE));
            for (Zones.Named zone : zones.in(cell.labels())) {
                for (List<String> other : zones.overlapping(zone.name())) {
                    if (ofZones++ < MOST_ZONE_KEYS) {
                        add(zone.rest(), other);
                    }
                }
            }
        }
        OptionalLong ofPopulation = totalOf();
        if (ofPopulation.isPresent()) {
            keys.add(openTo(table));
        }
        margins();
        if (isOpen()) {
            ofPopulation.ifPresent(keys::add);
            lines().forEach(this::add);
        }
        if (total) {
            add(more ? TOTAL_ONLY : TOTAL);
        }
        return all();
    }

    private void byLabels(List<CountedCell> cells) {
        Categories categories = new Categories(table);
        for (CountedCell cell : cells) {
            List<String> category = categories.key(cell);
            if (category.isEmpty()) {
                total = true;
            } else {
                more = true;
                add(category);
                add(cell.labels());
            }
            OverlappingBands.in(cell).forEach(band -> add(band.rest(), ANY_BAND));
        }
        ChangedAreas.forEachThing(table, (thing, cell) -> add(thing));
        ofDeclaredPopulation();
        ofCohort();
    }

    /** The categories that {@link CohortNumbers} holds against those of another layout: of rows, of groups of rows, of columns. */
    private void ofCohort() {
        Population population = table.declaration().population();
        if (population == null || population.id() == null) {
            return;
        }
        List<String> cohort = List.of("\u0000cohort " + population.id());
        Map<String, String> names = new HashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels = table.rowLabels(row);
            addNamed(labels, names, cohort);
            for (int level = 0; level < labels.size() && labels.size() > 1; level++) {
                List<String> group = new ArrayList<>(labels);
                group.remove(level);
                addNamed(group, names, cohort);
            }
        }
        for (Column column : counts()) {
            addNamed(column.header(), names, cohort);
            addNamed(List.of(column.leaf()), names, cohort);
        }
    }

    /** Adds labels without the codes that stand beside them; codes alone name nothing. */
    private void addNamed(List<String> labels, Map<String, String> names, List<String> cohort) {
        List<String> named = labels.stream()
                .map(label ->
                        names.computeIfAbsent(label, one -> CodedLabel.of(one).name()))
                .filter(name -> !name.isEmpty())
                .toList();
        if (!named.isEmpty()) {
            add(named, cohort);
        }
    }

    /** Means and totals are held against those of a population that is declared to lie in theirs, without any count. */
    private void ofDeclaredPopulation() {
        Population population = table.declaration().population();
        if (population != null && (table.holds(ColumnRole.MAGNITUDE) || table.holds(ColumnRole.MEAN))) {
            List<String> names = new ArrayList<>();
            Stream.of(population.id(), population.subsetOf())
                    .filter(name -> name != null)
                    .forEach(name -> names.add("\u0000of " + name));
            for (int row = 0; row < table.rowCount(); row++) {
                for (String name : names) {
                    add(table.rowLabels(row), List.of(name));
                }
            }
        }
    }

    /** Whether a count is held back in a line that prints no total. */
    private boolean isOpen() {
        List<Column> counts = counts();
        boolean down = IntStream.range(0, table.rowCount()).noneMatch(table::isTotalRow);
        boolean across = counts.size() > 1 && counts.stream().noneMatch(Column::total);
        return (down || across)
                && counts.stream().anyMatch(column -> HiddenCells.visit(table, column.index(), row -> false));
    }

    private void margins() {
        lines().forEach(labels -> add(labels, MARGIN));
    }

    /** The labels of the lines of a table, down and across, of each of which a total may be printed. */
    private Stream<List<String>> lines() {
        List<Column> counts = counts();
        Stream<List<String>> down = counts.size() > 1 ? counts.stream().map(Column::header) : Stream.empty();
        Stream<List<String>> across = IntStream.range(0, table.rowCount())
                .filter(row -> !table.isTotalRow(row))
                .mapToObj(table::rowLabels);
        return Stream.concat(down, across)
                .map(labels -> labels.stream().map(CountedCell::inOneWriting).toList());
    }

    private List<Column> counts() {
        return table.columns().stream()
                .filter(column -> !column.isLabel() && CellKeys.holdsCounts(column))
                .toList();
    }

    private void add(List<String> labels) {
        add(labels, List.of());
    }

    private void add(List<String> labels, List<String> more) {
        keys.add(sum(labels) + sum(more));
    }

    private long sum(List<String> labels) {
        long sum = 0;
        for (String label : labels) {
            sum += known.computeIfAbsent(label, CellKeys::key);
        }
        return sum;
    }

    private LongStream all() {
        return LongStream.concat(CellKeys.counted(table), keys.build());
    }
}
