package dev.sdc.engine.read.picture;

import java.io.StringReader;
import java.util.OptionalInt;
import java.util.function.ObjIntConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the XML of a drawing. What a document type or an entity would bring in is not read. */
final class DrawingXml {
    private DrawingXml() {}

    /**
     * Shows a visitor one event after the other.
     *
     * @return the line from which on the drawing is no well-formed XML, so that what follows was not seen
     */
    static OptionalInt walk(String drawing, ObjIntConsumer<XMLStreamReader> visitor) {
        try {
            // characters, not bytes: the parser prints what it cannot decode
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(drawing));
            while (reader.hasNext()) {
                int event;
                try {
                    event = reader.next();
                } catch (RuntimeException e) {
                    // some faults of a document end the parser itself: it has no words for them, or goes beyond its end
                    return line(reader.getLocation().getLineNumber());
                }
                visitor.accept(reader, event);
            }
            return OptionalInt.empty();
        } catch (XMLStreamException e) {
            return line(e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
        }
    }

    private static OptionalInt line(int line) {
        return OptionalInt.of(Math.max(1, line));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
