package dev.sdc.engine.audit;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The counts of a table by their categories alone, whichever way the table is laid out and its bands are written: what all
 * its counts have in common ({@code Patients}) is no category, and neither is a total.
 */
final class Categories {
    /** What says no more than that people are counted. */
    private static final Set<String> COUNTING = Set.of(
            "n",
            "no",
            "number",
            "count",
            "counts",
            "frequency",
            "freq",
            "patients",
            "people",
            "persons",
            "cases",
            "individuals",
            "total",
            "all",
            "of",
            "anzahl",
            "patienten",
            CountedCell.TOTAL);

    private final Table table;
    private final Set<String> shared;
    private final boolean oneRow;

    Categories(Table table) {
        this.table = table;
        this.shared = CellKeys.sharedHeaders(table);
        long columns = table.columns().stream()
                .filter(column -> !column.isLabel() && CellKeys.holdsCounts(column))
                .count();
        this.oneRow = table.rowCount() == 1 && columns > 1;
    }

    /** The counts by their categories, in no order; those left out that two cells count. */
    static Map<List<String>, CountedCell> of(Table table) {
        Categories categories = new Categories(table);
        Map<List<String>, CountedCell> cells = new LinkedHashMap<>();
        Set<List<String>> twice = new HashSet<>();
        for (CountedCell cell : CountedCell.of(table)) {
            List<String> key = categories.key(cell);
            if (cells.put(key, cell) != null) {
                twice.add(key);
            }
        }
        cells.keySet().removeAll(twice);
        return cells;
    }

    /** All categories of a table. */
    static Set<String> named(Table table) {
        Categories categories = new Categories(table);
        Set<String> named = new HashSet<>();
        if (!categories.oneRow) {
            table.forEachLabel(
                    label -> category(CountedCell.inOneWriting(label)).ifPresent(named::add));
        }
        for (Column column : table.columns()) {
            if (!column.isLabel() && CellKeys.holdsCounts(column)) {
                for (String header : column.header()) {
                    String name = CountedCell.inOneWriting(header);
                    if (!categories.shared.contains(name)) {
                        category(name).ifPresent(named::add);
                    }
                }
            }
        }
        return named;
    }

    /** The headers that all counts of a table share, as they are printed. */
    static List<String> shared(Table table) {
        Set<String> shared = CellKeys.sharedHeaders(table);
        for (Column column : table.columns()) {
            if (!column.isLabel() && CellKeys.holdsCounts(column)) {
                return column.header().stream()
                        .filter(header -> shared.contains(CountedCell.inOneWriting(header)))
                        .toList();
            }
        }
        return List.of();
    }

    /** What all counts of a table have in common, but for words that say that people are counted. */
    static String about(Table table) {
        Categories categories = new Categories(table);
        Set<String> words = new TreeSet<>();
        List<String> names = new ArrayList<>(categories.shared);
        if (categories.oneRow) {
            names.addAll(table.rowLabels(0));
        }
        for (String name : names) {
            Collections.addAll(words, CountedCell.inOneWriting(name).split("[^\\p{L}\\p{N}*]+", -1));
        }
        words.removeAll(COUNTING);
        words.remove("");
        return String.join(" ", words);
    }

    /** What a header says of whom it counts: nothing where it says that people are counted, and how many. */
    static String countedIn(String header) {
        Set<String> words = new LinkedHashSet<>();
        String plain = PopulationNames.withoutSize(header);
        Collections.addAll(words, CountedCell.inOneWriting(plain).split("[^\\p{L}\\p{N}*]+", -1));
        words.removeAll(COUNTING);
        words.remove("");
        return String.join(" ", words);
    }

    /** The categories of a cell in one order; none where it is the total of all. */
    List<String> key(CountedCell cell) {
        int ofRow = cell.labels().size()
                - table.columns().get(cell.column()).header().size();
        List<String> key = new ArrayList<>();
        for (int i = oneRow ? ofRow : 0; i < cell.labels().size(); i++) {
            String label = cell.labels().get(i);
            if (i < ofRow || !shared.contains(label)) {
                category(label).ifPresent(key::add);
            }
        }
        Collections.sort(key);
        return key;
    }

    private static Optional<String> category(String label) {
        if (label.equals(CountedCell.TOTAL) || label.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Band.of(label)
                .map(band -> "[" + band.from() + "," + band.to() + ")")
                .orElse(label));
    }
}
