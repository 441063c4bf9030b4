package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups the rows of a table that differ in one label only: the categories of one dimension. The innermost label always
 * groups; an outer one only where every combination is printed.
 */
final class RowGroups {
    /** Sibling rows and their total row, -1 for none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Group(int[] members, int total) {}

    private final Table table;
    private final int levels;
    private final int[][] labels;
    private final boolean[] left;
    private final List<Group> groups = new ArrayList<>();

    private RowGroups(Table table) {
        this.table = table;
        this.levels = table.labelLevels();
        this.labels = new int[levels][];
        this.left = new boolean[table.rowCount()];
        for (int level = 0; level < levels; level++) {
            labels[level] = table.labelNumbers(level);
        }
        for (int row = 0; row < left.length; row++) {
            ColumnRole role = table.rowRole(row);
            left[row] = role != null && !(role.isCount() && table.isTotalRow(row)); // N below the categories
            for (int level = 0; level < levels && levels > 1; level++) {
                left[row] |= labels[level][row] < 0;
            }
        }
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
        }
        return rows.groups;
    }

    private void along(int varying) {
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
        for (int value : label) {
            highest = Math.max(highest, value);
        }
        if (highest == 0) {
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
        int[] sizes = new int[count];
        int[] totalRow = new int[count];
        Arrays.fill(totalRow, -1);
        for (int row = 0; row < group.length; row++) {
            if (!left[row]) {
                if (total[row]) {
                    totalRow[group[row]] = row;
                } else {
                    sizes[group[row]]++;
                }
            }
        }
        int[][] members = new int[count][];
        for (int g = 0; g < count; g++) {
            members[g] = new int[sizes[g]];
            sizes[g] = 0;
        }
        for (int row = 0; row < group.length; row++) {
            if (!left[row] && !total[row]) {
                members[group[row]][sizes[group[row]]++] = row;
            }
        }
        for (int g = 0; g < count; g++) {
            if (members[g].length > 1) {
                groups.add(new Group(members[g], totalRow[g]));
            }
        }
    }

    /** Which rows hold the total along a dimension: with one level any total row, with several a total's name in it. */
    private boolean[] totals(int varying) {
        boolean[] total = new boolean[left.length];
        Map<Integer, Boolean> byName = new HashMap<>();
        for (int row = 0; row < total.length; row++) {
            if (left[row]) {
                continue;
            }
            if (levels <= 1) {
                total[row] = table.isTotalRow(row);
            } else {
                int at = row;
                total[row] = byName.computeIfAbsent(
                        labels[varying][row],
                        n -> TotalNames.isName(table.rowLabels(at).get(varying)));
            }
        }
        return total;
    }
}
