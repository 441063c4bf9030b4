package dev.sdc.engine.read.picture;

import dev.sdc.engine.read.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts the marks of a drawing: like circles, symbols, boxes or small closed shapes that are strewn over both axes. Marks
 * of one look and colour are a series.
 */
public final class SvgMarks {
    private static final int MOST_PLACES = 100_000;
    private static final int LONGEST_SHAPE = 2_000;
    private static final int MOST_NUMBERS = 60;

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:\\d{1,9}(?:\\.\\d{0,12})?|\\.\\d{1,12})(?:[eE][-+]?\\d{1,2})?");
    private static final Pattern MOVED = Pattern.compile(
            "translate\\(\\s{0,9}(" + NUMBER.pattern() + ")[\\s,]{1,9}(" + NUMBER.pattern() + ")\\s{0,9}\\).{0,200}");

    private SvgMarks() {}

    /** Where like marks stand. */
    private static final class Places {
        private final Set<String> across = new HashSet<>();
        private final Set<String> up = new HashSet<>();
        private int count;

        void add(String x, String y) {
            count++;
            if (across.size() + up.size() < MOST_PLACES) {
                across.add(x);
                up.add(y);
            }
        }

        /** Ticks of an axis share one coordinate. */
        boolean isStrewn() {
            return across.size() > 1 && up.size() > 1;
        }
    }

    /** The marks of a drawing. */
    public static Part.Marks in(String drawing) {
        Map<String, Places> kinds = new HashMap<>();
        // what was counted before a fault still stands in the file
        DrawingXml.walk(drawing, (reader, event) -> {
            if (event == XMLStreamConstants.START_ELEMENT) {
                mark(reader, kinds);
            }
        });
        int largest = 0;
        int all = 0;
        int series = 0;
        for (Places places : kinds.values()) {
            if (places.isStrewn()) {
                largest = Math.max(largest, places.count);
                all += places.count;
                series++;
            }
        }
        return new Part.Marks(largest, all, series);
    }

    private static void mark(XMLStreamReader reader, Map<String, Places> kinds) {
        switch (reader.getLocalName()) {
            case "circle" -> add(kinds, reader, "circle " + of(reader, "r"), of(reader, "cx"), of(reader, "cy"));
            case "ellipse" -> add(kinds, reader, "ellipse " + of(reader, "rx"), of(reader, "cx"), of(reader, "cy"));
            case "rect" ->
                add(
                        kinds,
                        reader,
                        "rect " + of(reader, "width") + " " + of(reader, "height"),
                        of(reader, "x"),
                        of(reader, "y"));
            case "use" -> {
                String symbol = reader.getAttributeValue("http://www.w3.org/1999/xlink", "href");
                add(
                        kinds,
                        reader,
                        "use " + (symbol == null ? of(reader, "href") : symbol),
                        of(reader, "x"),
                        of(reader, "y"));
            }
            case "path" -> shape(kinds, reader, of(reader, "d"), of(reader, "transform"));
            case "polygon" -> shape(kinds, reader, of(reader, "points"), of(reader, "transform"));
            default -> {}
        }
    }

    private static @Nullable String of(XMLStreamReader reader, String attribute) {
        return reader.getAttributeValue(null, attribute);
    }

    /** A closed shape: like others when the same outline is moved about, or an outline of the same size is drawn elsewhere. */
    private static void shape(
            Map<String, Places> kinds, XMLStreamReader reader, @Nullable String drawn, @Nullable String transform) {
        if (drawn == null || drawn.length() > LONGEST_SHAPE) {
            return;
        }
        if (transform != null) {
            Matcher moved = MOVED.matcher(transform);
            if (moved.matches()) {
                add(kinds, reader, "shape " + drawn, moved.group(1), moved.group(2));
                return;
            }
        }
        Matcher numbers = NUMBER.matcher(drawn);
        BigDecimal[] low = new BigDecimal[2];
        BigDecimal[] high = new BigDecimal[2];
        String[] first = new String[2];
        int seen = 0;
        while (numbers.find()) {
            if (seen == MOST_NUMBERS) {
                return; // a curve, no mark
            }
            BigDecimal number = new BigDecimal(numbers.group());
            int axis = seen % 2;
            if (seen < 2) {
                first[axis] = numbers.group();
            }
            BigDecimal least = low[axis];
            BigDecimal most = high[axis];
            low[axis] = least == null ? number : least.min(number);
            high[axis] = most == null ? number : most.max(number);
            seen++;
        }
        boolean closed = drawn.indexOf('Z') >= 0
                || drawn.indexOf('z') >= 0
                || reader.getLocalName().equals("polygon");
        if (seen >= 6 && seen % 2 == 0 && closed) {
            String outline = NUMBER.matcher(drawn).replaceAll("").replaceAll("[\\s,]+", "");
            add(
                    kinds,
                    reader,
                    "outline " + outline + " " + size(low[0], high[0]) + " " + size(low[1], high[1]),
                    first[0],
                    first[1]);
        }
    }

    private static String size(BigDecimal low, BigDecimal high) {
        return high.subtract(low).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static void add(
            Map<String, Places> kinds, XMLStreamReader reader, String look, @Nullable String x, @Nullable String y) {
        String kind = look + " " + of(reader, "class") + " " + of(reader, "fill") + " " + of(reader, "style");
        if (x != null && y != null && (kinds.size() < MOST_PLACES || kinds.containsKey(kind))) {
            kinds.computeIfAbsent(kind, k -> new Places()).add(x, y);
        }
    }
}
