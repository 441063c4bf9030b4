package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.text.NamedFigure;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TextGrid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Names and numbers that stand in elements of their own beside each other, outside of tables: the terms of a list and what is
 * said of them, the cards of a dashboard. They are read where a name or the line above tells that people are counted.
 */
final class PageFigures {
    private static final int LONGEST_NAME = 100;

    /** A text of the page. */
    private record Shown(TextNode node, String text, boolean figure) {
        boolean isName() {
            return !figure && text.length() <= LONGEST_NAME && text.chars().anyMatch(Character::isLetterOrDigit);
        }

        Piece piece(int column) {
            String words = text.endsWith(":") || text.endsWith("=")
                    ? text.substring(0, text.length() - 1).strip()
                    : text;
            return new Piece(
                    column,
                    words,
                    node.sourceRange().start().lineNumber() - 1,
                    node.sourceRange().start().columnNumber() - 1);
        }
    }

    /**
     * A run of names and numbers.
     *
     * @param part the table of them
     * @param texts what they are written in
     */
    record Run(Part part, List<TextNode> texts) {}

    private final @Nullable String place;
    private final Limits limits;
    private final List<Run> runs = new ArrayList<>();

    private PageFigures(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    /** The runs of a page, from top to bottom. */
    static List<Run> of(Document page, @Nullable String place, Set<Element> tables, Limits limits) {
        PageFigures read = new PageFigures(place, limits);
        read.search(shown(page, tables));
        return read.runs;
    }

    private static List<Shown> shown(Document page, Set<Element> tables) {
        List<Shown> shown = new ArrayList<>();
        page.forEachNode(node -> {
            if (node instanceof TextNode text && !text.isBlank() && !isInside(text, tables)) {
                String words =
                        text.getWholeText().replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
                shown.add(new Shown(text, words, NamedFigure.isFigure(words)));
            }
        });
        return shown;
    }

    private static boolean isInside(Node text, Set<Element> tables) {
        for (Node node = text.parent(); node != null; node = node.parent()) {
            if (node instanceof Element element
                    && (tables.contains(element) || element.nameIs("pre") || element.nameIs("title"))) {
                return true;
            }
        }
        return false;
    }

    private void search(List<Shown> shown) {
        int at = 0;
        while (at + 3 < shown.size()) {
            int from = at;
            while (at + 1 < shown.size()
                    && shown.get(at).figure() == shown.get(from).figure()
                    && shown.get(at).figure() != shown.get(at + 1).figure()
                    && (shown.get(at).isName() || shown.get(at + 1).isName())) {
                at += 2;
            }
            if (at - from > 2) {
                take(
                        shown.subList(from, at),
                        from == 0 ? "" : shown.get(from - 1).text());
            }
            at = Math.max(at, from + 1);
        }
    }

    private void take(List<Shown> run, String heading) {
        List<NamedFigure> all = new ArrayList<>();
        for (int i = 0; i < run.size(); i += 2) {
            int figure = run.get(i).figure() ? i : i + 1;
            all.add(new NamedFigure(
                    run.get(2 * i + 1 - figure).piece(0), run.get(figure).piece(1)));
        }
        List<NamedFigure> people = NamedFigure.ofPeople(heading.length() > LONGEST_NAME ? "" : heading, all);
        Set<NamedFigure> read = new HashSet<>(people);
        List<TextNode> texts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (read.contains(all.get(i))) {
                texts.add(run.get(2 * i).node());
                texts.add(run.get(2 * i + 1).node());
            }
        }
        if (!people.isEmpty()) {
            runs.add(new Run(TextGrid.of(place, NamedFigure.rows(people), limits), texts));
        }
    }
}
