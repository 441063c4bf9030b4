package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.SexNames;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Groups the rows of a table that differ in one label only: the categories of one dimension. The innermost label always
 * groups; an outer one only where every combination is printed.
 */
final class RowGroups {
    /** Sibling rows and their total row, -1 for none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Group(int[] members, int total) {}

    /** A variable with more labels is not sex. */
    private static final int MOST_SEXES = 6;

    private final Table table;
    private final int levels;
    private final int[][] labels;
    private final boolean[] statistics;
    private boolean[] left;
    /** Looked for where some rows do not plainly add up to their total. */
    private @Nullable NestedRows nested;

    private final List<Group> groups = new ArrayList<>();

    private RowGroups(Table table) {
        this.table = table;
        this.levels = table.labelLevels();
        this.labels = new int[levels][];
        this.statistics = new boolean[table.rowCount()];
        this.left = statistics;
        for (int level = 0; level < levels; level++) {
            labels[level] = table.labelNumbers(level);
        }
        for (int row = 0; row < statistics.length; row++) {
            ColumnRole role = table.rowRole(row);
            statistics[row] = role != null && !(role.isCount() && table.isTotalRow(row)); // N below the categories
        }
    }

    /** Rows that lack a label are of no crossing; above the first section line they are of one section all the same. */
    private boolean[] without(int varying) {
        boolean[] without = statistics.clone();
        for (int row = 0; row < without.length && levels > 1; row++) {
            int blank = 0;
            for (int level = 0; level < levels; level++) {
                blank += labels[level][row] < 0 ? 1 : 0;
            }
            boolean oneMissing =
                    varying == levels - 1 && blank == 1 && (labels[0][row] < 0 || labels[varying][row] < 0);
            without[row] |= blank > 0 && !oneMissing;
        }
        return without;
    }

    static List<Group> of(Table table) {
        List<Group> runs = table.labelLevels() == 1 ? RunsOfTotal.of(table) : List.of();
        if (!runs.isEmpty()) {
            return runs;
        }
        RowGroups rows = new RowGroups(table);
        if (rows.levels == 0) {
            rows.add(0, new int[table.rowCount()], 1);
        }
        for (int varying = rows.levels - 1; varying >= 0; varying--) {
            rows.along(varying);
            if (varying == rows.levels - 1 && varying > 0) {
                rows.underOneTotal();
            }
        }
        return rows.groups;
    }

    /** A total that stands outside of the sections, with no category beside it, may be that of the only one, or of all. */
    private void underOneTotal() {
        int total = -1;
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row)) {
                if (total >= 0 || table.rowLabels(row).size() > 1) {
                    return;
                }
                total = row;
            }
        }
        if (total < 0 || groups.isEmpty() || groups.stream().anyMatch(group -> group.total() >= 0)) {
            return;
        }
        int row = total;
        int[] all = groups.stream()
                .flatMapToInt(group -> Arrays.stream(group.members()))
                .toArray();
        if (all.length == table.rowCount() - 1 && isMostlySum(row, all)) {
            if (groups.size() == 1) {
                groups.clear();
            }
            groups.add(new Group(all, row));
        }
    }

    /** Whether a row is the sum of others in most columns that print all of them, and never less than what is printed. */
    private boolean isMostlySum(int total, int[] members) {
        int equal = 0;
        int more = 0;
        for (Column column : table.columns()) {
            long all = column.isLabel() ? LineCounts.NONE : LineCounts.at(table, total, column.index());
            long sum = 0;
            boolean complete = true;
            for (int i = 0; i < members.length && all != LineCounts.NONE; i++) {
                long n = LineCounts.at(table, members[i], column.index());
                complete &= n != LineCounts.NONE;
                sum += Math.max(0, n);
            }
            if (all != LineCounts.NONE && sum > all) {
                return false;
            }
            equal += all != LineCounts.NONE && complete && sum == all ? 1 : 0;
            more += all != LineCounts.NONE && complete && sum < all ? 1 : 0;
        }
        return equal > 0 && more <= equal;
    }

    private void along(int varying) {
        left = without(varying);
        int[] names = labels[varying];
        int[] prefixes = prefixes(names);
        int[] group = new int[left.length];
        int count = 1;
        for (int level = 0; level < levels; level++) {
            count = combine(group, count, level == varying ? prefixes : labels[level]);
        }
        boolean innermost = varying == levels - 1;
        if (innermost || isComplete(group, count, names)) {
            add(varying, group, count);
        }
    }

    /** Splits groups by a further label; gives the number of groups. */
    private int combine(int[] group, int count, int[] label) {
        int highest = 0;
        int lowest = 0;
        for (int value : label) {
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        }
        if (highest == 0 && lowest == 0) {
            return count;
        }
        long most = (long) count * (highest + 2);
        return most <= 4L * group.length
                ? combine(group, label, highest + 2, new int[(int) most])
                : combine(group, label, new HashMap<>());
    }

    /** Splits groups where few combinations are possible: {@code known} holds a number and one for each. */
    private int combine(int[] group, int[] label, int labels, int[] known) {
        int next = 0;
        for (int row = 0; row < group.length; row++) {
            if (!left[row]) {
                int key = group[row] * labels + label[row] + 1;
                if (known[key] == 0) {
                    known[key] = ++next;
                }
                group[row] = known[key] - 1;
            }
        }
        return next;
    }

    private int combine(int[] group, int[] label, Map<Long, Integer> known) {
        for (int row = 0; row < group.length; row++) {
            if (!left[row]) {
                long key = ((long) group[row] << 32) | (label[row] + 1);
                group[row] = known.computeIfAbsent(key, k -> known.size());
            }
        }
        return known.size();
    }

    /** What stands before a colon in a label such as {@code Gender: F}; rows of another variable are no siblings. */
    private int[] prefixes(int[] names) {
        int highest = -1;
        for (int name : names) {
            highest = Math.max(highest, name);
        }
        int[] byName = new int[highest + 1];
        Arrays.fill(byName, -1);
        Map<String, Integer> known = new HashMap<>();
        Set<Integer> ofCategories = new HashSet<>();
        int[] prefixes = new int[names.length];
        for (int row = 0; row < names.length; row++) {
            int name = names[row];
            if (name >= 0) {
                if (byName[name] < 0) {
                    String label = table.rowLabel(row);
                    int slash = label.lastIndexOf(" / ");
                    String own = slash < 0 ? label : label.substring(slash + 3);
                    int colon = own.indexOf(':');
                    boolean prefixed = colon > 0 && colon < own.stripTrailing().length() - 1; // none in TOTAL:
                    byName[name] = known.computeIfAbsent(prefixed ? own.substring(0, colon) : "", p -> known.size());
                    if (!TotalNames.isName(own)) {
                        ofCategories.add(byName[name]);
                    }
                }
                prefixes[row] = byName[name];
            }
        }
        return ofCategories.size() > 1 ? prefixes : new int[names.length]; // a total is of the only variable there is
    }

    private boolean isComplete(int[] group, int count, int[] names) {
        int highest = -1;
        int[] sizes = new int[count];
        for (int row = 0; row < group.length; row++) {
            if (!left[row]) {
                sizes[group[row]]++;
                highest = Math.max(highest, names[row]);
            }
        }
        for (int size : sizes) {
            if (size != highest + 1) {
                return false;
            }
        }
        return true;
    }

    private void add(int varying, int[] group, int count) {
        boolean[] total = totals(varying);
        boolean[] unnamed = new boolean[left.length];
        for (int row = 0; row < left.length && levels > 1; row++) {
            unnamed[row] = labels[varying][row] < 0;
        }
        int[] sizes = new int[count];
        int[] totalRow = new int[count];
        int[] parent = new int[count];
        Arrays.fill(totalRow, -1);
        Arrays.fill(parent, -1);
        for (int row = 0; row < group.length; row++) {
            if (left[row]) {
                continue;
            }
            if (total[row]) {
                totalRow[group[row]] = row;
            } else if (!unnamed[row]) {
                sizes[group[row]]++;
            } else if (sizes[group[row]] == 0) {
                parent[group[row]] = row;
            }
        }
        int[][] members = new int[count][];
        for (int g = 0; g < count; g++) {
            members[g] = new int[sizes[g]];
            sizes[g] = 0;
        }
        for (int row = 0; row < group.length; row++) {
            if (!left[row] && !total[row] && !unnamed[row]) {
                members[group[row]][sizes[group[row]]++] = row;
            }
        }
        for (int g = 0; g < count; g++) {
            if (members[g].length > 1) {
                boolean above = totalRow[g] < 0 && parent[g] >= 0 && holds(parent[g], members[g]);
                addNested(members[g], above ? parent[g] : totalRow[g]);
            }
        }
    }

    /** Adds rows as one group; where some are parts of others of them, each whole's parts as a group of their own. */
    private void addNested(int[] members, int total) {
        if (total >= 0 && holds(total, members)) { // as it would not if it counted some of them twice
            groups.add(new Group(members, total));
            return;
        }
        NestedRows rows = nested == null ? NestedRows.of(table) : nested;
        nested = rows;
        int[] parents = rows.certain();
        int[] outermost = NestedRows.outermost(members, parents);
        int[] perhaps = NestedRows.outermost(members, rows.possible());
        boolean told = perhaps.length < outermost.length && total >= 0 && !holds(total, outermost);
        if (told && holds(total, perhaps)) { // as categories side by side they are more than all
            outermost = perhaps;
            parents = rows.possible();
        }
        if (outermost.length == members.length) {
            groups.add(new Group(members, total));
            return;
        }
        if (outermost.length > 1) {
            groups.add(new Group(outermost, total));
        }
        Set<Integer> top = Arrays.stream(outermost).boxed().collect(Collectors.toSet());
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        for (int row : members) {
            if (!top.contains(row)) {
                parts.computeIfAbsent(parents[row], parent -> new ArrayList<>()).add(row);
            }
        }
        parts.values().stream()
                .filter(siblings -> siblings.size() > 1)
                .map(siblings -> siblings.stream().mapToInt(Integer::intValue).toArray())
                .forEach(siblings -> groups.add(new Group(siblings, -1)));
    }

    /** Whether a row counts at least as many as others do together, in every column and in some. */
    private boolean holds(int parent, int[] members) {
        boolean some = false;
        for (Column column : table.columns()) {
            long all = column.isLabel() ? LineCounts.NONE : LineCounts.at(table, parent, column.index());
            long sum = 0;
            for (int i = 0; i < members.length && all != LineCounts.NONE; i++) {
                sum += Math.max(0, LineCounts.at(table, members[i], column.index()));
            }
            if (all != LineCounts.NONE && sum > all) {
                return false;
            }
            some |= all != LineCounts.NONE;
        }
        return some;
    }

    /** The label at a level that means both sexes, nothing where the level is no division by sex. */
    private String bothSexes(int level) {
        Map<Integer, String> names = new HashMap<>();
        for (int row = 0; row < left.length && names.size() <= MOST_SEXES; row++) {
            List<String> own = table.rowLabels(row);
            int at = own.size() - (levels - level);
            if (!left[row] && at >= 0 && labels[level][row] >= 0) {
                names.putIfAbsent(labels[level][row], own.get(at));
            }
        }
        return names.size() > MOST_SEXES
                ? ""
                : SexNames.bothAmong(names.values()).orElse("");
    }

    /** Which rows hold the total along a dimension: with one level any total row, with several a total's name in it. */
    private boolean[] totals(int varying) {
        boolean[] total = new boolean[left.length];
        String both = levels > 1 ? bothSexes(varying) : "";
        Map<Integer, Boolean> byName = new HashMap<>();
        for (int row = 0; row < total.length; row++) {
            if (left[row]) {
                continue;
            }
            if (levels <= 1) {
                total[row] = table.isTotalRow(row);
            } else {
                List<String> names = table.rowLabels(row);
                int own = names.size() - (levels - varying); // a section may be missing before it
                total[row] = own >= 0
                        && labels[varying][row] >= 0
                        && byName.computeIfAbsent(
                                labels[varying][row],
                                n -> TotalNames.isName(names.get(own))
                                        || names.get(own).equals(both));
            }
        }
        return total;
    }
}
