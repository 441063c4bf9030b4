package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Finds what a page or a drawing holds and does not show: hidden elements, text in the colour of the page, comments. */
final class Hidden {
    private static final int MOST_STYLES = 100;
    private static final int FIGURES_OF_DATA = 3;
    /** What browsers keep for others: for pages without scripts, frames or the means to show something, or for lists. */
    private static final Set<String> UNSHOWN = Set.of(
            "template", "noscript", "noframes", "noembed", "iframe", "object", "canvas", "audio", "video", "datalist");

    /** What shows its content only once it is opened. */
    private static final Set<String> CLOSED = Set.of("details", "dialog");

    private static final Set<String> ASIDE = Set.of("script", "style", "title", "head", "metadata", "defs");

    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\d.])\\d+(?:[.,]\\d+)*");
    /** What programs say of themselves and of the day when they write a page. */
    private static final Pattern PROGRAM = Pattern.compile(
            "\\[if[^\\]<>]{0,80}]|\\d{1,4}(?:\\.\\d{1,4})+(?:-\\d{1,3})?|\\d{1,2}:\\d\\d(?::\\d\\d)?"
                    + "|\\b(?:19|20)\\d\\d(?:-\\d\\d-\\d\\d)?\\b"
                    + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? {1,2}\\d{1,2}\\b"
                    + "|\\b\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
            Pattern.CASE_INSENSITIVE);

    /** Only a comment that begins like this has dates and versions that are no figures. */
    private static final Pattern BY_PROGRAM = Pattern.compile(
            "\\s*(?:\\[if|(?:html |latex )?(?:table )?(?:was )?(?:generated|created|produced) (?:by|with|in|on)\\b"
                    + "|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKUP = Pattern.compile("<t[dhr]\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern BESIDE = Pattern.compile(
            "::?(?:before|after|marker|placeholder|first-line|first-letter)\\b", Pattern.CASE_INSENSITIVE);

    private final Notes notes;
    private final @Nullable String place;
    private final boolean drawing;
    private final NamesInMarkup names = new NamesInMarkup();
    private final Set<Element> byStyleSheet = Collections.newSetFromMap(new IdentityHashMap<>());

    private Hidden(Limits limits, @Nullable String place, boolean drawing) {
        this.notes = new Notes(limits.notes());
        this.place = place;
        this.drawing = drawing;
    }

    /**
     * Remarks on all that is hidden in a page.
     *
     * @param place where the page stands in its file, or null where it is the file
     */
    static List<Note> inPage(Document page, @Nullable String place, Limits limits) {
        return new Hidden(limits, place, false).in(page);
    }

    /** Remarks on all that is hidden in a drawing; the comments of drawings are their labels, and so are read. */
    static List<Note> inDrawing(Document page, Limits limits) {
        return new Hidden(limits, null, true).in(page);
    }

    private List<Note> in(Document page) {
        styleSheets(page);
        List<Node> open = new ArrayList<>(List.of(page));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node instanceof Element element && hides(element)) {
                element(element);
                continue;
            }
            if (node instanceof Comment comment && !drawing) {
                comment(comment);
            } else if (names.tellACount(node)) {
                notes.add(
                        Note.Kind.HIDDEN_DATA,
                        at(node),
                        "A name or a style, which no reader of the page sees, tells how many people something befell.");
            }
            for (int i = node.childNodeSize() - 1; i >= 0; i--) {
                open.add(node.childNode(i));
            }
        }
        return notes.list();
    }

    private void styleSheets(Document page) {
        WrittenByStyle written = new WrittenByStyle(page);
        int rules = 0;
        for (Element sheet : page.select("style")) {
            for (StyleSheet.Rule rule : StyleSheet.rules(sheet.data())) {
                boolean hides = !rule.isConditional() && HidingStyle.hides(rule.body());
                boolean writes = !drawing && written.isIn(rule);
                if ((hides || writes) && ++rules > MOST_STYLES) {
                    notes.add(Note.Kind.HIDDEN, at(sheet), "More styles hide something than are looked into.");
                    return;
                }
                if (hides) {
                    byStyleSheet.addAll(selected(page, rule.selector(), List.of()));
                }
                boolean icon = writes && WrittenByStyle.isOfAnIcon(rule);
                if (writes
                        && (!icon
                                || !selected(page, behind(rule), List.of(sheet)).isEmpty())) {
                    figure(sheet);
                }
            }
        }
        if (!drawing) {
            page.getElementsByAttribute("style").stream().filter(written::isIn).forEach(this::figure);
        }
    }

    private void figure(Element at) {
        notes.add(
                Note.Kind.HIDDEN_DATA,
                at(at),
                "A style writes a figure on the page, where no cell and no sentence holds it. Write it in the page.");
    }

    /** The elements that a selector names; where only browsers know it, those which are taken for them. */
    private static List<Element> selected(Document page, String selector, List<Element> unknown) {
        try {
            return page.select(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return unknown;
        }
    }

    /** The elements behind, before or beside which a rule writes. */
    private static String behind(StyleSheet.Rule rule) {
        return BESIDE.matcher(rule.selector()).replaceAll("");
    }

    private boolean hides(Element element) {
        return byStyleSheet.contains(element)
                || UNSHOWN.contains(element.normalName())
                || (CLOSED.contains(element.normalName()) && !element.hasAttr("open"))
                || isNoTitle(element)
                || (element.attributesSize() > 0 && isHiddenByAttributes(element));
    }

    private static boolean isHiddenByAttributes(Element element) {
        return element.hasAttr("hidden")
                || element.attr("display").equals("none")
                || element.attr("visibility").equals("hidden")
                || (element.nameIs("input") && element.attr("type").equalsIgnoreCase("hidden"))
                || HidingStyle.hides(element.attr("style"))
                || isInvisible(element);
    }

    /** A title that stands in the page, or swallowed part of it: whatever it holds, no browser shows it there. */
    private boolean isNoTitle(Element element) {
        Element around = element.parent();
        return !drawing
                && element.nameIs("title")
                && (around == null
                        || !around.nameIs("head")
                        || MARKUP.matcher(element.wholeText()).find());
    }

    private static boolean isInvisible(Element element) {
        String ink = inkOf(element);
        return !ink.isEmpty() && HidingStyle.isInvisibleInk(ink, paperOf(element));
    }

    private static String inkOf(Element element) {
        String ink = HidingStyle.value(element.attr("style"), "color");
        return !ink.isEmpty() ? ink : element.nameIs("font") ? element.attr("color") : "";
    }

    private static String paperOf(Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            String paper = HidingStyle.value(around.attr("style"), "background-color");
            paper = paper.isEmpty() ? HidingStyle.value(around.attr("style"), "background") : paper;
            paper = paper.isEmpty() ? around.attr("bgcolor") : paper;
            if (!paper.isEmpty()) {
                return paper;
            }
        }
        return "white";
    }

    private void element(Element element) {
        if (ASIDE.contains(element.normalName()) && !isNoTitle(element)) {
            return;
        }
        StringBuilder words = new StringBuilder();
        element.nodeStream().forEach(node -> {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText()).append(' ');
            } else if (node instanceof DataNode data && UNSHOWN.contains(element.normalName())) {
                words.append(data.getWholeData()).append(' ');
            }
        });
        words.append(element.attr("value"));
        String text = words.toString().strip();
        if (!text.isEmpty()) {
            boolean data = FIGURE.matcher(text).find();
            notes.add(
                    data ? Note.Kind.HIDDEN_DATA : Note.Kind.HIDDEN,
                    at(element),
                    "An element <" + element.normalName() + "> is not shown, and holds " + text.length() + " characters"
                            + (data ? " with figures." : "."));
        }
    }

    private void comment(Comment comment) {
        String data = comment.getData();
        String text =
                BY_PROGRAM.matcher(data).lookingAt() ? PROGRAM.matcher(data).replaceAll(" ") : data;
        long figures = FIGURE.matcher(text).results().limit(FIGURES_OF_DATA).count();
        if (figures > 0) {
            boolean many = figures >= FIGURES_OF_DATA || MARKUP.matcher(text).find();
            notes.add(
                    many ? Note.Kind.HIDDEN_DATA : Note.Kind.HIDDEN,
                    at(comment),
                    "A comment, which no reader of the page sees, holds "
                            + (many ? "figures." : figures == 1 ? "a figure." : "two figures."));
        }
    }

    private String at(Node node) {
        String at = "@" + Math.max(1, node.sourceRange().start().lineNumber()) + ":"
                + Math.max(1, node.sourceRange().start().columnNumber());
        return place == null ? at : place + "!" + at;
    }
}
