package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tables that each divide people by one variable, another in each: by sex, by stage. Nothing says that they are the same
 * people, and nothing that they are not.
 */
public final class SamePeople {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    /** Larger tables are no division by one variable. */
    private static final int MOST_ROWS = 60;

    private SamePeople() {}

    /**
     * The number of people that a table divides.
     *
     * @param cells the cells that it is the sum of, each {@code file!cell}: the total, or the categories where none is
     */
    public record Divided(long n, List<String> cells) {
        /** Where it is printed, or the first part of it. */
        public String place() {
            return cells.get(0);
        }
    }

    /** The number of people of a table with one column of counts, all of them printed. */
    public static Optional<Divided> divided(Table table, Facts facts) {
        Optional<Line> all = line(table, facts);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Line line = all.get();
        LineCounts counts = LineCounts.of(table, line);
        if (counts.hasTotal()) {
            return Optional.of(new Divided(counts.total(), List.of(place(table, line.totalRow(), line.totalColumn()))));
        }
        List<String> cells = IntStream.range(0, line.size())
                .mapToObj(i -> place(table, line.row(i), line.column(i)))
                .toList();
        return counts.complete() ? Optional.of(new Divided(counts.sum(), cells)) : Optional.empty();
    }

    private static String place(Table table, int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }

    /** The one line of categories that is all of a table. */
    static Optional<Line> line(Table table, Facts facts) {
        List<Column> counts = table.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS))
                .toList();
        if (counts.size() != 1 || table.labelLevels() != 1 || table.rowCount() > MOST_ROWS) {
            return Optional.empty();
        }
        Line[] found = new Line[1];
        int[] lines = new int[1];
        facts.forEachLine(table, line -> {
            lines[0]++;
            boolean all = !line.acrossColumns() && line.size() + (line.hasTotal() ? 1 : 0) == table.rowCount();
            found[0] = all ? line : found[0];
        });
        return lines[0] == 1 ? Optional.ofNullable(found[0]) : Optional.empty();
    }

    /** Whether two tables may divide the same people, each by a variable of its own. */
    public static boolean mayBe(Table one, Table other, Facts facts) {
        Population mine = one.declaration().population();
        Population theirs = other.declaration().population();
        boolean declared = Objects.equals(mine == null ? null : mine.id(), theirs == null ? null : theirs.id());
        Set<String> common = labels(one);
        common.retainAll(labels(other));
        return declared
                && facts.unit(one).equals(facts.unit(other))
                && counted(one).equals(counted(other))
                && common.isEmpty()
                && sameYears(one, other);
    }

    /** Below the heading of a document not every table names its years again. */
    private static boolean sameYears(Table one, Table other) {
        Set<String> mine = years(one);
        Set<String> theirs = years(other);
        boolean unnamed = one.file().equals(other.file()) && (mine.isEmpty() || theirs.isEmpty());
        return unnamed || mine.equals(theirs);
    }

    /** What the counts are headed by. */
    private static String counted(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .map(column -> column.leaf().strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static Set<String> labels(Table table) {
        Set<String> labels = new HashSet<>();
        table.forEachLabel(label -> {
            if (!TotalNames.isName(label)) {
                labels.add(label.strip().toLowerCase(Locale.ROOT));
            }
        });
        table.columns().stream()
                .filter(Column::isLabel)
                .map(column -> column.leaf().strip().toLowerCase(Locale.ROOT))
                .filter(header -> !header.isEmpty())
                .forEach(labels::add);
        return labels;
    }

    /** The years that a table, its sheet and its file name. */
    private static Set<String> years(Table table) {
        Set<String> years = new HashSet<>();
        String sheet = table.grid().sheet();
        Matcher year = YEAR.matcher(
                String.join(" ", table.titles()) + " " + (sheet == null ? "" : sheet) + " " + table.file());
        while (year.find()) {
            years.add(year.group());
        }
        return years;
    }
}
