package dev.sdc.rules.sec;

import dev.sdc.engine.audit.StatedRounding;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The differences that a table offers: totals less what is printed of them, sizes of groups less their categories. */
final class Remainders {
    private final Table table;
    private final int minimum;
    private final Consumer<Remainder> visitor;
    private final Map<Long, LineCounts> grand = new HashMap<>();
    private final Set<Object> overlapping = new HashSet<>();
    private long all;

    private Remainders(Table table, int minimum, Consumer<Remainder> visitor) {
        this.table = table;
        this.minimum = minimum;
        this.visitor = visitor;
    }

    /** Visits every difference that is small; the result is how many there are, small or not, too many to keep. */
    static long forEachSmall(Table table, Facts facts, int minimum, Consumer<Remainder> visitor) {
        Remainders remainders = new Remainders(table, minimum, visitor);
        facts.forEachLine(table, remainders::survey);
        facts.forEachLine(table, remainders::ofTotal);
        if (table.columns().stream().anyMatch(column -> column.headerN() != null)) {
            facts.forEachLine(table, remainders::ofHeader);
        }
        remainders.ofTitles();
        OverlappingSets.of(table).forEach(remainders::add);
        FlowTable.of(table).forEach(remainders::add);
        SharesOfAll.of(table, facts).forEach(remainders::add);
        Complements.of(table).forEach(remainders::add);
        LoneParts.of(table).forEach(remainders::add);
        Subsets.of(table).forEach(remainders::add);
        remainders.ofFractions();
        return remainders.all;
    }

    private void add(Remainder remainder) {
        all++;
        if (remainder.isSmall(minimum)) {
            visitor.accept(remainder);
        }
    }

    /** Looks for dimensions whose categories overlap, and for what stands for all. */
    private void survey(Line line) {
        boolean ofTotals = line.acrossColumns()
                ? table.isTotalRow(line.fixed())
                : column(line).total() || onlyCounts(line.fixed());
        if (!line.hasTotal() && !ofTotals) {
            return;
        }
        LineCounts counts = LineCounts.of(table, line);
        if (!counts.complete()) {
            return;
        }
        if (counts.hasTotal() && counts.sum() > counts.total()) {
            overlapping.add(dimension(line));
        }
        if (ofTotals) {
            long total = counts.hasTotal() ? counts.total() : counts.sum();
            if (grand.size() < 2 || grand.containsKey(total)) {
                grand.put(total, counts); // two that differ are enough to know that there is no one total
            }
        }
    }

    /** The column that a line runs down. */
    private Column column(Line line) {
        return table.columns().get(line.fixed());
    }

    private static Object dimension(Line line) {
        return line.dimension().isEmpty() ? line.members() : line.acrossColumns() + line.dimension();
    }

    private boolean onlyCounts(int column) {
        return table.columns().stream().noneMatch(other -> other.index() != column && other.mayHold(ColumnRole.COUNT));
    }

    /** A total less its categories; not where categories overlap, as their sums then exceed totals. */
    private void ofTotal(Line line) {
        if (!line.hasTotal() || overlapping.contains(dimension(line))) {
            return;
        }
        LineCounts counts = LineCounts.of(table, line);
        boolean exact = counts.hasTotal()
                && !StatedRounding.of(table, line.totalRow(), line.totalColumn(), counts.total())
                        .rounds();
        if (counts.complete() && exact) {
            all++;
            if (Remainder.isSmall(counts.total(), counts.sum(), minimum)) {
                visitor.accept(new Remainder(
                        table.address(line.totalRow(), line.totalColumn()),
                        table.rowLabel(line.totalRow()),
                        table.columns().get(line.totalColumn()).name(),
                        counts.total(),
                        counts.sum(),
                        "in a category that is not printed",
                        Remainder.less(total(line), cells(line))));
            }
        }
    }

    /** The size that a header states less the categories below it. */
    private void ofHeader(Line line) {
        Column column = line.acrossColumns() ? null : sized(line);
        Long size = column == null ? null : column.headerN();
        if (column == null || size == null) {
            return;
        }
        LineCounts counts = LineCounts.of(table, line);
        boolean sizeOnly = counts.complete() && !isSizeItself(counts, size);
        if (sizeOnly && !counts.hasTotal() && counts.sum() > size && counts.members()[counts.largest()] < size) {
            ofEach(line, column, size, counts);
        } else if (sizeOnly) {
            add(new Remainder(
                    table.headerAddress(column.index()),
                    null,
                    column.name(),
                    size,
                    counts.hasTotal() ? counts.total() : counts.sum(),
                    "in a category that is not printed",
                    Remainder.less(
                            table.file() + "!" + table.headerAddress(column.index()),
                            counts.hasTotal() ? List.of(total(line)) : cells(line))));
        }
    }

    /** Who is not in one of several categories of which a person may be in more than one. */
    private void ofEach(Line line, Column column, long size, LineCounts counts) {
        for (int i = 0; i < line.size(); i++) {
            add(new Remainder(
                    table.address(line.row(i), line.column(i)),
                    table.rowLabel(line.row(i)),
                    table.columns().get(line.column(i)).name(),
                    size,
                    counts.members()[i],
                    "who are not in this category",
                    Remainder.less(
                            table.file() + "!" + table.headerAddress(column.index()),
                            List.of(table.file() + "!" + table.address(line.row(i), line.column(i))))));
        }
    }

    /** The column whose header states the size of a line: its own, or that of the labels beside the only counts. */
    private Column sized(Line line) {
        Column own = column(line);
        return own.headerN() != null || !onlyCounts(line.fixed())
                ? own
                : table.columns().stream()
                        .filter(column -> column.isLabel() && column.headerN() != null)
                        .findFirst()
                        .orElse(own);
    }

    /** Whether the size stands among the rows: then they are no categories of it. */
    private static boolean isSizeItself(LineCounts counts, long size) {
        for (long count : counts.members()) {
            if (count == size) {
                return true;
            }
        }
        return false;
    }

    /** What {@code 27/31} in one cell leaves. */
    private void ofFractions() {
        int[] before = {-1, -1};
        long[] some = new long[1];
        table.forEachCount((row, column, n) -> {
            boolean second = row == before[0] && column == before[1];
            if (second && n >= some[0]) {
                add(new Remainder(
                        table.address(row, column),
                        table.rowLabel(row),
                        table.columns().get(column).name(),
                        n,
                        some[0],
                        "of the second number who are not among the first",
                        List.of()));
            }
            some[0] = n;
            before[0] = row;
            before[1] = column;
        });
    }

    /** The size that a title or footnote states less all that the table holds. */
    private void ofTitles() {
        if (grand.size() != 1) {
            return; // nothing printed for all, or not the same number everywhere
        }
        Map.Entry<Long, LineCounts> total = grand.entrySet().iterator().next();
        Line line = total.getValue().line();
        boolean told = table.captions().stream().anyMatch(mention -> mention.n() == total.getKey());
        for (Mention mention : table.captions()) {
            // where the text tells the table's own number too, its other phrases are of others
            if (mention.kind() == Mention.Kind.BASE || !told) {
                add(new Remainder(
                        mention.where(),
                        null,
                        null,
                        mention.n(),
                        total.getKey(),
                        "that the table leaves out",
                        Remainder.less(
                                table.file() + "!" + mention.where(),
                                total.getValue().hasTotal() ? List.of(total(line)) : cells(line))));
            }
        }
    }

    private String total(Line line) {
        return table.file() + "!" + table.address(line.totalRow(), line.totalColumn());
    }

    private List<String> cells(Line line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(line.size(), 24); i++) {
            cells.add(table.file() + "!" + table.address(line.row(i), line.column(i)));
        }
        return cells;
    }
}
