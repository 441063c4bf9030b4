package dev.sdc.rules.file;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a drawing: the largest set of like circles or like symbols that are strewn over both axes.
 *
 * @param count how many there are; 0 when the drawing has none or cannot be read
 */
record SvgMarks(int count) {
    private static final int MOST_PLACES = 100_000;

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

    /** Counts the marks of a drawing. What a document type or an entity would bring in is not read. */
    static SvgMarks in(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        Map<String, Places> kinds = new HashMap<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    mark(reader, kinds);
                }
            }
        } catch (XMLStreamException e) {
            // what was counted before the fault still stands in the file
        }
        return new SvgMarks(kinds.values().stream()
                .filter(Places::isStrewn)
                .mapToInt(places -> places.count)
                .max()
                .orElse(0));
    }

    private static void mark(XMLStreamReader reader, Map<String, Places> kinds) {
        switch (reader.getLocalName()) {
            case "circle" -> add(kinds, "circle " + reader.getAttributeValue(null, "r"), reader, "cx", "cy");
            case "ellipse" -> add(kinds, "ellipse " + reader.getAttributeValue(null, "rx"), reader, "cx", "cy");
            case "use" -> {
                String symbol = reader.getAttributeValue("http://www.w3.org/1999/xlink", "href");
                add(
                        kinds,
                        "use " + (symbol == null ? reader.getAttributeValue(null, "href") : symbol),
                        reader,
                        "x",
                        "y");
            }
            default -> {}
        }
    }

    private static void add(Map<String, Places> kinds, String kind, XMLStreamReader reader, String x, String y) {
        @Nullable String across = reader.getAttributeValue(null, x);
        @Nullable String up = reader.getAttributeValue(null, y);
        if (across != null && up != null && (kinds.size() < MOST_PLACES || kinds.containsKey(kind))) {
            kinds.computeIfAbsent(kind, k -> new Places()).add(across, up);
        }
    }
}
