package dev.sdc.engine.gate;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the gate reads it: no key twice, nothing after the end, nothing missing in silence. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** An object. */
    static JsonNode read(byte[] bytes) throws GateException {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // told below, without any of its text
        }
        throw new GateException("this is no JSON object as the gate writes them");
    }

    static JsonNode object(JsonNode node, String field) throws GateException {
        JsonNode value = node.path(field);
        if (!value.isObject()) {
            throw lacks(field);
        }
        return value;
    }

    static String text(JsonNode node, String field) throws GateException {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw lacks(field);
        }
        return value.asString();
    }

    static @Nullable String optional(JsonNode node, String field) throws GateException {
        return node.has(field) ? text(node, field) : null;
    }

    static boolean truth(JsonNode node, String field) throws GateException {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw lacks(field);
        }
        return value.asBoolean();
    }

    static long whole(JsonNode node, String field) throws GateException {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw lacks(field);
        }
        return value.asLong();
    }

    static Instant time(JsonNode node, String field) throws GateException {
        try {
            return Instant.parse(text(node, field));
        } catch (DateTimeParseException e) {
            throw lacks(field);
        }
    }

    static Digest digest(JsonNode node, String field) throws GateException {
        try {
            return new Digest(text(node, field));
        } catch (IllegalArgumentException e) {
            throw lacks(field);
        }
    }

    static <E extends Enum<E>> E word(JsonNode node, String field, Class<E> type) throws GateException {
        String text = text(node, field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw lacks(field);
    }

    static <T> List<T> each(JsonNode node, String field, Reading<T> reading) throws GateException {
        JsonNode values = node.path(field);
        if (!values.isArray()) {
            throw lacks(field);
        }
        List<T> items = new ArrayList<>();
        for (JsonNode value : values) {
            items.add(reading.of(value));
        }
        return List.copyOf(items);
    }

    static ArrayNode digests(List<Digest> digests) {
        ArrayNode array = array();
        digests.forEach(digest -> array.add(digest.hex()));
        return array;
    }

    static List<Digest> digests(JsonNode node, String field) throws GateException {
        return each(node, field, Json::digest);
    }

    static List<String> texts(JsonNode node, String field) throws GateException {
        return each(node, field, value -> {
            if (!value.isString()) {
                throw lacks(field);
            }
            return value.asString();
        });
    }

    private static Digest digest(JsonNode value) throws GateException {
        try {
            return new Digest(value.asString(""));
        } catch (IllegalArgumentException e) {
            throw new GateException("a digest is malformed");
        }
    }

    static GateException lacks(String field) {
        return new GateException("the field " + field + " is missing or malformed");
    }

    /** Reads one item of a list. */
    interface Reading<T> {
        T of(JsonNode node) throws GateException;
    }
}
