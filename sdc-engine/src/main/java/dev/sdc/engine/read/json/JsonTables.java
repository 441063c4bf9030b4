package dev.sdc.engine.read.json;

import static dev.sdc.engine.read.json.PointerPlaces.step;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TextGrid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds the tables in a JSON value: an array of flat objects is a long table, an object of objects, or of arrays, a wide
 * one, and the plain values of an object are a table of names and values.
 */
final class JsonTables {
    private static final Pattern FIGURE =
            Pattern.compile("[<>≤≥~]?\\s*[-+]?(?:\\d[\\d,]*)?\\.?\\d+\\s*%?(?:\\s*[(\\[/±].*)?");

    /** Members that tell of the file and not of what it holds. */
    private static final Set<String> OF_THE_FILE = Set.of(
            "version",
            "schema",
            "schema_version",
            "schemaversion",
            "format",
            "format_version",
            "created",
            "created_at",
            "generated",
            "generated_at",
            "updated",
            "modified",
            "timestamp",
            "software",
            "generator",
            "tool",
            "$schema");

    private static final int LONGEST_FIGURE = 60;
    /** An object with more plain values is a table itself. */
    private static final int MOST_LINES = 20;

    private static final JsonNode MISSING = JsonNodeFactory.instance.missingNode();

    private final Limits limits;
    private final List<Part> found = new ArrayList<>();
    private List<Captions.Line> above = List.of();
    private final Set<String> texts = new LinkedHashSet<>();

    private JsonTables(Limits limits) {
        this.limits = limits;
    }

    /**
     * The tables of a value.
     *
     * @param parts in the order of the file
     * @param texts those outside of the tables
     */
    record Found(List<Part> parts, Set<String> texts) {}

    static Found in(JsonNode root, Limits limits) {
        JsonTables tables = new JsonTables(limits);
        if (root.isObject() || root.isArray()) {
            tables.walk(root, "");
        } else {
            tables.lone(root);
        }
        return new Found(tables.found, tables.texts);
    }

    private void lone(JsonNode value) {
        if (isFigure(value)) {
            table("", List.of(""), List.of(""), List.of(List.of(value)), false, List.of(), false);
        } else {
            say(value);
        }
    }

    private void say(JsonNode value) {
        if (value.isString()) {
            texts.add(value.asString());
        }
    }

    private void walk(JsonNode node, String pointer) {
        if (node.isObject()) {
            object(node, pointer);
        } else if (node.isArray()) {
            array(node, pointer);
        }
    }

    private void object(JsonNode node, String pointer) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        JsonNode columns = node.path("columns");
        JsonNode data = node.path("data");
        if (isFlatArray(columns) && isMatrix(data)) {
            within(members, pointer, () -> split(node.path("index"), columns, data, pointer));
            return;
        }
        boolean objects = members.size() > 1 && members.values().stream().allMatch(JsonTables::isFlatObject);
        if (objects && members.values().stream().anyMatch(JsonTables::holdsFigure)) {
            nested(members, pointer);
            return;
        }
        boolean arrays = members.size() > 1 && members.values().stream().allMatch(JsonTables::isFlatArray);
        if (arrays && sameLength(members) && members.values().stream().anyMatch(JsonTables::holdsFigure)) {
            arrays(members, pointer);
            return;
        }
        Map<String, JsonNode> plain = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value.isValueNode() && OF_THE_FILE.contains(name.toLowerCase(Locale.ROOT))) {
                say(value);
            } else if (value.isValueNode()) {
                plain.put(name, value);
            }
        });
        namesAndValues(plain, pointer);
        within(members, pointer, () -> members.forEach((name, value) -> walk(value, pointer + step(name))));
    }

    /** Reads what is in an object; what it says in plain values stands above the tables that are found. */
    private void within(Map<String, JsonNode> members, String pointer, Runnable reading) {
        List<Captions.Line> outer = above;
        List<Captions.Line> lines = new ArrayList<>(outer);
        members.forEach((name, value) -> {
            if (value.isValueNode()) {
                lines.add(line(name, value, pointer));
            } else if (isFlatObject(value)) {
                value.properties()
                        .forEach(member -> lines.add(line(member.getKey(), member.getValue(), pointer + step(name))));
            }
        });
        above = lines.size() - outer.size() > MOST_LINES
                ? outer
                : List.copyOf(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
        reading.run();
        above = outer;
    }

    private static Captions.Line line(String name, JsonNode value, String pointer) {
        return new Captions.Line(pointer + step(name), name + ": " + text(value));
    }

    /** {@code {"I": 27, "II": 33}}: one row for each member. */
    private void namesAndValues(Map<String, JsonNode> plain, String pointer) {
        if (plain.values().stream().noneMatch(JsonTables::isFigure)) {
            plain.values().forEach(this::say);
            return;
        }
        List<List<JsonNode>> rows = new ArrayList<>();
        plain.values().forEach(value -> rows.add(List.of(value)));
        List<String> names = new ArrayList<>(plain.keySet());
        table(pointer, names, List.of(""), rows, false, names, false);
    }

    /** {@code {"F": {"I": 12, "II": 15}, "M": …}}. */
    private void nested(Map<String, JsonNode> members, String pointer) {
        List<String> outer = new ArrayList<>(members.keySet());
        Set<String> names = new LinkedHashSet<>();
        members.values().forEach(value -> value.propertyNames().forEach(names::add));
        List<String> inner = new ArrayList<>(names);
        boolean outerAreColumns = isUniform(members, outer, inner, true) && !isUniform(members, outer, inner, false);
        List<List<JsonNode>> rows = new ArrayList<>();
        for (String row : outerAreColumns ? inner : outer) {
            List<JsonNode> cells = new ArrayList<>();
            for (String column : outerAreColumns ? outer : inner) {
                cells.add(member(members, outerAreColumns ? column : row, outerAreColumns ? row : column));
            }
            rows.add(cells);
        }
        List<String> rowNames = outerAreColumns ? inner : outer;
        table(pointer, rowNames, outerAreColumns ? outer : inner, rows, outerAreColumns, rowNames, true);
    }

    private static JsonNode member(Map<String, JsonNode> members, String outer, String inner) {
        return members.getOrDefault(outer, MISSING).path(inner);
    }

    /** Whether values of one kind, whole numbers, decimals or words, stand under each name. */
    private static boolean isUniform(
            Map<String, JsonNode> members, List<String> outer, List<String> inner, boolean byOuter) {
        for (String one : byOuter ? outer : inner) {
            boolean whole = false;
            boolean decimals = false;
            boolean texts = false;
            for (String other : byOuter ? inner : outer) {
                JsonNode value = member(members, byOuter ? one : other, byOuter ? other : one);
                if (value.isNumber()) {
                    whole |= value.isIntegralNumber();
                    decimals |= !value.isIntegralNumber();
                }
                texts |= value.isString() && !isFigure(value);
            }
            if ((whole && decimals) || (texts && (whole || decimals))) {
                return false;
            }
        }
        return true;
    }

    /** {@code {"stage": ["I", "II"], "n": [12, 15]}}. */
    private void arrays(Map<String, JsonNode> members, String pointer) {
        List<String> names = new ArrayList<>(members.keySet());
        int length = members.values().iterator().next().size();
        List<List<JsonNode>> rows = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<JsonNode> row = new ArrayList<>();
            for (String name : names) {
                row.add(members.getOrDefault(name, MISSING).path(i));
            }
            rows.add(row);
            steps.add(String.valueOf(i));
        }
        table(pointer, steps, names, rows, true, List.of(), true);
    }

    /** {@code {"columns": ["F", "M"], "index": ["I", "II"], "data": [[12, 15], …]}}. */
    private void split(JsonNode index, JsonNode columns, JsonNode data, String pointer) {
        List<String> names = new ArrayList<>();
        columns.forEach(name -> names.add(text(name)));
        List<String> labels = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<List<JsonNode>> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            List<JsonNode> row = new ArrayList<>();
            data.get(i).forEach(row::add);
            rows.add(row);
            steps.add(String.valueOf(i));
            labels.add(text(index.path(i)));
        }
        List<String> columnSteps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columnSteps.add(String.valueOf(i));
        }
        matrix(pointer + "/data", steps, columnSteps, labels, names, rows);
    }

    private void array(JsonNode node, String pointer) {
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        if (isMatrix(node) && holdsFigure(node)) {
            List<String> steps = new ArrayList<>();
            List<List<JsonNode>> rows = new ArrayList<>();
            int width = 0;
            for (int i = 0; i < elements.size(); i++) {
                steps.add(String.valueOf(i));
                List<JsonNode> row = new ArrayList<>();
                elements.get(i).forEach(row::add);
                width = Math.max(width, row.size());
                rows.add(row);
            }
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                columns.add(String.valueOf(i));
            }
            matrix(pointer, steps, columns, List.of(), List.of(), rows);
            return;
        }
        boolean objects = elements.stream().allMatch(JsonNode::isObject);
        Set<String> names = new LinkedHashSet<>();
        if (objects) {
            for (JsonNode element : elements) {
                element.properties().forEach(member -> {
                    if (member.getValue().isValueNode()) {
                        names.add(member.getKey());
                    }
                });
            }
        }
        List<String> columns = new ArrayList<>(names);
        List<String> steps = new ArrayList<>();
        List<List<JsonNode>> rows = new ArrayList<>();
        boolean figures = false;
        for (int i = 0; i < elements.size(); i++) {
            steps.add(String.valueOf(i));
            List<JsonNode> row = new ArrayList<>();
            JsonNode element = elements.get(i);
            if (objects) {
                for (String column : columns) {
                    row.add(element.path(column));
                }
            } else if (element.isValueNode()) {
                row.add(element);
            }
            for (JsonNode value : row) {
                figures |= isFigure(value);
            }
            rows.add(row);
        }
        if (figures) {
            if (objects) {
                table(pointer, steps, columns, rows, false, List.of(), true);
            } else {
                table(pointer, steps, List.of(""), rows, false, List.of(), false);
            }
        } else {
            rows.forEach(row -> row.forEach(this::say));
        }
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            if (objects) {
                String here = pointer + "/" + i;
                element.properties().forEach(member -> walk(member.getValue(), here + step(member.getKey())));
            } else {
                walk(element, pointer + "/" + i);
            }
        }
    }

    private void matrix(
            String base,
            List<String> rowSteps,
            List<String> columnSteps,
            List<String> labels,
            List<String> header,
            List<List<JsonNode>> rows) {
        List<List<Piece>> cells = new ArrayList<>();
        List<String> rowPointers = new ArrayList<>();
        int shift = labels.isEmpty() ? 0 : 1;
        if (!header.isEmpty()) {
            List<Piece> names = new ArrayList<>();
            for (int c = 0; c < header.size(); c++) {
                add(names, c + shift, header.get(c));
            }
            cells.add(names);
            rowPointers.add("");
        }
        for (int r = 0; r < rows.size(); r++) {
            List<Piece> row = new ArrayList<>();
            if (shift > 0) {
                add(row, 0, labels.get(r));
            }
            for (int c = 0; c < rows.get(r).size(); c++) {
                add(row, c + shift, text(rows.get(r).get(c)));
            }
            cells.add(row);
            rowPointers.add(step(rowSteps.get(r)));
        }
        List<String> columnPointers = new ArrayList<>();
        for (int c = 0; c < shift; c++) {
            columnPointers.add("");
        }
        columnSteps.forEach(column -> columnPointers.add(step(column)));
        keep(base, cells, rowPointers, columnPointers, false);
    }

    /**
     * Keeps a table.
     *
     * @param rowNames the steps to its rows
     * @param columnNames the steps to its columns; one that is empty is no step
     * @param labels the labels of its rows, or none
     * @param header whether the columns' names stand above them
     */
    private void table(
            String base,
            List<String> rowNames,
            List<String> columnNames,
            List<List<JsonNode>> values,
            boolean columnsFirst,
            List<String> labels,
            boolean header) {
        int shift = labels.isEmpty() ? 0 : 1;
        List<List<Piece>> cells = new ArrayList<>();
        List<String> rowPointers = new ArrayList<>();
        List<String> columnPointers = new ArrayList<>();
        for (int c = 0; c < shift; c++) {
            columnPointers.add("");
        }
        columnNames.forEach(name -> columnPointers.add(name.isEmpty() && !header ? "" : step(name)));
        if (header) {
            List<Piece> names = new ArrayList<>();
            for (int c = 0; c < columnNames.size(); c++) {
                add(names, c + shift, columnNames.get(c));
            }
            cells.add(names);
            rowPointers.add("");
        }
        for (int r = 0; r < values.size(); r++) {
            List<Piece> row = new ArrayList<>();
            if (shift > 0) {
                add(row, 0, labels.get(r));
            }
            for (int c = 0; c < values.get(r).size(); c++) {
                add(row, c + shift, text(values.get(r).get(c)));
            }
            cells.add(row);
            rowPointers.add(rowNames.get(r).isEmpty() && base.isEmpty() && !header ? "" : step(rowNames.get(r)));
        }
        keep(base, cells, rowPointers, columnPointers, columnsFirst);
    }

    private void keep(
            String base,
            List<List<Piece>> cells,
            List<String> rowPointers,
            List<String> columnPointers,
            boolean columnsFirst) {
        Part part = TextGrid.plain(null, cells, limits);
        found.add(
                part instanceof Part.TableIn table
                        ? new Part.TableIn(
                                table.grid()
                                        .at(new PointerPlaces(
                                                base,
                                                List.copyOf(rowPointers),
                                                List.copyOf(columnPointers),
                                                columnsFirst)),
                                new Captions(above, List.of()))
                        : part);
    }

    private static void add(List<Piece> row, int column, String text) {
        if (!text.isBlank()) {
            row.add(new Piece(column, text.strip(), 0, 0));
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainer()
                ? ""
                : value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asString();
    }

    private static boolean isFigure(JsonNode value) {
        return value.isNumber()
                || (value.isString()
                        && value.asString().length() < LONGEST_FIGURE
                        && FIGURE.matcher(value.asString().strip()).matches());
    }

    private static boolean holdsFigure(JsonNode container) {
        for (JsonNode value : container) {
            if (value.isContainer() ? holdsFigure(value) : isFigure(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFlatObject(JsonNode node) {
        return node.isObject() && !node.isEmpty() && isFlat(node);
    }

    private static boolean isFlatArray(JsonNode node) {
        return node.isArray() && !node.isEmpty() && isFlat(node);
    }

    private static boolean isFlat(JsonNode node) {
        for (JsonNode value : node) {
            if (!value.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMatrix(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            return false;
        }
        for (JsonNode row : node) {
            if (!isFlatArray(row)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLength(Map<String, JsonNode> arrays) {
        return arrays.values().stream().mapToInt(JsonNode::size).distinct().count() == 1;
    }
}
