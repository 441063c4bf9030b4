package dev.sdc.engine.read.html;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Tables that a text writes with the tags of HTML, as Markdown allows: {@code <table>} to {@code </table>}. */
public final class TagTables implements Stretch.Finder {
    private static final String OPENS = "<table";
    private static final String CLOSES = "</table";

    private final Limits limits;
    private int tables;

    /** Finds the tables of one text. */
    public TagTables(Limits limits) {
        this.limits = limits;
    }

    /** Whether a text may hold such tables: a parser of HTML is needed for it. */
    public static boolean mayBeIn(byte[] text) {
        int matched = 0;
        for (byte b : text) {
            int c = b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b;
            if (c != 0) { // of two bytes one may be none
                matched = c == OPENS.charAt(matched) ? matched + 1 : c == OPENS.charAt(0) ? 1 : 0;
            }
            if (matched == OPENS.length()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i);
            boolean opens =
                    line.indexOf('<') >= 0 && line.toLowerCase(Locale.ROOT).contains(OPENS);
            int end = opens ? end(lines, i) : i;
            if (end == i) {
                i++;
                continue;
            }
            String html = String.join("\n", lines.subList(i, end));
            Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
            List<HtmlTable> read = page.select("table").stream()
                    .map(element -> HtmlTable.of(element, limits))
                    .filter(HtmlTable::holdsFigures)
                    .toList();
            List<TextNode> texts =
                    read.stream().flatMap(table -> table.texts().stream()).toList();
            List<String> left = List.of(HtmlDocument.without(texts, page, html).split("\n", -1));
            for (HtmlTable table : read) {
                found.add(new Stretch(i, end, table.part("T" + ++tables, limits), left));
            }
            i = end;
        }
        return found;
    }

    /** The line behind the one that closes the tables that are opened from a line on; of an open one the end of the text. */
    private static int end(List<String> lines, int first) {
        int depth = 0;
        for (int i = first; i < lines.size(); i++) {
            String line = lines.get(i).toLowerCase(Locale.ROOT);
            depth += times(line, OPENS) - times(line, CLOSES);
            if (depth <= 0) {
                return i + 1;
            }
        }
        return lines.size();
    }

    private static int times(String line, String tag) {
        int times = 0;
        for (int at = line.indexOf(tag); at >= 0; at = line.indexOf(tag, at + tag.length())) {
            times++;
        }
        return times;
    }
}
