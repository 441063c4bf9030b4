package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of several tables of which one is declared to be the sum of the others: a country in one file and its regions in
 * another, a sheet for each region and one for the country.
 *
 * @param all every such sum, those left out whose parts exceed the whole: they are of other people
 * @param complete whether all counts were looked at; there may be too many
 */
public record DeclaredSums(List<Sum> all, boolean complete) {
    /** More cells are not looked up. */
    private static final int MOST_CELLS = 500_000;

    /** More parts are not added up. */
    private static final int MOST_ADDED = 2_000_000;

    /** What counts of people are headed by says nothing that the unit does not. */
    private static final Set<String> UNITS = Set.of(
            "patients",
            "people",
            "persons",
            "participants",
            "individuals",
            "n",
            "count",
            "number",
            "number of patients");

    /**
     * A count, printed or not.
     *
     * @param n the count; {@link LineCounts#NONE} where it is held back
     * @param ofTable whether its whole table is of what is declared, by the name of the sheet, the title or the file
     */
    public record Cell(Table table, int row, int column, long n, boolean ofTable) {
        boolean hidden() {
            return n == LineCounts.NONE;
        }

        String place() {
            return table.file() + "!" + table.address(row, column);
        }
    }

    /**
     * One sum.
     *
     * @param restLow the least that the whole less the printed parts can be; the whole counts as 0 where it is held back
     * @param restHigh the most that it can be
     */
    public record Sum(Cell whole, List<Cell> parts, long restLow, long restHigh) {
        boolean anyHidden() {
            return whole.hidden() || parts.stream().anyMatch(Cell::hidden);
        }

        /** Whether it says something of a table. */
        public boolean isIn(Table table) {
            return whole.table() == table || parts.stream().anyMatch(part -> part.table() == table);
        }

        /** Whether all of it is printed, and whole tables are the parts. */
        public boolean isOfPrintedTables() {
            return !anyHidden() && parts.get(0).ofTable();
        }

        public int row() {
            return whole.row();
        }

        public int column() {
            return whole.column();
        }

        /** Whether a table prints the whole. */
        public boolean isWholeIn(Table table) {
            return whole.table() == table;
        }

        /** The places of the parts, each {@code file!cell}. */
        public List<String> places() {
            return parts.stream().map(Cell::place).toList();
        }
    }

    private record Key(Settings settings) {}

    /** All sums over tables of the submission and of earlier releases. */
    public static DeclaredSums of(Facts facts, Settings settings) {
        return facts.together(new Key(settings), DeclaredSums.class, () -> {
            Search search = new Search(facts, settings);
            List<Sum> found = search.found();
            return new DeclaredSums(found, search.seen <= MOST_CELLS && search.added <= MOST_ADDED);
        });
    }

    boolean anyHidden() {
        return all.stream().anyMatch(Sum::anyHidden);
    }

    /** What a count is of, but for the name. */
    private record Rest(People people, List<String> labels) {}

    /** How often the sums over some tables add up, and how often not. */
    private static final class Tally {
        private int adding;
        private int others;
        private boolean exceeded;
    }

    private static final class Search {
        private final Facts facts;
        private final Settings settings;
        private final Map<String, List<String>> wholes = new LinkedHashMap<>();
        private final Map<String, Map<Rest, Cell>> cells = new HashMap<>();
        private final Map<Table, CountGrid> evident = new HashMap<>();
        private final Map<Table, Set<String>> years = new HashMap<>();
        private final Set<Cell> ambiguous = new HashSet<>();
        private PlaceNames names = new PlaceNames(Set.of());
        private int seen;
        private int added;

        Search(Facts facts, Settings settings) {
            this.facts = facts;
            this.settings = settings;
        }

        List<Sum> found() {
            List<Table> tables = new ArrayList<>();
            for (Output output : Stream.concat(facts.outputs().stream(), facts.released().stream())
                    .toList()) {
                if (output instanceof Table table) {
                    tables.add(table);
                }
            }
            for (Table table : tables) {
                for (Declaration.Hierarchy whole : table.declaration().hierarchies()) {
                    wholes.putIfAbsent(
                            CountedCell.inOneWriting(whole.parent()),
                            whole.children().stream()
                                    .map(CountedCell::inOneWriting)
                                    .toList());
                }
            }
            if (wholes.isEmpty() || tables.size() < 2) {
                return List.of();
            }
            Set<String> all = new HashSet<>(wholes.keySet());
            wholes.values().forEach(all::addAll);
            names = new PlaceNames(all);
            tables.forEach(this::add);
            return sums();
        }

        private void add(Table table) {
            boolean labelled = names.label(table);
            String place = labelled ? null : names.of(table);
            if ((!labelled && place == null) || seen > MOST_CELLS) {
                return;
            }
            People people = People.of(table, facts);
            for (Column column : table.columns()) {
                if (column.isLabel() || !CellKeys.holdsCounts(column)) {
                    continue;
                }
                for (int row = 0; row < table.rowCount() && seen <= MOST_CELLS; row++) {
                    long n = LineCounts.at(table, row, column.index());
                    if (n == LineCounts.NONE && !HiddenCells.is(table, row, column.index())) {
                        continue;
                    }
                    seen++;
                    Cell cell = new Cell(table, row, column.index(), n, place != null);
                    List<String> labels = labels(table, row, column);
                    if (place != null) {
                        put(place, new Rest(people, rest(labels, -1)), cell);
                    }
                    for (int i = 0; i < labels.size() && labelled; i++) {
                        if (names.has(labels.get(i))) {
                            put(labels.get(i), new Rest(people, rest(labels, i)), cell);
                        }
                    }
                }
            }
        }

        private static List<String> labels(Table table, int row, Column column) {
            List<String> labels = new ArrayList<>();
            if (!table.isTotalRow(row) || table.rowLabels(row).size() > 1) {
                table.rowLabels(row).forEach(label -> labels.add(CountedCell.inOneWriting(label)));
            }
            column.header().forEach(header -> labels.add(CountedCell.inOneWriting(header)));
            return labels;
        }

        /** The labels that say something, without one of them, in an order that does not depend on the layout. */
        private static List<String> rest(List<String> labels, int without) {
            List<String> rest = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                String label = labels.get(i);
                if (i != without && !label.equals(CountedCell.TOTAL) && !label.isEmpty() && !UNITS.contains(label)) {
                    rest.add(label);
                }
            }
            Collections.sort(rest);
            return List.copyOf(rest);
        }

        /** Keeps a count; where two tables do not say the same under the same labels, neither is taken. */
        private void put(String name, Rest rest, Cell cell) {
            Cell before = cells.computeIfAbsent(name, n -> new HashMap<>()).putIfAbsent(rest, cell);
            if (before != null && before.n() != cell.n()) {
                ambiguous.add(before);
            }
        }

        private List<Sum> sums() {
            Map<Set<Table>, Tally> tallies = new HashMap<>();
            Map<Sum, Tally> found = new LinkedHashMap<>();
            wholes.forEach((name, children) -> {
                for (Map.Entry<Rest, Cell> entry :
                        cells.getOrDefault(name, Map.of()).entrySet()) {
                    Sum sum = sum(entry.getValue(), entry.getKey(), children);
                    if (sum != null) {
                        Tally tally = tallies.computeIfAbsent(tables(sum), t -> new Tally());
                        boolean adds = sum.restLow() <= 0 && sum.restHigh() >= 0;
                        tally.adding += !sum.anyHidden() && adds ? 1 : 0;
                        tally.others += !sum.anyHidden() && !adds ? 1 : 0;
                        tally.exceeded |= !sum.whole().hidden() && sum.restHigh() < 0;
                        found.put(sum, tally);
                    }
                }
            });
            return found.entrySet().stream()
                    .filter(entry -> !entry.getValue().exceeded)
                    .filter(entry -> entry.getKey().isOfPrintedTables()
                            || entry.getValue().others <= Math.max(1, entry.getValue().adding))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private static Set<Table> tables(Sum sum) {
            Set<Table> tables = new LinkedHashSet<>();
            tables.add(sum.whole().table());
            sum.parts().forEach(part -> tables.add(part.table()));
            return tables;
        }

        private @Nullable Sum sum(Cell whole, Rest rest, List<String> children) {
            List<Cell> parts = new ArrayList<>();
            Set<String> named = new HashSet<>();
            boolean across = false;
            long low = 0;
            long high = 0;
            for (String child : children) {
                if (++added > MOST_ADDED) {
                    return null;
                }
                Cell part = cells.getOrDefault(child, Map.of()).get(rest);
                if (part == null || ambiguous.contains(part)) {
                    return null;
                }
                parts.add(part);
                across |= part.table() != whole.table();
                if (!part.hidden()) {
                    CountGrid grid = grid(part);
                    low -= grid.high(part.n());
                    high -= grid.low(part.n());
                }
                named.addAll(years(part.table()));
            }
            named.addAll(years(whole.table()));
            boolean sameYears = parts.stream()
                    .map(Cell::table)
                    .allMatch(table -> years(table).isEmpty() || years(table).equals(named));
            boolean wholeToo =
                    years(whole.table()).isEmpty() || years(whole.table()).equals(named);
            if (!across || parts.isEmpty() || ambiguous.contains(whole) || !sameYears || !wholeToo) {
                return null;
            }
            CountGrid grid = grid(whole);
            low += whole.hidden() ? 0 : grid.low(whole.n());
            high += whole.hidden() ? 0 : grid.high(whole.n());
            return new Sum(whole, List.copyOf(parts), low, high);
        }

        private Set<String> years(Table table) {
            return years.computeIfAbsent(table, SamePeople::years);
        }

        private CountGrid grid(Cell cell) {
            Table table = cell.table();
            CountGrid stated = CountGrid.of(table, table.columns().get(cell.column()), settings);
            return stated.rounds() ? stated : evident.computeIfAbsent(table, EvidentRounding::of);
        }
    }
}
