package dev.sdc.engine.submission;

import dev.sdc.engine.submission.Declaration.Hierarchy;
import dev.sdc.engine.submission.Declaration.Level;
import dev.sdc.engine.submission.Declaration.Partition;
import dev.sdc.engine.submission.Declaration.Scale;
import dev.sdc.engine.submission.yaml.YamlList;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlScalar;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is declared about outputs: {@code defaults:} and the entries of {@code outputs:}. */
final class DeclarationParser {
    /** What may be said of every output. */
    static final Set<String> DESCRIPTION = Names.ordered(
            "output_type",
            "unit",
            "weighted",
            "population",
            "columns",
            "controls",
            "markers",
            "rounding",
            "variables",
            "hierarchies",
            "partitions",
            "structural_zeros",
            "sensitive",
            "bounds",
            "scale",
            "value_rounding",
            "level",
            "method",
            "model_type",
            "adjusted",
            "outcome",
            "point_is",
            "geography",
            "evidence");

    private static final Set<String> ENTRY = entryKeys();

    private static final Set<String> POPULATION =
            Names.ordered("id", "description", "n", "subset_of", "filter", "extract_date");

    private static final Set<String> ROUNDING = Names.ordered("base", "method", "deviation", "steps", "totals");

    private static final Map<String, OutputType> OUTPUT_TYPES = Names.of(OutputType.class);

    private static final Map<String, ColumnRole> ROLES = Names.of(ColumnRole.class);

    private static final Map<String, Scale> SCALES = Names.of(Scale.class);

    private static final Map<String, Level> LEVELS =
            Names.of(Level.class, level -> level == Level.SUB_NATIONAL ? "sub-national" : "national");

    private static final Map<String, Rounding.Method> METHODS = Names.of(Rounding.Method.class);

    private static final Map<String, Rounding.Totals> TOTALS = Names.of(Rounding.Totals.class);

    private static final int LARGEST_BASE = 1_000_000;
    private static final int MOST_STEPS = 100;

    private DeclarationParser() {}

    /** What holds for every output. */
    static Declaration defaults(YamlMap map) throws DeclarationException {
        return description(map.only(DESCRIPTION)).build();
    }

    /** What is said of one file, sheet or range; a file's name alone is an entry too. */
    static Declaration entry(YamlValue value) throws DeclarationException {
        if (value instanceof YamlScalar name) {
            return Declaration.builder().file(name.scalar().text()).build();
        }
        YamlMap map = value.map().only(ENTRY);
        String file = map.text("file");
        if (file == null || file.isBlank()) {
            throw map.place().error("this entry of `outputs` lacks `file`; add the name of the file it describes.");
        }
        return description(map)
                .file(file)
                .sheet(map.text("sheet"))
                .range(range(map))
                .figureDataFor(map.text("figure_data_for"))
                .build();
    }

    private static DeclarationBuilder description(YamlMap map) throws DeclarationException {
        return Declaration.builder()
                .outputType(map.choice("output_type", OUTPUT_TYPES))
                .unit(map.text("unit"))
                .weighted(map.truth("weighted"))
                .population(population(map.get("population")))
                .columns(map.map("columns").each(role -> role.scalar().oneOf(ROLES)))
                .controls(map.prose("controls"))
                .markers(map.map("markers").each(DeclarationParser::marker))
                .rounding(rounding(map.get("rounding")))
                .variables(map.map("variables").each(YamlValue::prose))
                .hierarchies(hierarchies(map.get("hierarchies")))
                .partitions(partitions(map.get("partitions")))
                .structuralZeros(structuralZeros(map))
                .sensitive(sensitive(map.get("sensitive")))
                .bounds(map.map("bounds").each(DeclarationParser::bounds))
                .scale(map.choice("scale", SCALES))
                .valueRounding(map.map("value_rounding").each(DeclarationParser::positive))
                .level(map.choice("level", LEVELS))
                .method(map.prose("method"))
                .modelType(map.prose("model_type"))
                .adjusted(map.truth("adjusted"))
                .outcome(map.prose("outcome"))
                .pointIs(map.text("point_is"))
                .geography(map.prose("geography"))
                .evidence(EvidenceParser.parse(map.map("evidence")));
    }

    private static @Nullable String range(YamlMap map) throws DeclarationException {
        String range = map.text("range");
        if (range != null && DeclaredRange.parse(range).isEmpty()) {
            throw map.placeOf("range")
                    .error("`range` must be a rectangle of cells from its top left to its bottom right"
                            + " cell, such as A3:F20.");
        }
        return range;
    }

    private static @Nullable Population population(@Nullable YamlValue value) throws DeclarationException {
        if (value == null) {
            return null;
        }
        if (value instanceof YamlScalar description) {
            return new Population(null, description.text(), null, null, null, null);
        }
        YamlMap map = value.map().only(POPULATION);
        return new Population(
                map.text("id"),
                map.prose("description"),
                map.count("n"),
                map.text("subset_of"),
                map.prose("filter"),
                date(map.get("extract_date")));
    }

    private static @Nullable LocalDate date(@Nullable YamlValue value) throws DeclarationException {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.scalar().text());
        } catch (DateTimeParseException e) {
            throw value.unexpected("a date such as 2026-03-31");
        }
    }

    private static MarkerMeaning marker(YamlValue value) throws DeclarationException {
        if (value instanceof YamlList ends) {
            if (ends.items().size() != 2) {
                throw value.unexpected("[lowest, highest], such as [1, 9]");
            }
            BigDecimal low = ends.items().get(0).scalar().number();
            BigDecimal high = ends.items().get(1).scalar().number();
            if (low.compareTo(high) > 0) {
                throw value.place().error(value.place().subject() + ": the lower end must stand first.");
            }
            return new MarkerMeaning.Between(low, high);
        }
        if (value instanceof YamlScalar scalar) {
            if (scalar.isNumber()) {
                return new MarkerMeaning.Exactly(scalar.number());
            }
            if (scalar.text().equals("any")) {
                return new MarkerMeaning.AnyValue();
            }
            if (scalar.text().equals("not_applicable")) {
                return new MarkerMeaning.NotApplicable();
            }
        }
        throw value.unexpected("what the mark stands for: [lowest, highest], any, a number, or not_applicable");
    }

    private static @Nullable Rounding rounding(@Nullable YamlValue value) throws DeclarationException {
        if (value == null) {
            return null;
        }
        YamlMap map = value.map().only(ROUNDING);
        Rounding.Method method = map.choice("method", METHODS);
        YamlValue steps = map.get("steps");
        if (steps != null && method != Rounding.Method.RANDOM) {
            throw map.place().error("`steps` belongs to `method: random`.");
        }
        YamlValue deviation = map.get("deviation");
        if ((deviation != null) != (method == Rounding.Method.PERTURBED)) {
            throw map.place()
                    .error("`deviation`, the most that a count was changed by, belongs to `method: perturbed`;"
                            + " the one is needed with the other, such as {method: perturbed, deviation: 2}.");
        }
        if (deviation != null) {
            return new Rounding(
                    deviation.scalar().whole(1, LARGEST_BASE), Rounding.Method.PERTURBED, map.choice("totals", TOTALS));
        }
        YamlValue base = map.get("base");
        if (base == null && method != Rounding.Method.MIDPOINT6 && method != Rounding.Method.RANDOM3) {
            throw map.place()
                    .error("`rounding` lacks `base`, the number that counts were rounded to a multiple of;"
                            + " add it, such as base: 5.");
        }
        return new Rounding(
                base == null
                        ? (method == Rounding.Method.RANDOM3 ? 3 : 6)
                        : base.scalar().whole(1, LARGEST_BASE),
                method == null ? Rounding.Method.NEAREST : method,
                steps == null ? 0 : steps.scalar().whole(0, MOST_STEPS),
                map.choice("totals", TOTALS));
    }

    private static List<Hierarchy> hierarchies(@Nullable YamlValue value) throws DeclarationException {
        List<Hierarchy> hierarchies = new ArrayList<>();
        if (value instanceof YamlMap map) {
            for (Map.Entry<String, YamlValue> entry : map.entries().entrySet()) {
                if (entry.getValue() instanceof YamlMap parts) {
                    // a tree: a variable over its wholes, or a whole over parts that have parts
                    if (parts.entries().size() > 1) {
                        hierarchies.add(new Hierarchy(
                                entry.getKey(), List.copyOf(parts.entries().keySet())));
                    }
                    hierarchies.addAll(hierarchies(parts));
                } else {
                    hierarchies.add(new Hierarchy(
                            entry.getKey(), entry.getValue().list().texts()));
                }
            }
        } else if (value != null) {
            for (YamlValue item : value.list().items()) {
                hierarchies.addAll(hierarchy(item.map()));
            }
        }
        return hierarchies;
    }

    /** An item of the list form: {@code {parent: C18, children: [C18.0, C18.9]}} or {@code {C18: [C18.0, C18.9]}}. */
    private static List<Hierarchy> hierarchy(YamlMap item) throws DeclarationException {
        if (item.get("children") == null) {
            return hierarchies(item);
        }
        item.only(Names.ordered("parent", "children"));
        return List.of(new Hierarchy(required(item, "parent"), textsOf(item, "children")));
    }

    private static List<Partition> partitions(@Nullable YamlValue value) throws DeclarationException {
        List<Partition> partitions = new ArrayList<>();
        if (value instanceof YamlMap map) {
            for (Map.Entry<String, List<String>> entry :
                    map.each(values -> values.list().texts()).entrySet()) {
                partitions.add(new Partition(entry.getKey(), entry.getValue()));
            }
        } else if (value != null) {
            for (YamlValue item : value.list().items()) {
                YamlMap partition = item.map().only(Names.ordered("variable", "values"));
                partitions.add(new Partition(required(partition, "variable"), textsOf(partition, "values")));
            }
        }
        return partitions;
    }

    private static String required(YamlMap map, String key) throws DeclarationException {
        String text = map.text(key);
        if (text == null) {
            throw map.place().error(map.place().subject() + " lacks `" + key + "`; add it.");
        }
        return text;
    }

    private static List<String> textsOf(YamlMap map, String key) throws DeclarationException {
        YamlValue value = map.get(key);
        if (value == null) {
            throw map.place().error(map.place().subject() + " lacks `" + key + "`; add a list, such as [a, b].");
        }
        return value.list().texts();
    }

    private static List<List<String>> structuralZeros(YamlMap map) throws DeclarationException {
        List<List<String>> zeros = new ArrayList<>();
        for (YamlValue item : map.items("structural_zeros")) {
            List<String> labels = item.list().texts();
            if (labels.isEmpty()) {
                throw item.unexpected("the labels that cannot occur together, such as [Prostate, Female]");
            }
            zeros.add(labels);
        }
        return zeros;
    }

    private static Set<String> sensitive(@Nullable YamlValue value) throws DeclarationException {
        if (value == null) {
            return Set.of();
        }
        return value instanceof YamlScalar one
                ? Set.of(one.text())
                : new LinkedHashSet<>(value.list().texts());
    }

    private static Bounds bounds(YamlValue value) throws DeclarationException {
        List<YamlValue> ends = value.list().items();
        if (ends.size() != 2) {
            throw value.unexpected("[lowest, highest] possible value, such as [0, 115]");
        }
        BigDecimal low = end(ends.get(0));
        BigDecimal high = end(ends.get(1));
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw value.place().error(value.place().subject() + ": the lower end must stand first.");
        }
        return new Bounds(low, high);
    }

    /** One end of an interval; left empty ({@code null} or {@code ~}) it is open. */
    private static @Nullable BigDecimal end(YamlValue value) throws DeclarationException {
        return value instanceof YamlScalar scalar && scalar.isNull()
                ? null
                : value.scalar().number();
    }

    private static BigDecimal positive(YamlValue value) throws DeclarationException {
        BigDecimal base = value.scalar().number();
        if (base.signum() <= 0) {
            throw value.unexpected("more than 0");
        }
        return base;
    }

    private static Set<String> entryKeys() {
        Set<String> keys = new LinkedHashSet<>(Names.ordered("file", "sheet", "range", "figure_data_for"));
        keys.addAll(DESCRIPTION);
        return keys;
    }
}
