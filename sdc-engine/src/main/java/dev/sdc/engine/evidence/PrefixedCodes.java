package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows with a code, and the rows with two or more codes that begin with it: {@code FR4} over {@code FR41} and {@code FR42}.
 * Diagnosis codes are left out: what they hold is known.
 */
final class PrefixedCodes {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,14}");
    private static final int NO_PARENT = -1;
    /** Larger tables are not looked at. */
    private static final int MOST_ROWS = 100_000;

    private PrefixedCodes() {}

    static List<RowFamily> of(Table table) {
        List<RowFamily> families = new ArrayList<>();
        for (int level = 0; level < table.labelLevels() && table.rowCount() <= MOST_ROWS; level++) {
            int[] parents = parents(table.labels(level));
            if (Arrays.stream(parents).anyMatch(parent -> parent != NO_PARENT)) {
                collect(table, level, parents, families);
            }
        }
        return families;
    }

    /** For every label the longest that it begins with. */
    private static int[] parents(List<String> labels) {
        int[] parents = new int[labels.size()];
        Arrays.fill(parents, NO_PARENT);
        Deque<Integer> open = new ArrayDeque<>();
        IntStream.range(0, labels.size())
                .filter(label ->
                        CODE.matcher(labels.get(label)).matches() && DiagnosisCodes.of(labels.get(label)) == null)
                .boxed()
                .sorted(Comparator.comparing(labels::get))
                .forEach(label -> {
                    while (!open.isEmpty() && !labels.get(label).startsWith(labels.get(open.peek()))) {
                        open.pop();
                    }
                    parents[label] = open.isEmpty() ? NO_PARENT : open.peek();
                    open.push(label);
                });
        return parents;
    }

    private static void collect(Table table, int level, int[] parents, List<RowFamily> families) {
        int[][] numbers = new int[table.labelLevels()][];
        for (int each = 0; each < numbers.length; each++) {
            numbers[each] = table.labelNumbers(each);
        }
        Map<List<Integer>, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (numbers[level][row] >= 0) {
                rows.putIfAbsent(key(numbers, row, level, numbers[level][row]), row);
            }
        }
        Map<Integer, List<Integer>> children = new LinkedHashMap<>();
        for (int row : rows.values()) {
            int parent = parents[numbers[level][row]];
            Integer whole = parent == NO_PARENT ? null : rows.get(key(numbers, row, level, parent));
            if (whole != null) {
                children.computeIfAbsent(whole, any -> new ArrayList<>()).add(row);
            }
        }
        children.forEach((whole, parts) -> {
            if (parts.size() > 1) {
                families.add(new RowFamily(
                        whole, parts.stream().mapToInt(Integer::intValue).toArray(), RowFamily.Kind.PREFIXED, false));
            }
        });
    }

    /** The labels of a row by their numbers, one of them put in the place of its own. */
    private static List<Integer> key(int[][] numbers, int row, int level, int label) {
        List<Integer> key = new ArrayList<>(numbers.length);
        for (int each = 0; each < numbers.length; each++) {
            key.add(each == level ? label : numbers[each][row]);
        }
        return key;
    }
}
