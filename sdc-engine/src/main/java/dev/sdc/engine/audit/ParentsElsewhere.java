package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
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
    private static final int MOST_ROWS = 5_000;

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

    /** What another table prints, by its labels, where it counts the same thing. */
    Map<List<String>, Whole> printedIn(Table other) {
        Optional<Column> own = counts(table);
        Optional<Column> column = counts(other);
        Map<List<String>, Whole> printed = new HashMap<>();
        boolean sameThing = own.isPresent()
                && column.isPresent()
                && other.rowCount() <= MOST_ROWS
                && CountedCell.inOneWriting(own.get().leaf())
                        .equals(CountedCell.inOneWriting(column.get().leaf()));
        for (int row = 0; sameThing && row < other.rowCount(); row++) {
            long n = LineCounts.at(other, row, column.get().index());
            if (n != LineCounts.NONE) {
                printed.putIfAbsent(
                        other.rowLabels(row).stream()
                                .map(CountedCell::inOneWriting)
                                .toList(),
                        new Whole(
                                n,
                                other.file() + "!"
                                        + other.address(row, column.get().index())));
            }
        }
        return printed;
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
