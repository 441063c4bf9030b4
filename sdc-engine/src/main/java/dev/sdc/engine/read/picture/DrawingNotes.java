package dev.sdc.engine.read.picture;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Says what a drawing holds beside the words and marks that it shows, and what it fetches. */
public final class DrawingNotes {
    private DrawingNotes() {}

    /** Remarks on a drawing. */
    public static List<Note> of(String drawing, Limits limits) {
        Notes notes = new Notes(limits.notes());
        if (drawing.contains("<!ENTITY")) {
            notes.add(Kind.ACTIVE, "", "The drawing declares entities, which may bring in other files. Save it anew.");
        }
        walk(drawing, new SvgElements(notes), notes);
        return notes.list();
    }

    private static void walk(String drawing, SvgElements elements, Notes notes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            // characters, not bytes: the parser prints what it cannot decode
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(drawing));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> elements.start(reader);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> elements.characters(reader);
                    case XMLStreamConstants.COMMENT -> elements.comment(reader);
                    case XMLStreamConstants.END_ELEMENT -> elements.end(reader);
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            notes.add(
                    Kind.NOT_UNDERSTOOD,
                    "@"
                            + Math.max(
                                    1,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNumber()) + ":1",
                    "The drawing is no well-formed XML from here on, so that what follows was not looked at. Save it anew.");
        }
    }
}
