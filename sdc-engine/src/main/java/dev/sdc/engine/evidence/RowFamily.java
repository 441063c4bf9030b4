package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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
 * @param all whether the parts are known to be all there are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record RowFamily(int parent, int[] children, Kind kind, boolean all) {
    /** How a family is known. */
    public enum Kind {
        /** The declaration says so. */
        DECLARED,
        /** Diagnosis codes, and a code or a range that holds them; countries and their parts. */
        CODES,
        /** Labels that are indented below another, or begin with it. */
        INDENTED,
        /** Codes of any kind that begin with another: only their counts tell whether they are its parts. */
        PREFIXED
    }

    /** {@code Lung: carcinoid}. */
    private static final Pattern NAMED = Pattern.compile("([^:]*[^:\\s])\\s*(?::|\\s[-–])\\s*(\\S.*)");

    /** {@code Lung (all)}, {@code Lung, total}, {@code All lung}. */
    private static final Pattern WHOLE =
            Pattern.compile("(?:all|any|total) (.*\\S)|(.*[^\\s,(\\[:–-])[\\s,(\\[:–-]+(?:all|any|total)[)\\]]?");

    /** Names are not compared in larger tables. */
    private static final int MOST_NAMED = 100_000;

    /** The families of a table as its declaration and its labels tell them, whatever its counts are. */
    public static List<RowFamily> in(Table table) {
        List<RowFamily> families = new ArrayList<>();
        declared(table, families);
        byCode(table, families);
        families.addAll(PrefixedCodes.of(table));
        byIndent(table, families);
        byName(table, families);
        byPlace(table, families);
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

    /** Codes and ranges of codes: each is part of the smallest that holds it. */
    private static void byCode(Table table, List<RowFamily> families) {
        Map<String, List<Coded>> coded = new LinkedHashMap<>();
        BitSet rows = table.rowsLabelled(label -> DiagnosisCodes.of(label) != null);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            List<String> labels = table.rowLabels(row);
            for (int level = labels.size() - 1; level >= 0; level--) { // a description may stand beside the code
                DiagnosisCodes codes = DiagnosisCodes.of(labels.get(level).strip());
                if (codes != null) {
                    coded.computeIfAbsent(String.join("\u0000", labels.subList(0, level)), key -> new ArrayList<>())
                            .add(new Coded(row, codes));
                    break;
                }
            }
        }
        coded.values().forEach(group -> nest(group, families));
    }

    /** A row and its codes. */
    private record Coded(int row, DiagnosisCodes codes) {}

    private static void nest(List<Coded> group, List<RowFamily> families) {
        List<Coded> inOrder = new ArrayList<>(group);
        inOrder.sort(Comparator.<Coded>comparingInt(coded -> coded.codes().low())
                .thenComparingInt(coded -> -coded.codes().high()));
        Map<Coded, List<Coded>> children = new LinkedHashMap<>();
        Deque<Coded> open = new ArrayDeque<>();
        for (Coded coded : inOrder) {
            while (!open.isEmpty() && !open.peek().codes().holds(coded.codes())) {
                if (open.peek().codes().equals(coded.codes())) {
                    break; // the same code again
                }
                open.pop();
            }
            if (!open.isEmpty() && open.peek().codes().holds(coded.codes())) {
                children.computeIfAbsent(open.peek(), parent -> new ArrayList<>())
                        .add(coded);
            }
            if (open.isEmpty() || open.peek().codes().holds(coded.codes())) {
                open.push(coded);
            }
        }
        children.forEach((parent, parts) -> {
            int told = parts.stream().mapToInt(part -> part.codes().size()).sum();
            families.add(new RowFamily(
                    parent.row(),
                    parts.stream().mapToInt(Coded::row).sorted().toArray(),
                    Kind.CODES,
                    told == parent.codes().size()));
        });
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

    /** Countries with all of their parts. */
    private static void byPlace(Table table, List<RowFamily> families) {
        BitSet places = table.rowsLabelled(label -> KnownPlaces.PARTS.containsKey(simple(label)));
        if (places.isEmpty()) {
            return;
        }
        for (Map<String, Integer> rows : groups(table).values()) {
            KnownPlaces.PARTS.forEach((place, names) -> {
                Integer parent = rows.get(place);
                List<Integer> parts =
                        names.stream().filter(rows::containsKey).map(rows::get).toList();
                if (parent != null && parts.size() == names.size()) {
                    families.add(new RowFamily(
                            parent, parts.stream().mapToInt(Integer::intValue).toArray(), Kind.CODES, true));
                }
            });
        }
    }

    /** {@code Lung (all)}, {@code Lung: small cell}, {@code Lung: carcinoid}. */
    private static void byName(Table table, List<RowFamily> families) {
        BitSet named = table.rowsLabelled(label -> NAMED.matcher(label).matches());
        if (named.isEmpty() || table.rowCount() > MOST_NAMED) {
            return;
        }
        Map<List<String>, Integer> wholes = new HashMap<>();
        Map<List<String>, List<Integer>> children = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels = new ArrayList<>(table.rowLabels(row));
            if (labels.isEmpty()) {
                continue;
            }
            String own = simple(labels.get(labels.size() - 1));
            Matcher whole = WHOLE.matcher(own);
            Matcher part = NAMED.matcher(own);
            if (whole.matches()) {
                labels.set(labels.size() - 1, whole.group(1) == null ? whole.group(2) : whole.group(1));
                wholes.putIfAbsent(labels, row);
            } else if (part.matches()) {
                labels.set(labels.size() - 1, part.group(1));
                children.computeIfAbsent(labels, key -> new ArrayList<>()).add(row);
            } else {
                labels.set(labels.size() - 1, own);
                wholes.putIfAbsent(labels, row);
            }
        }
        children.forEach((labels, rows) -> {
            Integer parent = wholes.get(labels);
            if (parent != null && rows.size() > 1) {
                add(families, parent, rows, Kind.INDENTED);
            }
        });
    }

    private static void add(List<RowFamily> families, int parent, List<Integer> children, Kind kind) {
        if (!children.isEmpty()) {
            families.add(new RowFamily(
                    parent, children.stream().mapToInt(Integer::intValue).toArray(), kind, kind == Kind.DECLARED));
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
