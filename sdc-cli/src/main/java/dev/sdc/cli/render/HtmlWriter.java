package dev.sdc.cli.render;

import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.report.VisibleText;
import dev.sdc.engine.rule.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML in which every text and attribute is escaped: there is no way to write markup but by {@link #open} and
 * {@link #close}. Element and attribute names are the program's own; values may be anything.
 */
final class HtmlWriter {
    private final StringBuilder html = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn, those with the value "" stand alone. */
    HtmlWriter open(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** An element without content. */
    HtmlWriter empty(String element, String... attributes) {
        tag(element, attributes);
        return this;
    }

    /** Closes the innermost element. */
    HtmlWriter close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the innermost element and ends the line. */
    HtmlWriter end() {
        close();
        html.append('\n');
        return this;
    }

    /** Text. */
    HtmlWriter text(String text) {
        escape(VisibleText.of(text));
        return this;
    }

    /** An element that holds a text alone. */
    HtmlWriter element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A name with what is known under it, in a list of such; nothing where nothing is. */
    void fact(String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            open("div").element("dt", name).element("dd", text).close();
        }
    }

    /** A verdict with its sign. */
    void badge(Verdict verdict) {
        badge(Words.sign(verdict), verdict.name());
    }

    /** A level with its sign. */
    void badge(Level level) {
        badge(Words.sign(level), level.name());
    }

    private void badge(String sign, String name) {
        element("span", sign + " " + name, "class", "badge " + name);
    }

    /** The program's own style or script, which the browser knows by its digest. */
    HtmlWriter own(String element, String content) {
        html.append('<')
                .append(element)
                .append('>')
                .append(content)
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    /** The page. */
    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return "<!doctype html>\n" + html;
    }

    private void tag(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                html.append("=\"");
                escape(VisibleText.of(attributes[i + 1]));
                html.append('"');
            }
        }
        html.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
