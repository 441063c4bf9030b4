package dev.sdc.engine.read.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a JSON value looks like: a figure, a flat list, a matrix. */
final class JsonShapes {
    private static final Pattern FIGURE =
            Pattern.compile("[<>≤≥~]?\\s*[-+]?(?:\\d[\\d,]*)?\\.?\\d+\\s*%?(?:\\s*[(\\[/±].*)?");

    private static final int LONGEST_FIGURE = 60;

    /** Numbers of more zeros are not written out: a few characters can ask for a billion of them. */
    private static final int MOST_ZEROS = 60;

    private JsonShapes() {}

    static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isContainer()
                ? ""
                : value.isBigDecimal() ? text(value.decimalValue()) : value.asString();
    }

    private static String text(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    static boolean isFigure(JsonNode value) {
        return value.isNumber()
                || (value.isString()
                        && value.asString().length() < LONGEST_FIGURE
                        && FIGURE.matcher(value.asString().strip()).matches());
    }

    static boolean holdsFigure(JsonNode container) {
        for (JsonNode value : container) {
            if (value.isContainer() ? holdsFigure(value) : isFigure(value)) {
                return true;
            }
        }
        return false;
    }

    static boolean isFlatObject(JsonNode node) {
        return node.isObject() && !node.isEmpty() && isFlat(node);
    }

    /** Whether rows go by their numbers under these names: {@code {"0": …, "1": …}}. */
    static boolean areNumbers(Collection<String> names) {
        return names.size() > 1
                && names.stream()
                        .allMatch(name -> !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    static boolean isFlatArray(JsonNode node) {
        return node.isArray() && !node.isEmpty() && isFlat(node);
    }

    static boolean isFlat(JsonNode node) {
        for (JsonNode value : node) {
            if (!value.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    static boolean isMatrix(JsonNode node) {
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

    static boolean sameLength(Map<String, JsonNode> arrays) {
        return arrays.values().stream().mapToInt(JsonNode::size).distinct().count() == 1;
    }
}
