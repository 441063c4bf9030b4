package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts over bands that overlap, in one table or in two: {@code 2015-2019} beside {@code 2015-2020}, five-year ages up to
 * 25 in one table and up to 20 in the next. Cut points of all of them together are finer than those of each.
 */
public final class OverlappingBands {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Subtraction subtraction;

    private OverlappingBands(Settings settings) {
        this.subtraction = new Subtraction(settings);
    }

    /** Everybody between neighbouring cut points whom no cell counts. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        Set<Band> bands = new LinkedHashSet<>();
        List<Table> banded = new ArrayList<>();
        for (Table table : tables) {
            Set<Band> own = bandsOf(table);
            bands.addAll(own);
            if (!own.isEmpty()) {
                banded.add(table);
            }
        }
        return anyOverlap(bands) ? new OverlappingBands(settings).search(banded) : List.of();
    }

    private static Set<Band> bandsOf(Table table) {
        Set<Band> bands = new LinkedHashSet<>();
        for (Column column : table.columns()) {
            column.header().forEach(header -> Band.of(header).ifPresent(bands::add));
        }
        table.forEachLabel(label -> Band.of(label).ifPresent(bands::add));
        return bands;
    }

    private static boolean anyOverlap(Set<Band> bands) {
        List<Band> sorted = new ArrayList<>(bands);
        sorted.sort(java.util.Comparator.comparingInt(Band::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                return true;
            }
        }
        return false;
    }

    /** What a count is of, but for the band: everything that two counts must share to be of one line. */
    private record Line(List<String> labels, Optional<String> population) {}

    /**
     * A band among the labels of a count.
     *
     * @param rest the other labels, and in the place of the band what it measures in
     */
    record In(Band band, List<String> rest) {}

    /** The bands that the labels of a count name. */
    static List<In> in(CountedCell cell) {
        List<In> bands = new ArrayList<>();
        for (int i = 0; i < cell.labels().size(); i++) {
            Optional<Band> band = Band.of(cell.labels().get(i));
            if (band.isPresent()) {
                List<String> rest = new ArrayList<>(cell.labels());
                rest.set(i, Band.measure(cell.labels().get(i)));
                bands.add(new In(band.get(), rest));
            }
        }
        return bands;
    }

    private List<UnprintedPart> search(List<Table> tables) {
        Map<Line, Map<Table, Map<Band, CountedCell>>> lines = new LinkedHashMap<>();
        for (Table table : tables) {
            Optional<String> population = Optional.ofNullable(
                            table.declaration().population())
                    .map(p -> Objects.requireNonNullElse(p.id(), Objects.requireNonNullElse(p.description(), "")));
            for (CountedCell cell : CountedCell.of(table)) {
                for (In in : in(cell)) {
                    lines.computeIfAbsent(new Line(in.rest(), population), l -> new LinkedHashMap<>())
                            .computeIfAbsent(table, t -> new LinkedHashMap<>())
                            .putIfAbsent(in.band(), cell);
                }
            }
        }
        List<UnprintedPart> parts = new ArrayList<>();
        for (Map<Table, Map<Band, CountedCell>> line : lines.values()) {
            for (Map<Band, CountedCell> cells : line.values()) {
                addParts(cells, parts);
            }
            if (line.size() > 1) {
                addTogether(line, parts);
            }
        }
        return parts;
    }

    /**
     * Lines of several tables are taken together only where their counts bear out that they are of the same people, or
     * where tables that are called the same are declared to be.
     */
    private void addTogether(Map<Table, Map<Band, CountedCell>> line, List<UnprintedPart> parts) {
        CutPoints together = new CutPoints();
        Map<Band, CountedCell> all = new LinkedHashMap<>();
        int alone = 0;
        for (Map<Band, CountedCell> cells : line.values()) {
            CutPoints one = new CutPoints();
            cells.forEach((band, cell) -> {
                one.add(band, cell.n());
                together.add(band, cell.n());
                all.putIfAbsent(band, cell);
            });
            alone += one.confirmed();
        }
        if (together.confirmed() > alone || areDeclaredSame(List.copyOf(line.keySet()))) {
            List<UnprintedPart> found = new ArrayList<>();
            addParts(all, found);
            found.removeIf(part -> parts.stream().anyMatch(known -> known.at().equals(part.at())));
            parts.addAll(found);
        }
    }

    private static boolean areDeclaredSame(List<Table> tables) {
        Table first = tables.get(0);
        Population all = first.declaration().population();
        return all != null
                && all.id() != null
                && tables.stream().allMatch(table -> variables(table).equals(variables(first)) && alike(table, first));
    }

    private static List<String> variables(Table table) {
        return table.columns().stream()
                .filter(Column::isLabel)
                .map(column -> CountedCell.inOneWriting(column.name()))
                .toList();
    }

    /** Whether nothing but numbers in their titles, and nothing in the names of sheet and file, tells of other people. */
    private static boolean alike(Table one, Table other) {
        return unnumbered(one).equals(unnumbered(other))
                && !PopulationNames.tellApart(sheet(one), sheet(other))
                && !PopulationNames.tellApart(one.fileName(), other.fileName());
    }

    private static String unnumbered(Table table) {
        return CountedCell.inOneWriting(
                DIGITS.matcher(String.join(" ", table.titles())).replaceAll(" "));
    }

    private static String sheet(Table table) {
        return Objects.requireNonNullElse(table.grid().sheet(), "");
    }

    private void addParts(Map<Band, CountedCell> cells, List<UnprintedPart> parts) {
        if (!anyOverlap(cells.keySet())) {
            return;
        }
        CutPoints points = new CutPoints();
        cells.forEach((band, cell) -> points.add(band, cell.n()));
        for (CutPoints.Gap gap : points.gaps()) {
            part(gap, cells).ifPresent(parts::add);
        }
    }

    /** The part between two cut points, with the cells that show it best. */
    private Optional<UnprintedPart> part(CutPoints.Gap gap, Map<Band, CountedCell> cells) {
        Map<Integer, CountedCell> byStart = new HashMap<>();
        Map<Integer, CountedCell> byEnd = new HashMap<>();
        CountedCell around = null;
        for (Map.Entry<Band, CountedCell> entry : cells.entrySet()) {
            Band band = entry.getKey();
            CountedCell cell = entry.getValue();
            if (band.to() == gap.to()) {
                byStart.put(band.from(), cell);
            }
            if (band.from() == gap.from()) {
                byEnd.put(band.to(), cell);
            }
            if (band.from() <= gap.from() && band.to() >= gap.to() && (around == null || cell.n() < around.n())) {
                around = cell;
            }
        }
        for (Map.Entry<Band, CountedCell> entry : cells.entrySet()) {
            Band band = entry.getKey();
            CountedCell whole = band.to() == gap.from()
                    ? byStart.get(band.from())
                    : band.from() == gap.to() ? byEnd.get(band.to()) : null;
            if (whole != null) {
                Difference difference = subtraction.between(whole, entry.getValue());
                return difference.low() == difference.high()
                        ? Optional.of(new UnprintedPart(
                                whole, List.of(entry.getValue()), difference.low(), difference.inWords()))
                        : Optional.empty();
            }
        }
        if (around == null || !subtractionIsExact(cells)) {
            return Optional.empty();
        }
        List<CountedCell> others = new ArrayList<>(cells.values());
        others.remove(around);
        return Optional.of(new UnprintedPart(
                around, others, gap.n(), "adding and subtracting the bands leaves " + gap.n(), List.of()));
    }

    private boolean subtractionIsExact(Map<Band, CountedCell> cells) {
        for (CountedCell cell : cells.values()) {
            Difference none = subtraction.between(cell, cell);
            if (none.low() != none.high()) {
                return false;
            }
        }
        return true;
    }
}
