package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.picture.DrawingNotes;
import dev.sdc.engine.read.picture.SvgMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads what a drawing says and how many marks it has: its labels, titles and comments, which is where programs that draw
 * letters as shapes keep the words. Nothing that a document type declares is looked at, and nothing is loaded.
 */
public final class SvgDocument {
    private static final Set<String> SILENT = Set.of("style", "script", "metadata");
    private static final Set<String> ACTIVE = Set.of("script", "foreignobject", "iframe", "handler", "animate", "set");
    private static final Set<String> SPOKEN = Set.of("aria-label", "alt", "title", "desc");

    private final StringBuilder source;
    private final char[] said;
    private final List<Note> notes;

    private SvgDocument(String source, List<Note> notes) {
        this.source = new StringBuilder(source);
        this.notes = new ArrayList<>(notes);
        this.said = new char[source.length()];
        for (int at = 0; at < said.length; at++) {
            said[at] = source.charAt(at) == '\n' ? '\n' : ' ';
        }
    }

    /** The marks of the drawing, and its words at their places in the file. */
    public static Reading of(Reading.Text text, Limits limits) {
        String source = String.join("\n", text.lines());
        Document drawing = Parser.xmlParser().setTrackPosition(true).parseInput(source, "");
        SvgDocument read = new SvgDocument(source, text.notes());
        drawing.nodeStream().forEach(read::node);
        read.notes.addAll(Hidden.inDrawing(drawing, limits));
        read.notes.addAll(DrawingNotes.of(source, limits));
        List<Part> parts = new ArrayList<>(List.of(SvgMarks.in(source)));
        List<String> words = List.of(new String(read.said).split("\n", -1));
        if (!words.stream().allMatch(String::isBlank)) {
            parts.add(new Part.Words(null, words, words));
        }
        return new Reading.Document(List.copyOf(parts), text.lines(), read.notes);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            Element parent = text.parent();
            if (parent == null || !SILENT.contains(parent.normalName())) {
                say(text.sourceRange(), text.getWholeText());
            }
        } else if (node instanceof Comment comment) {
            Range range = comment.sourceRange();
            say(range.startPos() + "<!--".length(), range.endPos(), comment.getData());
        } else if (node instanceof DocumentType type && type.outerHtml().contains("[")) {
            notes.add(
                    new Note(Note.Kind.NOT_UNDERSTOOD, at(node), "The drawing declares entities, which are not read."));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        boolean active = ACTIVE.contains(name.substring(name.indexOf(':') + 1));
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            if (SPOKEN.contains(key) || key.startsWith("data-")) {
                say(element.attributes().sourceRange(attribute.getKey()).valueRange(), value);
            }
            active |= key.startsWith("on") || (key.endsWith("href") && reachesOutside(value));
        }
        if (active) {
            notes.add(new Note(
                    Note.Kind.ACTIVE,
                    at(element),
                    "An element <" + name + "> of the drawing runs something or loads something from elsewhere."));
        }
    }

    private static boolean reachesOutside(String link) {
        String plain = link.strip().toLowerCase(Locale.ROOT);
        return !plain.isEmpty() && !plain.startsWith("#") && !plain.startsWith("data:image/");
    }

    private void say(Range range, String text) {
        say(range.startPos(), range.endPos(), text);
    }

    /** Puts a text, as it is read, where it stands in the file. */
    private void say(int from, int to, String text) {
        int at = Math.max(0, from);
        for (int i = 0; i < text.length() && at < Math.min(to, said.length); i++, at++) {
            while (at < said.length && source.charAt(at) == '\n' && text.charAt(i) != '\n') {
                at++;
            }
            if (at < said.length && source.charAt(at) != '\n') {
                said[at] = text.charAt(i) == '\n' ? ' ' : text.charAt(i);
            }
        }
    }

    private static String at(Node node) {
        return "@" + Math.max(1, node.sourceRange().start().lineNumber()) + ":"
                + Math.max(1, node.sourceRange().start().columnNumber());
    }
}
