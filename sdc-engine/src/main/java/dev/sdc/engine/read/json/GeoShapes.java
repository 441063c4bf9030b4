package dev.sdc.engine.read.json;

import static dev.sdc.engine.read.json.PointerPlaces.step;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The shapes of GeoJSON: an object with a type of shape and coordinates, and nothing that could be anything else. */
final class GeoShapes {
    /** The names of the ends of a point, in the order in which it gives them. */
    static final List<String> ENDS = List.of("longitude", "latitude");

    private static final Set<String> SHAPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    private static final Set<String> MEMBERS = Set.of("type", "coordinates", "geometries", "bbox");

    private GeoShapes() {}

    static boolean isGeometry(JsonNode node) {
        return node.isObject()
                && SHAPES.contains(node.path("type").asString(""))
                && MEMBERS.containsAll(node.propertyNames())
                && (node.path("coordinates").isArray()
                        || node.path("geometries").isArray())
                && areNumbers(node.path("coordinates"))
                && areNumbers(node.path("bbox"))
                && areGeometries(node.path("geometries"));
    }

    private static boolean areNumbers(JsonNode values) {
        for (JsonNode value : values) {
            if (!value.isNumber() && !(value.isArray() && areNumbers(value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areGeometries(JsonNode values) {
        for (JsonNode value : values) {
            if (!isGeometry(value)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPoint(JsonNode node) {
        return isGeometry(node)
                && node.path("type").asString("").equals("Point")
                && node.path("coordinates").path(1).isNumber();
    }

    /** What leads to one end of a point. */
    static String steps(String name) {
        return step("coordinates") + step(Integer.toString(ENDS.indexOf(name)));
    }
}
