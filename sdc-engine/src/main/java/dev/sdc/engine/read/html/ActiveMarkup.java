package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import dev.sdc.engine.read.picture.EmbeddedPicture;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds what acts in a web page or fetches from outside, and what its attributes, scripts and embedded files hold. */
final class ActiveMarkup implements NodeVisitor {
    private static final Pattern FIGURES = Pattern.compile("(?<![\\w#.])\\d");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?:https?:|//|file:|ftp:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FETCHES =
            Pattern.compile("@import|url\\s*\\(\\s*['\"]?\\s*(?:https?:|//|file:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDS = Pattern.compile(
            "\\bfetch\\s*\\(|XMLHttpRequest|sendBeacon|new\\s+WebSocket|new\\s+EventSource|importScripts|new\\s+Image\\s*\\(");
    /** Scripts that draw a chart are told of as such. */
    private static final Pattern DRAWS =
            Pattern.compile("Plotly\\.|vegaEmbed|echarts\\.|Highcharts\\.|Bokeh\\.|HTMLWidgets\\.");

    private static final Set<String> LOADS = Set.of(
            "img", "script", "iframe", "embed", "source", "audio", "video", "track", "input", "frame", "image", "use");
    private static final int LONG_NUMBER = 6;

    private final Notes notes;
    private final @Nullable String place;

    private ActiveMarkup(Notes notes, @Nullable String place) {
        this.notes = notes;
        this.place = place;
    }

    /**
     * Remarks on a page.
     *
     * @param place where the page stands in its file, or null where it is the file
     */
    static List<Note> of(Document page, @Nullable String place, Limits limits) {
        Notes notes = new Notes(limits.notes());
        NodeTraversor.traverse(new ActiveMarkup(notes, place), page);
        return notes.list();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            element(element);
        } else if (node instanceof DataNode data) {
            script(data);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        // everything is said at the head
    }

    private void element(Element element) {
        for (Attribute attribute : element.attributes()) {
            attribute(
                    element,
                    attribute.getKey().toLowerCase(Locale.ROOT),
                    attribute.getValue().strip());
        }
    }

    private void attribute(Element element, String name, String value) {
        if (name.length() > 2 && name.startsWith("on")) {
            active(element, "An element of the page acts (" + name + ").");
        } else if (value.toLowerCase(Locale.ROOT).startsWith("javascript:") || name.equals("srcdoc")) {
            active(element, "An element of the page acts (" + name + ").");
        } else if (value.startsWith("data:")) {
            if (!EmbeddedPicture.isClean(value)) {
                data(
                        element,
                        "The page holds an embedded file of " + value.length()
                                + " characters that is no picture, or a picture that holds more than it shows.");
            } else {
                notes.add(
                        Kind.NOT_UNDERSTOOD, place(element), "The page holds a picture, whose numbers cannot be seen.");
            }
        } else if (isLoaded(element, name) && OUTSIDE.matcher(value).matches()) {
            active(element, "The page fetches something from outside.");
        } else if (name.equals("style") && FETCHES.matcher(value).find()) {
            active(element, "The page fetches something from outside.");
        } else if ((name.startsWith("data-") && (isOfTable(element) || hasLongNumber(value))) || name.equals("title")) {
            if (FIGURES.matcher(value).find() && !element.text().contains(value)) {
                data(
                        element,
                        "An element of the page holds figures that it does not show (" + name + "). Delete them.");
            }
        }
    }

    private static boolean isLoaded(Element element, String name) {
        boolean loads = LOADS.contains(element.normalName());
        return (loads
                        && (name.equals("src")
                                || name.equals("srcset")
                                || name.equals("href")
                                || name.equals("xlink:href")))
                || (element.nameIs("link")
                        && name.equals("href")
                        && !element.attr("rel").equals("canonical"))
                || (element.nameIs("object") && name.equals("data"))
                || name.equals("action")
                || name.equals("formaction")
                || name.equals("background")
                || name.equals("poster");
    }

    private static boolean isOfTable(Element element) {
        return element.nameIs("td") || element.nameIs("th") || element.nameIs("tr") || element.nameIs("table");
    }

    private static boolean hasLongNumber(String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            digits = Character.isDigit(value.charAt(i)) ? digits + 1 : 0;
            if (digits >= LONG_NUMBER) {
                return true;
            }
        }
        return false;
    }

    private void script(DataNode data) {
        Node parent = data.parent();
        String text = data.getWholeData();
        if (parent == null || parent.nameIs("style")) {
            if (FETCHES.matcher(text).find()) {
                active(data, "The page fetches something from outside.");
            }
            return;
        }
        if (SENDS.matcher(text).find()) {
            active(data, "A script of the page may send or fetch something.");
        } else if (runs(parent) && !text.isBlank() && !DRAWS.matcher(text).find()) {
            active(data, "The page holds a script.");
        }
        int records = new NumberLists(text).records();
        if (records > 0) {
            data(
                    data,
                    "A script of the page holds lists of " + records
                            + " values each, one for each mark, as records have them. Save the chart as .png.");
        }
    }

    /** Whether a script is one, and not data that another script reads. */
    private static boolean runs(Node script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        return script.nameIs("script") && (type.isEmpty() || type.contains("javascript") || type.equals("module"));
    }

    private void data(Node node, String what) {
        notes.add(Kind.HIDDEN_DATA, place(node), what);
    }

    private void active(Node node, String what) {
        notes.add(Kind.ACTIVE, place(node), what);
    }

    private String place(Node node) {
        String at = "@" + Math.max(1, node.sourceRange().start().lineNumber()) + ":"
                + Math.max(1, node.sourceRange().start().columnNumber());
        return place == null ? at : place + "!" + at;
    }
}
