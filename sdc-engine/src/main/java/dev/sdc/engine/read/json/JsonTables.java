package dev.sdc.engine.read.json;

import static dev.sdc.engine.read.json.PointerPlaces.step;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.TableInCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds the tables in a JSON value: an array of flat objects is a long table, an object of objects, or of arrays, a wide
 * one, and the plain values of an object are a table of names and values. Records that hold nothing but words are records
 * too; what they say is read as text besides.
 */
final class JsonTables {
    /** A name of more than one word, or in letters that may hold several. */
    private static final Pattern WORDS = Pattern.compile("[ _-]|[^\\x00-z]|\\p{Ll}\\p{Lu}");

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

    /** Members that say in words what the figures below them are of. */
    private static final Set<String> OF_THE_FIGURES = Set.of(
            "unit",
            "title",
            "name",
            "label",
            "description",
            "population",
            "source",
            "kind",
            "type",
            "file",
            "outcome",
            "measure",
            "variable",
            "dataset",
            "cohort",
            "group",
            "indicator",
            "period",
            "exposure",
            "endpoint",
            "comparison",
            "alternative",
            "target");

    /** Members that say how the figures were come by: the first of them heads the figures, as a test does. */
    private static final Set<String> OF_THE_ANALYSIS =
            Set.of("model", "model_type", "estimator", "algorithm", "family", "link", "formula", "analysis");

    private static final Set<String> FOOTNOTES = Set.of("footnotes", "footnote", "notes");

    /** Lists of words of the same length that are fewer may be anything. */
    private static final int FEWEST_RECORDS = 3;

    /** An object with more plain values is a table itself. */
    private static final int MOST_LINES = 20;

    /** Objects of more members are tables themselves. */
    private static final int MOST_INNER = 40;

    /** Members of a table that is split into its names and its cells. */
    private static final Set<String> SPLIT = Set.of("columns", "index", "data");

    private static final JsonNode MISSING = JsonNodeFactory.instance.missingNode();

    private final JsonGrids grids;
    private final Set<String> texts = new LinkedHashSet<>();

    private JsonTables(Limits limits) {
        grids = new JsonGrids(limits);
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
        return new Found(tables.grids.found(), tables.texts);
    }

    private void lone(JsonNode value) {
        if (JsonShapes.isFigure(value)) {
            grids.table("", List.of(""), List.of(""), false, List.of(), List.of(), List.of(List.of(value)));
        } else {
            say(value);
        }
    }

    private void say(JsonNode value) {
        if (value.isString()) {
            texts.add(value.asString());
            if (TableInCell.is(value.asString())) {
                grids.found()
                        .add(new Part.NotRead("", "A text in this file holds a table. Give it as a table of its own."));
            }
        }
    }

    /** A name that says more than one word, with nothing or with more than a value under it: others are read with theirs. */
    private void sayName(String name, JsonNode value) {
        boolean read =
                value.isNumber() || (value.isString() && !value.asString().isBlank());
        if (!read && WORDS.matcher(name).find()) {
            texts.add(name);
        }
    }

    private void walk(JsonNode node, String pointer) {
        if (GeoShapes.isGeometry(node)) {
            return; // outlines and points, which count nobody
        }
        if (node.isObject()) {
            object(node, pointer);
        } else if (node.isArray()) {
            array(node, pointer);
        }
    }

    private void object(JsonNode node, String pointer) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            members.put(member.getKey(), member.getValue());
            sayName(member.getKey(), member.getValue());
        });
        JsonNode heads = node.path("columns");
        JsonNode data = node.path("data");
        if (JsonShapes.isFlatArray(heads) && JsonShapes.isMatrix(data)) {
            within(members, pointer, () -> {
                split(node.path("index"), heads, data, pointer);
                members.forEach((name, value) -> {
                    if (!SPLIT.contains(name)) {
                        say(value);
                        walk(value, pointer + step(name));
                    }
                });
            });
            return;
        }
        boolean objects = !members.isEmpty() && members.values().stream().allMatch(JsonShapes::isFlatObject);
        boolean figures = members.values().stream().anyMatch(JsonShapes::holdsFigure);
        boolean numbered = JsonShapes.areNumbers(members.keySet());
        boolean inner =
                objects && members.values().stream().allMatch(member -> JsonShapes.areNumbers(member.propertyNames()));
        if (objects && (figures ? members.size() > 1 : numbered != inner)) {
            nested(members, pointer, inner && !numbered && !figures);
            sayAll(figures ? List.of() : members.values());
            return;
        }
        boolean arrays = members.size() > 1 && members.values().stream().allMatch(JsonShapes::isFlatArray);
        boolean columns = arrays && JsonShapes.sameLength(members);
        if (columns && (figures || members.values().iterator().next().size() >= FEWEST_RECORDS)) {
            arrays(members, pointer);
            sayAll(figures ? List.of() : members.values());
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
        boolean several =
                members.values().stream().filter(JsonNode::isContainer).count() > 1;
        within(
                members,
                pointer,
                () -> members.forEach((name, value) -> {
                    if (several && isFootnotes(name, value)) {
                        sayAll(value);
                    } else {
                        walk(value, pointer + step(name));
                    }
                }));
    }

    /** Whether a member holds texts about the others beside it, and nothing of records. */
    private static boolean isFootnotes(String name, JsonNode value) {
        return FOOTNOTES.contains(name.toLowerCase(Locale.ROOT))
                && value.isArray()
                && !JsonShapes.holdsFigure(value)
                && value.valueStream().allMatch(JsonShapes::isFlatObject);
    }

    /** What words in records say: they may be sentences too. */
    private void sayAll(Iterable<? extends Iterable<JsonNode>> records) {
        records.forEach(record -> record.forEach(this::say));
    }

    /** Reads what is in an object; what it says in plain values stands above the tables that are found. */
    private void within(Map<String, JsonNode> members, String pointer, Runnable reading) {
        List<Captions.Line> outer = grids.above();
        List<Captions.Line> lines = new ArrayList<>(outer);
        members.forEach((name, value) -> {
            if (value.isValueNode()) {
                lines.add(line(name, value, pointer));
            } else if (JsonShapes.isFlatObject(value)) {
                value.properties()
                        .forEach(member -> lines.add(line(member.getKey(), member.getValue(), pointer + step(name))));
            }
        });
        grids.above(
                lines.size() - outer.size() > MOST_LINES
                        ? outer
                        : List.copyOf(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())));
        reading.run();
        grids.above(outer);
    }

    private static Captions.Line line(String name, JsonNode value, String pointer) {
        return new Captions.Line(pointer + step(name), name + ": " + JsonShapes.text(value));
    }

    /** {@code {"I": 27, "II": 33}}: one row for each member. */
    private void namesAndValues(Map<String, JsonNode> plain, String pointer) {
        if (plain.values().stream().noneMatch(JsonShapes::isFigure)) {
            plain.values().forEach(this::say);
            return;
        }
        List<Captions.Line> outer = grids.above();
        List<Captions.Line> above = new ArrayList<>(outer);
        List<List<JsonNode>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean figures = false;
        for (Map.Entry<String, JsonNode> member : plain.entrySet()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            figures |= !value.isString() || JsonShapes.isFigure(value);
            if (!figures && describes(name.toLowerCase(Locale.ROOT), rows.isEmpty())) {
                say(value); // it would head the column, or be a mark in it
                above.add(line(name, value, pointer));
            } else {
                rows.add(List.of(value));
                names.add(name);
            }
        }
        grids.above(List.copyOf(above));
        grids.table(pointer, steps(names), List.of(""), false, names, List.of(), rows);
        grids.above(outer);
    }

    private static boolean describes(String name, boolean first) {
        return OF_THE_FIGURES.contains(name) || (!first && OF_THE_ANALYSIS.contains(name));
    }

    /** {@code {"F": {"I": 12, "II": 15}, "M": …}}. */
    private void nested(Map<String, JsonNode> members, String pointer, boolean rowsByNumber) {
        List<String> outer = new ArrayList<>(members.keySet());
        Set<String> names = new LinkedHashSet<>();
        members.values().forEach(value -> value.propertyNames().forEach(names::add));
        List<String> inner = new ArrayList<>(names);
        boolean outerAreColumns =
                isUniform(members, outer, inner, true) && (rowsByNumber || !isUniform(members, outer, inner, false));
        List<List<JsonNode>> rows = new ArrayList<>();
        for (String row : outerAreColumns ? inner : outer) {
            List<JsonNode> cells = new ArrayList<>();
            for (String column : outerAreColumns ? outer : inner) {
                cells.add(member(members, outerAreColumns ? column : row, outerAreColumns ? row : column));
            }
            rows.add(cells);
        }
        List<String> rowNames = outerAreColumns ? inner : outer;
        List<String> labels = rowsByNumber ? List.of() : rowNames;
        List<String> columnNames = outerAreColumns ? outer : inner;
        grids.table(pointer, steps(rowNames), steps(columnNames), outerAreColumns, labels, List.of(columnNames), rows);
    }

    private static List<String> steps(List<String> names) {
        return names.stream().map(PointerPlaces::step).toList();
    }

    private static List<String> steps(int elements) {
        return IntStream.range(0, elements).mapToObj(i -> "/" + i).toList();
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
                texts |= value.isString() && !JsonShapes.isFigure(value);
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
        for (int i = 0; i < length; i++) {
            List<JsonNode> row = new ArrayList<>();
            for (String name : names) {
                row.add(members.getOrDefault(name, MISSING).path(i));
            }
            rows.add(row);
        }
        grids.table(pointer, steps(length), steps(names), true, List.of(), List.of(names), rows);
    }

    /** {@code {"columns": ["F", "M"], "index": ["I", "II"], "data": [[12, 15], …]}}. */
    private void split(JsonNode index, JsonNode columns, JsonNode data, String pointer) {
        List<String> names = new ArrayList<>();
        columns.forEach(name -> names.add(JsonShapes.text(name)));
        List<String> labels = new ArrayList<>();
        List<List<JsonNode>> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            List<JsonNode> row = new ArrayList<>();
            data.get(i).forEach(row::add);
            rows.add(row);
            labels.add(JsonShapes.text(index.path(i)));
        }
        grids.table(pointer + "/data", steps(rows.size()), steps(names.size()), false, labels, List.of(names), rows);
    }

    private void array(JsonNode node, String pointer) {
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        if (JsonShapes.isMatrix(node) && JsonShapes.holdsFigure(node)) {
            List<List<JsonNode>> rows = new ArrayList<>();
            for (JsonNode element : elements) {
                List<JsonNode> row = new ArrayList<>();
                element.forEach(row::add);
                rows.add(row);
            }
            grids.table(pointer, steps(rows.size()), List.of(), false, List.of(), List.of(), rows);
            return;
        }
        boolean objects = elements.stream().allMatch(JsonNode::isObject);
        List<Field> columns = objects ? fields(elements) : List.of();
        List<List<JsonNode>> rows = new ArrayList<>();
        boolean figures = false;
        for (JsonNode element : elements) {
            List<JsonNode> row = new ArrayList<>();
            if (objects) {
                columns.forEach(column -> row.add(column.of(element)));
            } else if (element.isValueNode()) {
                row.add(element);
            }
            for (JsonNode value : row) {
                figures |= JsonShapes.isFigure(value);
            }
            rows.add(row);
        }
        boolean records = elements.size() > 1
                && elements.stream().allMatch(JsonShapes::isFlatObject)
                && !(pointer.endsWith("/fields") && elements.stream().allMatch(JsonTables::describesColumn));
        if (figures || records) {
            if (objects) {
                grids.table(
                        pointer,
                        steps(rows.size()),
                        columns.stream().map(Field::pointer).toList(),
                        false,
                        List.of(),
                        header(columns),
                        rows);
            } else {
                grids.table(pointer, steps(rows.size()), List.of(""), false, List.of(), named(pointer), rows);
            }
        }
        if (!figures) {
            sayAll(rows);
        }
        Set<String> read = new LinkedHashSet<>();
        columns.stream().filter(column -> !column.inner().isEmpty()).forEach(column -> read.add(column.name()));
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            if (objects) {
                String here = pointer + "/" + i;
                element.properties().forEach(member -> {
                    sayName(member.getKey(), member.getValue());
                    if (!read.contains(member.getKey())) {
                        walk(member.getValue(), here + step(member.getKey()));
                    }
                });
            } else {
                walk(element, pointer + "/" + i);
            }
        }
    }

    /** Whether an object says what a column of another table is: {@code {"name": "stage", "type": "string"}}. */
    private static boolean describesColumn(JsonNode element) {
        return element.path("name").isString() && element.path("type").isString();
    }

    /** The name that a list of figures stands under, to head its column; none where it stands in another list. */
    private static List<List<String>> named(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return name.chars().anyMatch(Character::isLetter)
                ? List.of(List.of(name.replace("~1", "/").replace("~0", "~")))
                : List.of();
    }

    /**
     * A column of an array of objects.
     *
     * @param name the member that it shows
     * @param inner the member of that one, where all hold objects themselves; else empty
     * @param pointer what leads from the object to the value
     */
    private record Field(String name, String inner, String pointer) {
        Field(String name, String inner) {
            this(name, inner, inner.isEmpty() ? step(name) : step(name) + step(inner));
        }

        JsonNode of(JsonNode element) {
            return element.at(pointer);
        }
    }

    /** The plain values of some objects, and those of the objects that stand under one name in all of them. */
    private static List<Field> fields(List<JsonNode> elements) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Map<String, Integer> objects = new LinkedHashMap<>();
        for (JsonNode element : elements) {
            element.properties().forEach(member -> {
                JsonNode value = member.getValue();
                if (GeoShapes.isPoint(value)) {
                    names.computeIfAbsent(member.getKey(), name -> new LinkedHashSet<>())
                            .addAll(GeoShapes.ENDS);
                    objects.merge(member.getKey(), 1, Integer::sum);
                } else if (value.isValueNode()) {
                    names.computeIfAbsent(member.getKey(), name -> new LinkedHashSet<>())
                            .add("");
                } else if (JsonShapes.isFlatObject(value)) {
                    Set<String> inner = names.computeIfAbsent(member.getKey(), name -> new LinkedHashSet<>());
                    inner.addAll(value.propertyNames());
                    objects.merge(member.getKey(), 1, Integer::sum);
                }
            });
        }
        List<Field> fields = new ArrayList<>();
        names.forEach((name, inner) -> {
            boolean all = elements.size() > 1 && objects.getOrDefault(name, 0) == elements.size();
            boolean few = inner.size() <= MOST_INNER && !inner.contains("");
            if (all && elements.stream().allMatch(element -> GeoShapes.isPoint(element.path(name)))) {
                GeoShapes.ENDS.forEach(end -> fields.add(new Field(name, end, step(name) + GeoShapes.steps(end))));
            } else if (all && few) {
                inner.forEach(own -> fields.add(new Field(name, own)));
            } else if (inner.contains("")) {
                fields.add(new Field(name, ""));
            }
        });
        return fields;
    }

    /** The names of the columns: on two levels where the inner ones are words, a name without them on top. */
    private static List<List<String>> header(List<Field> columns) {
        List<String> inner = columns.stream().map(Field::inner).toList();
        List<String> named = inner.stream().filter(name -> !name.isEmpty()).toList();
        boolean levels =
                named.size() > 1 && named.stream().allMatch(name -> name.chars().anyMatch(Character::isLetter));
        return levels
                ? List.of(columns.stream().map(Field::name).toList(), inner)
                : List.of(columns.stream()
                        .map(column -> (column.name() + " " + column.inner()).strip())
                        .toList());
    }
}
