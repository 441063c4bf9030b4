package dev.sdc.engine.audit;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row and the rows of its parts.
 *
 * @param parent the row of the whole
 * @param children the rows of its parts
 * @param kind how it is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record RowFamily(int parent, int[] children, Kind kind) {
    /** How a family is known. */
    public enum Kind {
        /** The declaration says so. */
        DECLARED,
        /** Diagnosis codes of four characters and their code of three. */
        CODES,
        /** Labels that are indented below another. */
        INDENTED
    }

    private static final Pattern CODE = Pattern.compile("([A-TV-Z][0-9]{2})(?:\\.?([0-9]))?(?:[ :,(–-].*)?");

    static List<RowFamily> in(Table table) {
        List<RowFamily> families = new ArrayList<>();
        declared(table, families);
        byCode(table, families);
        byIndent(table, families);
        return families;
    }

    private static void declared(Table table, List<RowFamily> families) {
        if (table.declaration().hierarchies().isEmpty()) {
            return;
        }
        for (Map<String, Integer> rows : groups(table).values()) {
            for (Declaration.Hierarchy hierarchy : table.declaration().hierarchies()) {
                Integer parent = rows.get(simple(hierarchy.parent()));
                List<Integer> children = new ArrayList<>();
                for (String child : hierarchy.children()) {
                    Integer row = rows.get(simple(child));
                    if (row != null) {
                        children.add(row);
                    }
                }
                if (parent != null && children.size() == hierarchy.children().size()) {
                    add(families, parent, children, Kind.DECLARED);
                }
            }
        }
    }

    /**
     * Rows that differ in one label only, by that label; a label that stands in one row only, as a code does beside its
     * description, needs no others that agree.
     */
    private static Map<List<String>, Map<String, Integer>> groups(Table table) {
        Map<List<String>, Integer> uses = new HashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels = table.rowLabels(row);
            for (int level = 0; level < labels.size(); level++) {
                uses.merge(List.of(Integer.toString(level), simple(labels.get(level))), 1, Integer::sum);
            }
        }
        Map<List<String>, Map<String, Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels = table.rowLabels(row);
            for (int level = 0; level < labels.size(); level++) {
                String own = simple(labels.get(level));
                String place = Integer.toString(level);
                List<String> rest = new ArrayList<>(List.of(place));
                if (uses.getOrDefault(List.of(place, own), 0) > 1) {
                    labels.forEach(label -> rest.add(simple(label)));
                    rest.set(level + 1, "");
                }
                groups.computeIfAbsent(rest, g -> new HashMap<>()).putIfAbsent(own, row);
            }
        }
        return groups;
    }

    private static void byCode(Table table, List<RowFamily> families) {
        Map<String, Integer> parents = new LinkedHashMap<>();
        Map<String, List<Integer>> children = new HashMap<>();
        BitSet rows = table.rowsLabelled(label -> CODE.matcher(label).matches());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            List<String> labels = table.rowLabels(row);
            for (int level = labels.size() - 1; level >= 0; level--) { // a description may stand beside the code
                Matcher code = CODE.matcher(labels.get(level).strip());
                if (code.matches()) {
                    String key = String.join("\u0000", labels.subList(0, level)) + "\u0000" + code.group(1);
                    if (code.group(2) == null) {
                        parents.putIfAbsent(key, row);
                    } else {
                        children.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
                    }
                    break;
                }
            }
        }
        parents.forEach((key, parent) -> add(families, parent, children.getOrDefault(key, List.of()), Kind.CODES));
    }

    private static void byIndent(Table table, List<RowFamily> families) {
        int column = firstLabel(table);
        if (column < 0) {
            return;
        }
        Map<Integer, List<Integer>> children = new LinkedHashMap<>();
        Deque<int[]> open = new ArrayDeque<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int indent = indent(table.text(row, column));
            while (!open.isEmpty() && open.peek()[1] >= indent) {
                open.pop();
            }
            if (!open.isEmpty()) {
                children.computeIfAbsent(open.peek()[0], parent -> new ArrayList<>())
                        .add(row);
            }
            open.push(new int[] {row, indent});
        }
        children.forEach((parent, rows) -> add(families, parent, rows, Kind.INDENTED));
    }

    private static void add(List<RowFamily> families, int parent, List<Integer> children, Kind kind) {
        if (!children.isEmpty()) {
            families.add(new RowFamily(
                    parent, children.stream().mapToInt(Integer::intValue).toArray(), kind));
        }
    }

    private static int firstLabel(Table table) {
        for (Column column : table.columns()) {
            if (column.isLabel()) {
                return column.index();
            }
        }
        return -1;
    }

    private static int indent(String text) {
        int indent = 0;
        while (indent < text.length() && (text.charAt(indent) == ' ' || text.charAt(indent) == '\u00a0')) {
            indent++;
        }
        return indent;
    }

    private static String simple(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
