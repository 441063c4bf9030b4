package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.text.TabulatedModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parts a web page into its tables and the text that is left. What a page hides is read as what it shows. */
public final class HtmlDocument {
    /** Attributes that tell how an element looks. */
    private static final Set<String> LOOKS = Set.of(
            "align",
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "charset",
            "class",
            "colspan",
            "dir",
            "frame",
            "height",
            "lang",
            "rowspan",
            "rules",
            "scope",
            "span",
            "style",
            "valign",
            "width",
            "xmlns");

    /** A number and a word that no look is written as: {@code 3 patients}. */
    private static final Pattern NUMBER_AND_WORD = Pattern.compile(
            "(?<![\\w.#%(,-])\\d{1,9}\\s{1,9}(?!(?:auto|solid|dashed|dotted|double|none|normal|inset|outset|ridge|groove"
                    + "|hidden|inherit|initial|unset|center|left|right|top|bottom|repeat|ease|linear|black|white|gr[ae]y|red"
                    + "|blue|green|silver|transparent)\\b)\\p{L}{3}");

    /** What a style sheet says in words: its comments, and texts of more than one word. */
    private static final Pattern STYLE_WORDS = Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+(?:\\*/|$)"
            + "|\"(?=[^\"\\n]{0,999}[\\s%\\\\-])[^\"\\n]{0,9999}+\"|'(?=[^'\\n]{0,999}[\\s%\\\\-])[^'\\n]{0,9999}+'"
            + "|url\\(\\s{0,9}data:[^)]{0,99999}+\\)");

    /** A name of an attribute that says something: {@code data-3-women-died}. */
    private static final Pattern SAYING = Pattern.compile("[^-]-[^-]+-[^-]");

    /** Attributes that a reader of the page may be shown or told. */
    private static final Set<String> SPEAKING = Set.of(
            "alt",
            "title",
            "aria-label",
            "aria-description",
            "aria-valuetext",
            "summary",
            "label",
            "placeholder",
            "value");

    private HtmlDocument() {}

    /** The page in parts: its tables, and its words without the tags. */
    public static Reading of(Reading.Text text, Limits limits) {
        List<Reading.Note> notes = new ArrayList<>(text.notes());
        List<Part> parts = parts(null, text.lines(), limits, notes);
        return new Reading.Document(parts, text.lines(), List.copyOf(notes));
    }

    /**
     * The tables in some lines of HTML, {@code T1, T2, …}, and the lines that are left, if they say anything.
     *
     * @param place where the lines stand in their file, or null where they are its lines
     * @param notes takes remarks on what the page holds and does not show
     */
    public static List<Part> parts(
            @Nullable String place, List<String> lines, Limits limits, List<Reading.Note> notes) {
        String html = String.join("\n", lines);
        Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        notes.addAll(Hidden.inPage(page, place, limits));
        notes.addAll(ActiveMarkup.of(page, place, limits));
        List<Part> parts = new ArrayList<>();
        List<HtmlTable> tables = new ArrayList<>();
        Set<Element> shown = new LinkedHashSet<>();
        for (Element element : page.select("table")) {
            HtmlTable table = HtmlTable.of(element, limits);
            tables.add(table);
            if (table.holdsFigures()) {
                shown.add(element);
            }
        }
        Iterator<Captions> captions =
                Captions.around(PageLines.of(page, place, shown)).iterator();
        BitSet models = new BitSet();
        IntFunction<String> name = table -> (place == null ? "T" : place + "!T") + (table + 1);
        List<TabulatedModel> found = TabulatedModel.in(
                tables.stream().map(HtmlTable::printed).toList(),
                lines,
                cell -> name.apply(cell.table())
                        + "!"
                        + Grid.columnName(cell.piece().column())
                        + (cell.row() + 1),
                name::apply);
        for (TabulatedModel model : found) {
            parts.add(model.print());
            models.set(model.first(), model.last() + 1);
        }
        for (int t = 0; t < tables.size(); t++) {
            HtmlTable table = tables.get(t);
            if (table.holdsFigures()) {
                Captions around = captions.next();
                if (!models.get(t)) {
                    Part part = table.part(name.apply(t), limits);
                    parts.add(part instanceof Part.TableIn in ? in.with(around) : part);
                }
            }
        }
        List<TextNode> texts = new ArrayList<>();
        tables.stream().filter(HtmlTable::holdsFigures).forEach(table -> texts.addAll(table.texts()));
        for (PageFigures.Run run : PageFigures.of(page, place, shown, limits)) {
            parts.add(run.part());
            texts.addAll(run.texts());
        }
        String rest = without(texts, page, html);
        if (parts.isEmpty()
                || saysMore(page, rest)
                || NUMBER_AND_WORD.matcher(rest).find()) {
            parts.add(new Part.Words(place, lines, List.of(rest.split("\n", -1))));
        }
        return parts;
    }

    /** A page without some of its texts and without tags that say nothing; what is left keeps its place. */
    static String without(List<TextNode> texts, Document page, String html) {
        StringBuilder rest = new StringBuilder(html);
        texts.forEach(node -> blank(rest, node));
        page.getAllElements().forEach(element -> markup(rest, element));
        return rest.toString();
    }

    private static void blank(StringBuilder text, TextNode node) {
        blank(text, node.sourceRange());
    }

    /** Blanks the tags of an element, unless its attributes may say more than how it looks; and styles. */
    private static void markup(StringBuilder text, Element element) {
        boolean known = element.normalName().indexOf('-') < 0;
        if (known && element.attributes().asList().stream().allMatch(HtmlDocument::isLook)) {
            blank(text, element.sourceRange());
        }
        if (element.endSourceRange().startPos() >= element.sourceRange().endPos()) {
            blank(text, element.endSourceRange()); // a void element ends where it begins
        }
        if (element.nameIs("style")) {
            element.dataNodes().forEach(node -> styles(text, node.sourceRange()));
        }
    }

    /** Blanks a style sheet, but for its comments and the texts in it. */
    private static void styles(StringBuilder text, Range range) {
        int end = Math.min(range.endPos(), text.length());
        int from = Math.max(range.startPos(), 0);
        if (from >= end) {
            return;
        }
        Matcher words = STYLE_WORDS.matcher(text.substring(from, end));
        int at = 0;
        while (words.find()) {
            blank(text, from + at, from + words.start());
            at = words.end();
        }
        blank(text, from + at, end);
    }

    private static boolean isLook(Attribute attribute) {
        return LOOKS.contains(attribute.getKey())
                && !NUMBER_AND_WORD.matcher(attribute.getValue()).find();
    }

    private static void blank(StringBuilder text, Range range) {
        blank(text, Math.max(range.startPos(), 0), Math.min(range.endPos(), text.length()));
    }

    private static void blank(StringBuilder text, int from, int end) {
        for (int at = from; at < end; at++) {
            if (text.charAt(at) != '\n') {
                text.setCharAt(at, ' ');
            }
        }
    }

    /** Whether something is written outside of the tables that were read. */
    private static boolean saysMore(Document page, CharSequence rest) {
        return page.nodeStream().anyMatch(node -> says(node, rest));
    }

    private static boolean says(Node node, CharSequence rest) {
        if (node instanceof TextNode text) {
            int start = text.sourceRange().startPos();
            int end = text.sourceRange().endPos();
            return !text.isBlank()
                    && (start < 0
                            || end > rest.length()
                            || !rest.subSequence(start, end).toString().isBlank());
        }
        if (node instanceof DataNode data) {
            Node parent = data.parent();
            boolean style = parent != null && parent.nameIs("style");
            return style
                    ? STYLE_WORDS.matcher(data.getWholeData()).find()
                    : !data.getWholeData().isBlank();
        }
        if (node instanceof Element element) {
            return element.normalName().indexOf('-') > 0
                    || element.attributes().asList().stream()
                            .anyMatch(attribute ->
                                    SAYING.matcher(attribute.getKey()).find())
                    || element.attributes().asList().stream()
                            .anyMatch(attribute -> SPEAKING.contains(attribute.getKey())
                                    && attribute.getValue().chars().anyMatch(Character::isLetterOrDigit));
        }
        return node instanceof Comment comment && !comment.getData().isBlank();
    }
}
