package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What all tables, of this submission and of earlier ones, print of all people under each of their labels. Tables that print
 * the same are one here, however many there are.
 */
final class PrintedMargins {
    /** Margins that agree in fewer places may do so by chance. */
    private static final int AGREEMENTS = 2;

    /** More margins of other tables are not compared with those of one. */
    private static final int MOST_COMPARED = 1_000_000;

    /** A total of all may stand in a row of its own and under the header of its column. */
    private static final int MOST_TOTALS = 2;

    /** A sum of more cells is not drawn. */
    private static final int MOST_PLACES = 24;

    /** A number of all people under a label, and how to tell where it stands: of most nobody asks. */
    record Margin(long n, Supplier<List<String>> where) {
        /** The place of its cell, or of the cells that it is the sum of. */
        List<String> places() {
            return where.get();
        }

        /** Where it stands, or its first part. */
        String place() {
            return places().get(0);
        }
    }

    /** The first of the tables that print the same, and the second, for the sake of the first. */
    private static final class Same {
        private final int number;
        private final Table first;
        private final Map<List<String>, Margin> margins;
        private Table second;
        private Map<List<String>, Margin> again = Map.of();

        Same(int number, Table first, Map<List<String>, Margin> margins) {
            this.number = number;
            this.first = first;
            this.second = first;
            this.margins = margins;
        }

        /** What another table than this one prints. */
        Map<List<String>, Margin> besides(Table table) {
            return table == first ? again : margins;
        }

        Under under(Table table) {
            return new Under(table == first ? second : first, besides(table));
        }
    }

    private record Label(People people, List<String> names) {}

    /**
     * What agrees with the margins of a table.
     *
     * @param all whether all tables were compared; there may be too many
     */
    record Agreeing(List<Map<List<String>, Margin>> tables, boolean all) {}

    /** A table that prints numbers under the labels of another, and all that it prints. */
    record Under(Table table, Map<List<String>, Margin> margins) {}

    /** The same of several, and whether all tables were compared. */
    record AllUnder(List<Under> tables, boolean all) {}

    /** What one of the different tables prints under a label. */
    private record Print(Same by, long n) {}

    private final List<Same> tables = new ArrayList<>();
    private final Map<Label, List<Print>> printed = new HashMap<>();

    private PrintedMargins(Facts facts) {
        Map<People, Map<Map<List<String>, Long>, Same>> known = new HashMap<>();
        for (Output output : known(facts)) {
            if (output instanceof Table table) {
                People people = People.of(table, facts);
                Map<List<String>, Margin> margins = of(table, facts);
                Map<List<String>, Long> numbers = new HashMap<>();
                margins.forEach((labels, margin) -> numbers.put(labels, margin.n()));
                Map<Map<List<String>, Long>, Same> here = known.computeIfAbsent(people, p -> new HashMap<>());
                Same before = here.get(numbers);
                if (before == null) {
                    Same same = new Same(tables.size(), table, margins);
                    tables.add(same);
                    here.put(numbers, same);
                    numbers.forEach(
                            (labels, n) -> printed.computeIfAbsent(new Label(people, labels), l -> new ArrayList<>())
                                    .add(new Print(same, n)));
                } else if (before.again.isEmpty()) {
                    before.again = margins;
                    before.second = table;
                }
            }
        }
    }

    private static List<Output> known(Facts facts) {
        return Stream.concat(facts.outputs().stream(), facts.released().stream())
                .toList();
    }

    static PrintedMargins in(Facts facts) {
        return facts.together(PrintedMargins.class, PrintedMargins.class, () -> new PrintedMargins(facts));
    }

    /** The tables that have margins in common with a table, where all that both print are the same. */
    Agreeing agreeing(Table table, Facts facts) {
        People people = People.of(table, facts);
        int[] same = new int[tables.size()];
        int compared = 0;
        for (Map.Entry<List<String>, Margin> own : of(table, facts).entrySet()) {
            List<Print> others = printed.getOrDefault(new Label(people, own.getKey()), List.of());
            compared += others.size();
            if (compared > MOST_COMPARED) {
                return new Agreeing(List.of(), false);
            }
            for (Print other : others) {
                int number = other.by().number;
                boolean agrees = other.n() == own.getValue().n() && same[number] >= 0;
                same[number] = agrees ? same[number] + 1 : -1;
            }
        }
        List<Map<List<String>, Margin>> agreeing = new ArrayList<>();
        for (int i = 0; i < same.length; i++) {
            if (same[i] >= AGREEMENTS) {
                agreeing.add(tables.get(i).besides(table));
            }
        }
        return new Agreeing(agreeing, true);
    }

    /** How many different tables there are. */
    int size() {
        return tables.size();
    }

    AllUnder under(Set<List<String>> labels, Table table, Facts facts) {
        return under(labels, table, facts, MOST_COMPARED);
    }

    /**
     * The tables on the same people that print a number under each of some labels, and no other besides a total of all.
     *
     * @param most more numbers are not compared
     */
    AllUnder under(Set<List<String>> labels, Table table, Facts facts, long most) {
        People people = People.of(table, facts);
        int[] met = new int[tables.size()];
        int compared = 0;
        for (List<String> label : labels) {
            List<Print> prints = printed.getOrDefault(new Label(people, label), List.of());
            compared += prints.size();
            if (compared > most) {
                return new AllUnder(List.of(), false);
            }
            prints.forEach(print -> met[print.by().number]++);
        }
        List<Under> under = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            Map<List<String>, Margin> margins =
                    met[i] == labels.size() ? tables.get(i).besides(table) : Map.of();
            long others = margins.keySet().stream()
                    .filter(label -> !labels.contains(label))
                    .limit(MOST_TOTALS + 1L)
                    .count();
            if (!margins.isEmpty() && others <= MOST_TOTALS) {
                under.add(tables.get(i).under(table));
            }
        }
        return new AllUnder(under, true);
    }

    /** What a table says of all people under each of its labels. */
    private static Map<List<String>, Margin> of(Table of, Facts facts) {
        Map<List<String>, Margin> margins = new LinkedHashMap<>();
        facts.forEachLine(of, line -> {
            LineCounts counts = LineCounts.of(of, line);
            if (isOfAll(of, line) && (counts.hasTotal() || counts.complete())) {
                margins.putIfAbsent(
                        labels(of, line),
                        new Margin(
                                counts.hasTotal() ? counts.total() : counts.sum(),
                                () -> places(of, line, counts.hasTotal())));
            }
        });
        List<Column> counts = of.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS))
                .toList();
        if (counts.size() == 1) {
            of.forEachCount(
                    counts.get(0).index(),
                    (row, column, n) ->
                            margins.putIfAbsent(rowLabels(of, row), new Margin(n, () -> places(of, row, column))));
        }
        ofOneRow(of, margins);
        return margins;
    }

    /** The place of the total of a line, or of all that it is the sum of. */
    private static List<String> places(Table of, Line line, boolean total) {
        if (total) {
            return places(of, line.totalRow(), line.totalColumn());
        }
        return IntStream.range(0, Math.min(line.size(), MOST_PLACES))
                .mapToObj(i -> of.file() + "!" + of.address(line.row(i), line.column(i)))
                .toList();
    }

    private static List<String> places(Table of, int row, int column) {
        return List.of(of.file() + "!" + of.address(row, column));
    }

    /** What the only row of a table says of all people under the header of each column. */
    private static void ofOneRow(Table of, Map<List<String>, Margin> margins) {
        int only = -1;
        for (int row = 0; row < of.rowCount(); row++) {
            ColumnRole role = of.rowRole(row);
            if (role == null || role.isCount()) {
                if (only >= 0) {
                    return;
                }
                only = row;
            }
        }
        for (Column column : of.columns()) {
            long n = only < 0 || column.isLabel() || !CellKeys.holdsCounts(column)
                    ? LineCounts.NONE
                    : LineCounts.at(of, only, column.index());
            if (n != LineCounts.NONE) {
                List<String> header =
                        column.header().stream().map(CountedCell::inOneWriting).toList();
                int row = only;
                margins.putIfAbsent(header, new Margin(n, () -> places(of, row, column.index())));
            }
        }
    }

    /** Whether a line is about all people of its row or column; in a column it may be about one section of the rows. */
    static boolean isOfAll(Table of, Line line) {
        return line.acrossColumns() || line.size() + (line.hasTotal() ? 1 : 0) == of.rowCount();
    }

    /** The labels of a line in one writing. */
    static List<String> labels(Table of, Line line) {
        return line.acrossColumns()
                ? rowLabels(of, line.fixed())
                : of.columns().get(line.fixed()).header().stream()
                        .map(CountedCell::inOneWriting)
                        .toList();
    }

    /**
     * The labels under which another table may print the number of a line.
     *
     * @param way which lines are alike: those of all rows, of all columns, or over one level of labels
     * @param labels the labels; none where nothing tells them
     */
    record Linked(int way, List<String> labels) {
        private static final int ROWS = -1;
        private static final int COLUMNS = -2;
    }

    /**
     * The labels under which another table may print the number of a line: those of its row or column, or, of a table with a
     * row for each crossing, those that all its rows have. None where it is a section of a column.
     */
    static Linked linked(Table of, Line line) {
        if (isOfAll(of, line)) {
            return new Linked(line.acrossColumns() ? Linked.ROWS : Linked.COLUMNS, labels(of, line));
        }
        List<String> first = of.rowLabels(line.row(0));
        List<String> shared = new ArrayList<>();
        int other = 0;
        for (int level = 0; level < first.size(); level++) {
            String label = first.get(level);
            int at = level;
            boolean all = IntStream.range(1, line.size())
                    .mapToObj(i -> of.rowLabels(line.row(i)))
                    .allMatch(labels ->
                            labels.size() == first.size() && labels.get(at).equals(label));
            if (all) {
                shared.add(CountedCell.inOneWriting(label));
            } else {
                other = level;
            }
        }
        return new Linked(other, shared.size() == first.size() - 1 ? shared : List.of());
    }

    private static List<String> rowLabels(Table of, int row) {
        return of.rowLabels(row).stream().map(CountedCell::inOneWriting).toList();
    }
}
