package dev.sdc.engine.read.picture;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
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
        SvgElements elements = new SvgElements(notes);
        DrawingXml.walk(drawing, (reader, event) -> visit(elements, reader, event))
                .ifPresent(line -> notes.add(
                        Kind.HIDDEN_DATA,
                        "@" + line + ":1",
                        "The drawing is no well-formed XML from here on, so that programs do not show what follows. Save it"
                                + " anew."));
        return notes.list();
    }

    private static void visit(SvgElements elements, XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> elements.start(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> elements.characters(reader);
            case XMLStreamConstants.COMMENT -> elements.comment(reader);
            case XMLStreamConstants.END_ELEMENT -> elements.end(reader);
            default -> {}
        }
    }
}
