package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.DiagnosisCodes;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of one table whose whole another prints: subcodes of C18 beside C18, subsites of the skin beside skin. */
final class ParentsElsewhere {
    /** Larger tables are not followed. */
    private static final int MOST_ROWS = 100_000;

    /**
     * Rows with one whole.
     *
     * @param line the rows, in the only column of counts
     * @param labels the labels of the whole, in one writing
     */
    record Family(Line line, List<String> labels) {}

    /** The count of a whole and its place, {@code file!cell}. */
    record Whole(long n, String place) {}

    private final Table table;

    ParentsElsewhere(Table table) {
        this.table = table;
    }

    /** The families of a table that hold something back. */
    List<Family> families() {
        Optional<Column> column = counts(table);
        if (column.isEmpty() || table.rowCount() > MOST_ROWS) {
            return List.of();
        }
        Map<List<String>, List<Integer>> rows = new LinkedHashMap<>();
        Set<List<String>> own = new HashSet<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row) || table.rowRole(row) != null) {
                continue;
            }
            List<String> labels =
                    table.rowLabels(row).stream().map(CountedCell::inOneWriting).toList();
            own.add(labels);
            List<String> outer = labels.size() < 2 ? code(row) : labels.subList(0, labels.size() - 1);
            if (!outer.isEmpty()) {
                rows.computeIfAbsent(outer, o -> new ArrayList<>()).add(row);
            }
        }
        List<Family> families = new ArrayList<>();
        rows.forEach((outer, members) -> {
            int[] at = members.stream().mapToInt(Integer::intValue).toArray();
            Line line = new Line(false, column.get().index(), at, -1, "hierarchy");
            if (at.length > 1
                    && !own.contains(outer)
                    && !LineCounts.of(table, line).complete()) {
                families.add(new Family(line, outer));
            }
        });
        return families;
    }

    /** The code of three characters that a row's code of four belongs to. */
    private List<String> code(int row) {
        List<String> labels = table.rowLabels(row);
        String label = labels.isEmpty() ? "" : labels.get(0).strip();
        DiagnosisCodes codes = DiagnosisCodes.of(label);
        return codes == null || codes.size() > 1 ? List.of() : List.of(CountedCell.inOneWriting(label.substring(0, 3)));
    }

    /** The wholes of a family that other tables on the same people print where they count the same thing, each number once. */
    Collection<Whole> wholes(Family family, Facts facts) {
        Index index = facts.together(Index.class, Index.class, () -> Index.of(facts));
        Map<Long, Whole> wholes = new LinkedHashMap<>();
        for (Printed printed : index.of(table, family.labels(), facts)) {
            if (printed.table() != table) {
                wholes.putIfAbsent(printed.whole().n(), printed.whole());
            }
        }
        return wholes.values();
    }

    /** What is counted under some labels: one number in two tables at most, as more of them say nothing new. */
    private record Name(People people, String counted, List<String> labels) {}

    private record Printed(Table table, Whole whole) {}

    /** All rows of the submission's tables with one column of counts. */
    private record Index(Map<Name, List<Printed>> rows) {
        static Index of(Facts facts) {
            Index index = new Index(new HashMap<>());
            Map<Name, Map<Long, Integer>> times = new HashMap<>();
            for (Output output : facts.outputs()) {
                if (output instanceof Table table && table.rowCount() <= MOST_ROWS) {
                    counts(table).ifPresent(column -> index.add(table, column, facts, times));
                }
            }
            return index;
        }

        private void add(Table table, Column column, Facts facts, Map<Name, Map<Long, Integer>> times) {
            People people = People.of(table, facts);
            String counted = CountedCell.inOneWriting(column.leaf());
            Set<List<String>> seen = new HashSet<>();
            for (int row = 0; row < table.rowCount(); row++) {
                long n = LineCounts.at(table, row, column.index());
                List<String> labels = table.rowLabels(row).stream()
                        .map(CountedCell::inOneWriting)
                        .toList();
                if (n != LineCounts.NONE && seen.add(labels)) {
                    Name name = new Name(people, counted, labels);
                    if (times.computeIfAbsent(name, k -> new HashMap<>()).merge(n, 1, Integer::sum) <= 2) {
                        String place = table.file() + "!" + table.address(row, column.index());
                        rows.computeIfAbsent(name, k -> new ArrayList<>()).add(new Printed(table, new Whole(n, place)));
                    }
                }
            }
        }

        List<Printed> of(Table table, List<String> labels, Facts facts) {
            return counts(table)
                    .map(column -> new Name(People.of(table, facts), CountedCell.inOneWriting(column.leaf()), labels))
                    .map(name -> rows.getOrDefault(name, List.of()))
                    .orElse(List.of());
        }
    }

    /** The only column of counts. */
    private static Optional<Column> counts(Table of) {
        List<Column> counts = of.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .limit(2)
                .toList();
        return counts.size() == 1 ? Optional.of(counts.get(0)) : Optional.empty();
    }
}
