package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variables that stand one below the other in a table of characteristics. All are of the same people, so that one gives the
 * number of people that the others add up to.
 */
public final class StackedVariables {
    /**
     * The number of people that others give for a variable.
     *
     * @param line the categories of the variable, in one column
     * @param n how many people they are of
     * @param cells the cells that come to it, each {@code file!cell}
     * @param agreed whether two others say so, rather than one
     */
    public record Sized(Line line, long n, List<String> cells, boolean agreed) {}

    private record Variable(Line line, LineCounts counts, Set<String> levels) {}

    /** Of few people a sum may come near another by chance. */
    private static final long NO_CHANCE = 50;
    /** More variables than this are sections of something else. */
    private static final int MOST_VARIABLES = 500;

    private static final Set<String> HEADERS = Set.of(
            "variable",
            "variables",
            "characteristic",
            "characteristics",
            "factor",
            "covariate",
            "parameter",
            "attribute",
            "dimension",
            "breakdown",
            "merkmal");

    private final Table table;
    private final Map<List<String>, List<Variable>> stacks = new LinkedHashMap<>();
    private final Map<Integer, int[]> allRow = new HashMap<>();

    private StackedVariables(Table table) {
        this.table = table;
    }

    /** The numbers of people of all variables that others give. */
    public static List<Sized> of(Table table, Facts facts) {
        if (table.labelLevels() < 2) {
            return List.of();
        }
        StackedVariables stacked = new StackedVariables(table);
        facts.forEachLine(table, stacked::add);
        List<Sized> sized = new ArrayList<>();
        stacked.stacks.values().stream()
                .filter(stack -> stack.size() > 1 && stack.size() <= MOST_VARIABLES)
                .filter(StackedVariables::areVariables)
                .forEach(stack -> stack.forEach(variable -> {
                    Sized known = stacked.sized(variable, stack);
                    if (known != null) {
                        sized.add(known);
                    }
                }));
        return sized;
    }

    private void add(Line line) {
        if (line.acrossColumns()) {
            return;
        }
        List<String> outer = outer(line.row(0));
        Set<String> levels = new HashSet<>();
        for (int i = 0; i < line.size(); i++) {
            if (!outer(line.row(i)).equals(outer)) {
                return;
            }
            List<String> labels = table.rowLabels(line.row(i));
            levels.add(labels.get(labels.size() - 1).strip().toLowerCase(Locale.ROOT));
        }
        if (outer.isEmpty()) {
            return;
        }
        List<String> stack = new ArrayList<>(outer.subList(0, outer.size() - 1));
        stack.add(Integer.toString(line.fixed()));
        stacks.computeIfAbsent(stack, s -> new ArrayList<>())
                .add(new Variable(line, LineCounts.of(table, line), levels));
    }

    private List<String> outer(int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? labels : labels.subList(0, labels.size() - 1);
    }

    /** Variables have no category in common; groups of people that are each divided in the same way have. */
    private static boolean areVariables(List<Variable> stack) {
        Set<String> seen = new HashSet<>();
        for (Variable variable : stack) {
            if (!Collections.disjoint(seen, variable.levels())) {
                return false;
            }
            seen.addAll(variable.levels());
        }
        return true;
    }

    private @Nullable Sized sized(Variable of, List<Variable> stack) {
        if (of.counts().hasTotal()) {
            return null;
        }
        Map<Long, List<String>> places = new LinkedHashMap<>();
        Map<Long, Integer> votes = new HashMap<>();
        for (Variable other : stack) {
            LineCounts counts = other.counts();
            if (!other.equals(of) && (counts.hasTotal() || counts.complete())) {
                long n = counts.hasTotal() ? counts.total() : counts.sum();
                places.computeIfAbsent(n, k -> cells(other));
                votes.merge(n, 1, Integer::sum);
            }
        }
        int all = allRow(of.line().fixed());
        if (all >= 0) {
            long n = LineCounts.at(table, all, of.line().fixed());
            places.put(n, List.of(place(all, of.line().fixed())));
            votes.merge(n, 1, Integer::sum);
        }
        long most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Long> agreed = votes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (agreed.size() != 1) {
            return null;
        }
        long n = agreed.get(0);
        boolean certain = most > 1;
        return n >= NO_CHANCE
                        && (certain
                                || (votes.size() == 1
                                        && (all >= 0 || saysVariables())
                                        && of.counts().leavesFew(n)))
                ? new Sized(of.line(), n, places.getOrDefault(n, List.of()), certain)
                : null;
    }

    /** The total of a variable, else its categories. */
    private List<String> cells(Variable variable) {
        Line line = variable.line();
        if (variable.counts().hasTotal()) {
            return List.of(place(line.totalRow(), line.totalColumn()));
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            cells.add(place(line.row(i), line.column(i)));
        }
        return List.copyOf(cells);
    }

    private String place(int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }

    private boolean saysVariables() {
        return table.columns().stream()
                .anyMatch(column -> column.isLabel()
                        && HEADERS.contains(column.leaf().strip().toLowerCase(Locale.ROOT)));
    }

    /** The row for all people, which is in no variable; -1 for none. */
    private int allRow(int column) {
        return allRow.computeIfAbsent(column, c -> {
            for (int row = 0; row < table.rowCount(); row++) {
                List<String> labels = table.rowLabels(row);
                if (!labels.isEmpty()
                        && TotalNames.isName(labels.get(0))
                        && LineCounts.at(table, row, c) != LineCounts.NONE) {
                    return new int[] {row};
                }
            }
            return new int[] {-1};
        })[0];
    }
}
