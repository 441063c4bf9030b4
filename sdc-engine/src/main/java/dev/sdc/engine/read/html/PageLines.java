package dev.sdc.engine.read.html;

import dev.sdc.engine.read.Captions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The lines of text before, between and behind some tables of a page, as a reader sees them. */
final class PageLines implements NodeVisitor {
    private final @Nullable String place;
    private final Set<Element> tables;
    private final List<List<Captions.Line>> between = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private List<Captions.Line> lines = new ArrayList<>();
    private String where = "";
    private int inside;

    private PageLines(@Nullable String place, Set<Element> tables) {
        this.place = place;
        this.tables = tables;
    }

    /** One list more than there are tables; a caption stands before its table. */
    static List<List<Captions.Line>> of(Document page, @Nullable String place, Set<Element> tables) {
        PageLines read = new PageLines(place, tables);
        page.traverse(read);
        read.end();
        read.between.add(read.lines);
        return read.between;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (inside == 0) {
                if (line.isEmpty() && !text.isBlank()) {
                    String at = "@" + text.sourceRange().start().lineNumber() + ":"
                            + text.sourceRange().start().columnNumber();
                    where = place == null ? at : place + "!" + at;
                }
                line.append(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            if (element.isBlock() || element.nameIs("br")) {
                end();
            }
            if (tables.contains(element)) {
                for (Element caption : element.children()) {
                    if (caption.nameIs("caption")) {
                        caption.traverse(this);
                        end();
                    }
                }
                between.add(lines);
                lines = new ArrayList<>();
                inside++;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.isBlock()) {
                end();
            }
            inside -= tables.contains(element) ? 1 : 0;
        }
    }

    private void end() {
        String words = line.toString().replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
        if (!words.isEmpty()) {
            lines.add(new Captions.Line(where, words));
        }
        line.setLength(0);
    }
}
