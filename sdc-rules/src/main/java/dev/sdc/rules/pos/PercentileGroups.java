package dev.sdc.rules.pos;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Percentiles of one variable in one group, which stand together: in a row, in a cell, or one below the other. */
final class PercentileGroups {
    static final Set<ColumnRole> ROLES = Set.of(ColumnRole.PERCENTILE);

    private PercentileGroups() {}

    /** The groups of a table; percentiles of a group ascend by level. Those without a level stand alone. */
    static List<List<Quantity>> in(Table table) {
        List<List<Quantity>> groups = new ArrayList<>();
        Map<Integer, List<Quantity>> rows = new TreeMap<>();
        Map<Integer, List<Quantity>> columns = new TreeMap<>();
        table.forEachQuantity(ROLES, figure -> {
            if (figure.level() == null) {
                groups.add(List.of(figure));
            } else if (table.rowRole(figure.row()) == ColumnRole.PERCENTILE && isAlone(table, figure)) {
                columns.computeIfAbsent(figure.column(), c -> new ArrayList<>()).add(figure);
            } else {
                rows.computeIfAbsent(figure.row(), r -> new ArrayList<>()).add(figure);
            }
        });
        rows.values().forEach(figures -> split(figures, groups));
        columns.values().forEach(figures -> split(figures, groups));
        return groups;
    }

    /** The level of a percentile that has one. */
    static BigDecimal level(Quantity figure) {
        BigDecimal level = figure.level();
        return level == null ? BigDecimal.ZERO : level;
    }

    private static boolean isAlone(Table table, Quantity figure) {
        return table.quantities(figure.row(), figure.column()).size() == 1;
    }

    /** A level that comes again begins the percentiles of the next variable. */
    private static void split(List<Quantity> figures, List<List<Quantity>> groups) {
        List<Quantity> group = new ArrayList<>();
        for (Quantity figure : figures) {
            boolean again = group.stream().anyMatch(q -> level(q).compareTo(level(figure)) == 0);
            if (again) {
                add(group, groups);
                group = new ArrayList<>();
            }
            group.add(figure);
        }
        add(group, groups);
    }

    private static void add(List<Quantity> group, List<List<Quantity>> groups) {
        if (!group.isEmpty()) {
            group.sort(Comparator.comparing(PercentileGroups::level));
            groups.add(group);
        }
    }
}
