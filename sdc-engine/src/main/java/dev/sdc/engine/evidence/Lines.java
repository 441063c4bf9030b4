package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the dimensions of a table of counts: which columns, and which rows, are the categories of one variable. */
final class Lines {
    /** Sibling columns or rows that are the categories of one dimension, and their total. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Group(int[] members, int total, String dimension) {}

    /** More measures than this are not tried in pairs. */
    private static final int MOST_MEASURES = 12;

    private final Table table;
    private final List<Group> columnGroups = new ArrayList<>();
    private final List<Group> rowGroups = new ArrayList<>();

    Lines(Table table) {
        this.table = table;
        if (countColumns().length > 0) {
            groupColumns();
            groupRows();
            List<NamedParts> named =
                    NamedParts.of(table).stream().filter(NamedParts::all).toList();
            addNamed(named.stream().filter(NamedParts::acrossColumns).toList(), columnGroups);
            addNamed(named.stream().filter(each -> !each.acrossColumns()).toList(), rowGroups);
        }
    }

    /** Parts that are so called are no categories beside their whole. */
    private void addNamed(List<NamedParts> named, List<Group> groups) {
        BitSet wholes = new BitSet();
        groups.stream().filter(group -> group.total() >= 0).forEach(group -> wholes.set(group.total()));
        List<NamedParts> added =
                named.stream().filter(parts -> !wholes.get(parts.whole())).toList();
        if (added.isEmpty()) {
            return;
        }
        BitSet parts = new BitSet();
        added.forEach(each -> Arrays.stream(each.parts()).forEach(parts::set));
        groups.replaceAll(group -> new Group(
                Arrays.stream(group.members())
                        .filter(member -> !parts.get(member))
                        .toArray(),
                group.total(),
                group.dimension()));
        groups.removeIf(group -> group.members().length < 2);
        added.forEach(each -> groups.add(new Group(each.parts(), each.whole(), "")));
    }

    void forEach(Consumer<Line> visitor) {
        boolean countsOnly = holdsCountsOnly();
        for (Group group : columnGroups) {
            for (int row = 0; row < table.rowCount(); row++) {
                if (isSummed(row, countsOnly || group.total() >= 0)) {
                    visitor.accept(new Line(true, row, group.members(), group.total(), group.dimension()));
                }
            }
        }
        int[] counts = countColumns();
        for (Group group : rowGroups) {
            for (int column : counts) {
                visitor.accept(new Line(false, column, group.members(), group.total(), group.dimension()));
            }
        }
    }

    /** Whether no row is called a statistic, whose columns may be variables that each have their own {@code N}. */
    private boolean holdsCountsOnly() {
        for (int row = 0; row < table.rowCount(); row++) {
            ColumnRole role = table.rowRole(row);
            if (role != null && !role.isCount()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row is of counts; one that is only called {@code N} or {@code Patients} may be no sum of its columns. */
    private boolean isSummed(int row, boolean named) {
        ColumnRole role = table.rowRole(row);
        return role == null || (named && role.isCount());
    }

    private int[] countColumns() {
        return table.columns().stream()
                .filter(Lines::isCount)
                .mapToInt(Column::index)
                .toArray();
    }

    /** Whether a column may hold counts of people. */
    static boolean isCount(Column column) {
        return !column.isLabel() && (column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.DISTINCT_PATIENTS));
    }

    /** Count columns under one outer header whose headers are no measures of their own. */
    private void groupColumns() {
        Map<List<String>, List<Column>> byParent = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (isCount(column) && !column.cumulative()) {
                byParent.computeIfAbsent(context(column), p -> new ArrayList<>())
                        .add(column);
            }
        }
        List<Column> totals = byParent.values().stream()
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .filter(Column::total)
                .toList();
        byParent.forEach((parent, columns) -> {
            List<Column> outside = totals.size() == 1 ? totals : besides(parent);
            addColumns(columns, outside.size() == 1 ? outside.get(0) : null, String.join(" / ", parent));
        });
        if (totals.size() == 1) {
            overAll(byParent.values(), totals.get(0).index());
        }
        if (byParent.size() > 1) {
            acrossParents(byParent);
        }
    }

    /** The one measure below an outer header with categories: {@code Male, Female, Persons} below each year. */
    private List<Column> besides(List<String> parent) {
        return parent.isEmpty()
                ? List.of()
                : table.columns().stream()
                        .filter(column -> isCount(column) && isMeasure(column))
                        .filter(column -> column.header().size() == parent.size() + 1
                                && column.header().subList(0, parent.size()).equals(parent))
                        .toList();
    }

    /** A total beside several outer headers may sum what is below all of them. */
    private void overAll(Collection<List<Column>> groups, int total) {
        boolean taken = columnGroups.stream().anyMatch(group -> group.total() >= 0);
        List<Integer> members = groups.stream()
                .filter(columns -> columns.size() > 1)
                .flatMap(List::stream)
                .filter(column -> column.header().size() > 1)
                .map(Column::index)
                .toList();
        if (!taken && groups.size() > 2 && mayBeTotal(total, members)) {
            columnGroups.add(new Group(toArray(members), total, ""));
        }
    }

    /** The outer headers of a column; a count beside its own percentage ({@code Male / n}) takes its outer header as name. */
    private static List<String> context(Column column) {
        List<String> header = column.header();
        int levels = header.size() - (isMeasure(column) && header.size() > 1 ? 2 : 1);
        return levels <= 0 ? List.of() : header.subList(0, levels);
    }

    private static boolean isMeasure(Column column) {
        return column.source() == Column.RoleSource.HEADER && !column.total();
    }

    private void addColumns(List<Column> columns, @Nullable Column outside, String dimension) {
        int total = -1;
        List<Integer> members = new ArrayList<>();
        for (Column column : columns) {
            boolean measure = isMeasure(column) && column.header().size() < 2;
            if (column.total()) {
                total = column.index();
            } else if (!measure) {
                members.add(column.index());
            }
        }
        if (total < 0 && outside != null && mayBeTotal(outside.index(), members)) {
            total = outside.index();
        }
        if (total < 0) {
            total = measureThatIsTheSum(columns, members);
        }
        if (total < 0) {
            total = memberThatIsTheSum(members);
            members.remove((Integer) total);
        }
        if (members.size() > 1) {
            columnGroups.add(new Group(toArray(members), total, dimension));
        } else if (total < 0) {
            measuresThatAddUp(columns, dimension);
        }
    }

    /** A column such as {@code n} that is the sum of the category columns in every row. */
    private int measureThatIsTheSum(List<Column> columns, List<Integer> members) {
        if (members.size() < 2) {
            return -1;
        }
        for (Column column : columns) {
            if (isMeasure(column) && column.header().size() < 2 && isSum(column.index(), members)) {
                return column.index();
            }
        }
        return -1;
    }

    /** The first or last of three or more columns if it sums the others in two rows that print all, and in no other way. */
    private int memberThatIsTheSum(List<Integer> members) {
        if (members.size() > 2) {
            for (int total : new int[] {members.get(0), members.get(members.size() - 1)}) {
                List<Integer> others = new ArrayList<>(members);
                others.remove((Integer) total);
                if (addUp(total, others) > 1) {
                    return total;
                }
            }
        }
        return -1;
    }

    /** Measures such as {@code n, Deaths, Alive} of which one is the sum of two others are a total and its categories. */
    private void measuresThatAddUp(List<Column> columns, String dimension) {
        List<Integer> measures = columns.stream()
                .filter(column -> column.header().size() < 2)
                .map(Column::index)
                .limit(MOST_MEASURES)
                .toList();
        for (int total : measures) {
            for (int i = 0; i < measures.size(); i++) {
                for (int j = i + 1; j < measures.size(); j++) {
                    List<Integer> parts = List.of(measures.get(i), measures.get(j));
                    if (!parts.contains(total) && addUp(total, parts) >= (measures.size() > 3 ? 2 : 1)) {
                        columnGroups.add(new Group(toArray(parts), total, dimension));
                        return;
                    }
                }
            }
        }
    }

    /**
     * How the counts of a column go with those of others that it may sum.
     *
     * @param equal in how many rows that print all it is their sum
     * @param firm in how many of these it is too large to fit by chance
     * @param more in how many it is more, as it may hold people of a category that is not printed
     */
    private record Fit(int equal, int firm, int more) {}

    /** How a column goes with others; null where it is less than what is shown of them in some row, or more and may not be. */
    private @Nullable Fit fit(int total, List<Integer> parts, boolean exactly) {
        int equal = 0;
        int firm = 0;
        int more = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, total);
            if (n == LineCounts.NONE) {
                continue;
            }
            long sum = 0;
            boolean complete = true;
            for (int part : parts) {
                long count = LineCounts.at(table, row, part);
                complete &= count != LineCounts.NONE;
                sum += Math.max(0, count);
            }
            if (sum > n || (exactly && complete && sum < n)) {
                return null;
            }
            equal += complete && sum == n ? 1 : 0;
            firm += complete && sum == n && n >= LineCounts.NO_CHANCE ? 1 : 0;
            more += complete && sum < n ? 1 : 0;
        }
        return new Fit(equal, firm, more);
    }

    /** In how many rows a count too large to fit by chance is the sum of others; 0 where it is not in some row. */
    private int addUp(int total, List<Integer> parts) {
        Fit fit = fit(total, parts, true);
        return fit == null ? 0 : fit.firm();
    }

    /** A total in most rows, which in the rest may hold people of a category that is not printed. */
    private boolean isSum(int column, List<Integer> members) {
        Fit fit = fit(column, members, false);
        return fit != null && fit.equal() > 0 && fit.more() <= fit.equal();
    }

    /** Whether a column that is called a total may be that of the others: a row that says otherwise is outweighed. */
    private boolean mayBeTotal(int total, List<Integer> members) {
        Fit fit = members.size() > 1 ? fit(total, members, false) : null;
        return fit != null && fit.more() <= fit.equal();
    }

    /** The same leaf under every outer header is a category line of the outer dimension, if it is a full crossing. */
    private void acrossParents(Map<List<String>, List<Column>> byParent) {
        Map<String, List<Column>> byLeaf = new LinkedHashMap<>();
        byParent.values()
                .forEach(columns -> columns.forEach(c ->
                        byLeaf.computeIfAbsent(c.leaf(), l -> new ArrayList<>()).add(c)));
        byLeaf.forEach((leaf, columns) -> {
            if (columns.size() == byParent.size()) {
                int total = -1;
                List<Integer> members = new ArrayList<>();
                for (Column column : columns) {
                    boolean outerTotal = !column.header().isEmpty()
                            && isTotalName(column.header().get(0));
                    if (outerTotal) {
                        total = column.index();
                    } else {
                        members.add(column.index());
                    }
                }
                if (members.size() > 1) {
                    columnGroups.add(new Group(toArray(members), total, leaf));
                }
            }
        });
    }

    private static boolean isTotalName(String header) {
        return TotalNames.isName(header);
    }

    private void groupRows() {
        for (RowGroups.Group group : RowGroups.of(table)) {
            rowGroups.add(new Group(group.members(), group.total(), ""));
        }
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
