package dev.sdc.engine.audit.ledger;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationBuilder;
import dev.sdc.engine.submission.MarkerMeaning;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.submission.Rounding;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Releases in JSON, a line each. */
final class ReleaseJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ReleaseJson() {}

    /** What ties an entry to the one before. */
    record Link(long number, String before) {}

    static String line(long number, String before, Release release) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("entry", number).put("before", before);
        return MAPPER.writeValueAsString(release(node, release));
    }

    static String line(Release release) {
        return MAPPER.writeValueAsString(release(MAPPER.createObjectNode(), release));
    }

    private static ObjectNode release(ObjectNode node, Release release) {
        node.put("release", release.id());
        put(node, "dataset", release.dataset());
        put(node, "at", release.at());
        ArrayNode sheets = node.putArray("sheets");
        release.sheets().forEach(sheet -> sheet(sheets.addObject(), sheet));
        return node;
    }

    private static void sheet(ObjectNode node, Release.Sheet sheet) {
        node.put("file", sheet.file());
        put(node, "sheet", sheet.sheet());
        sheet.dimensions().forEach(node.putArray("dimensions")::add);
        sheet.variables().forEach(node.putArray("variables")::add);
        declared(node.putObject("declared"), sheet.declared());
        node.put("counts", sheet.counts());
        ByteBuffer keys = ByteBuffer.allocate(8 * sheet.keys().length);
        Arrays.stream(sheet.keys()).forEach(keys::putLong);
        node.put("keys", Base64.getEncoder().encodeToString(keys.array()));
        ArrayNode rows = node.putArray("rows");
        for (List<String> row : sheet.rows()) {
            row.forEach(rows.addArray()::add);
        }
    }

    private static void declared(ObjectNode node, Declaration declared) {
        put(node, "unit", declared.unit());
        put(node, "level", declared.level());
        ObjectNode columns = node.putObject("columns");
        declared.columns().forEach((column, role) -> put(columns, column, role));
        Population population = declared.population();
        if (population != null) {
            ObjectNode inner = node.putObject("population");
            put(inner, "id", population.id());
            put(inner, "description", population.description());
            if (population.n() != null) {
                inner.put("n", population.n());
            }
            put(inner, "subset_of", population.subsetOf());
            put(inner, "filter", population.filter());
            put(inner, "extract_date", population.extractDate());
        }
        Rounding rounding = declared.rounding();
        if (rounding != null) {
            ObjectNode inner = node.putObject("rounding");
            inner.put("base", rounding.base());
            put(inner, "method", rounding.method());
            if (rounding.steps() > 0) {
                inner.put("steps", rounding.steps());
            }
            put(inner, "totals", rounding.totals());
        }
        ObjectNode markers = node.putObject("markers");
        declared.markers().forEach((marker, meaning) -> {
            if (meaning instanceof MarkerMeaning.Between between) {
                markers.putArray(marker).add(between.low()).add(between.high());
            } else if (meaning instanceof MarkerMeaning.Exactly exactly) {
                markers.put(marker, exactly.value());
            } else {
                markers.put(marker, meaning instanceof MarkerMeaning.AnyValue ? "any" : "not_applicable");
            }
        });
        ObjectNode hierarchies = node.putObject("hierarchies");
        for (Declaration.Hierarchy hierarchy : declared.hierarchies()) {
            hierarchy.children().forEach(hierarchies.putArray(hierarchy.parent())::add);
        }
    }

    private static void put(ObjectNode node, String key, @Nullable Object value) {
        if (value != null) {
            String text = value.toString();
            node.put(key, value instanceof Enum<?> ? text.toLowerCase(Locale.ROOT) : text);
        }
    }

    private static JsonNode tree(String line, long number) throws LedgerException {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new LedgerException("entry " + number + " is no JSON", e);
        }
    }

    static Link link(String line, long number) throws LedgerException {
        JsonNode node = tree(line, number);
        return new Link(node.path("entry").asLong(-1), node.path("before").asString(""));
    }

    static Release release(String line, long number) throws LedgerException {
        JsonNode node = tree(line, number);
        try {
            List<Release.Sheet> sheets = new ArrayList<>();
            for (JsonNode sheet : node.path("sheets")) {
                sheets.add(sheet(sheet));
            }
            return new Release(node.path("release").asString(""), text(node, "dataset"), text(node, "at"), sheets);
        } catch (RuntimeException e) {
            throw new LedgerException("entry " + number + " is not understood", e);
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.path(key).asString() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static Release.Sheet sheet(JsonNode node) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(node.path("keys").asString("")));
        long[] keys = new long[bytes.capacity() / 8];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = bytes.getLong();
        }
        List<List<String>> rows = new ArrayList<>();
        node.path("rows").forEach(row -> rows.add(texts(row)));
        return new Release.Sheet(
                node.path("file").asString(""),
                text(node, "sheet"),
                texts(node.path("dimensions")),
                texts(node.path("variables")),
                rows,
                declared(node.path("declared")),
                node.path("counts").asInt(keys.length),
                keys);
    }

    private static Declaration declared(JsonNode node) {
        DeclarationBuilder declared = Declaration.builder().unit(text(node, "unit"));
        String level = text(node, "level");
        if (level != null) {
            declared.level(Declaration.Level.valueOf(level.toUpperCase(Locale.ROOT)));
        }
        JsonNode population = node.path("population");
        if (population.isObject()) {
            String date = text(population, "extract_date");
            declared.population(new Population(
                    text(population, "id"),
                    text(population, "description"),
                    population.has("n") ? population.path("n").asLong() : null,
                    text(population, "subset_of"),
                    text(population, "filter"),
                    date == null ? null : LocalDate.parse(date)));
        }
        JsonNode rounding = node.path("rounding");
        if (rounding.isObject()) {
            String totals = text(rounding, "totals");
            declared.rounding(new Rounding(
                    rounding.path("base").asInt(),
                    Rounding.Method.valueOf(rounding.path("method").asString().toUpperCase(Locale.ROOT)),
                    rounding.path("steps").asInt(0),
                    totals == null ? null : Rounding.Totals.valueOf(totals.toUpperCase(Locale.ROOT))));
        }
        Map<String, MarkerMeaning> markers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> marker : node.path("markers").properties()) {
            markers.put(marker.getKey(), meaning(marker.getValue()));
        }
        List<Declaration.Hierarchy> hierarchies = new ArrayList<>();
        for (Map.Entry<String, JsonNode> parent : node.path("hierarchies").properties()) {
            hierarchies.add(new Declaration.Hierarchy(parent.getKey(), texts(parent.getValue())));
        }
        Map<String, ColumnRole> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : node.path("columns").properties()) {
            columns.put(
                    column.getKey(),
                    ColumnRole.valueOf(column.getValue().asString().toUpperCase(Locale.ROOT)));
        }
        return declared.columns(columns)
                .markers(markers)
                .hierarchies(hierarchies)
                .build();
    }

    private static MarkerMeaning meaning(JsonNode node) {
        if (node.isArray()) {
            return new MarkerMeaning.Between(
                    node.get(0).decimalValue(), node.get(1).decimalValue());
        }
        if (node.isNumber()) {
            return new MarkerMeaning.Exactly(node.decimalValue());
        }
        return node.asString().equals("any") ? new MarkerMeaning.AnyValue() : new MarkerMeaning.NotApplicable();
    }
}
