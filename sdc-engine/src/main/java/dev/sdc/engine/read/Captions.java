package dev.sdc.engine.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The lines of a text right above and below a table in it: captions, headings, footnotes, the sentence that leads to it.
 *
 * @param above from the top to the table
 * @param below from the table down
 */
public record Captions(List<Line> above, List<Line> below) {
    /** No lines, or none that are known. */
    public static final Captions NONE = new Captions(List.of(), List.of());

    /** Lines further away than this say little of a table. */
    private static final int NEAREST = 6;

    private static final List<String> FOOTNOTES = List.of(
            "note",
            "source",
            "footnote",
            "quelle",
            "anmerkung",
            "data ",
            "abbreviations",
            "p values",
            "p-values",
            "counts",
            "suppressed",
            "figures",
            "n =",
            "n=",
            "*",
            "†",
            "‡",
            "[");

    /** A line of a text and its address; blank where the text has a blank line. */
    public record Line(String where, String text) {}

    /** Whether a line explains the table above it, by its first words, rather than names the one below. */
    public static boolean isFootnote(String line) {
        String words = line.strip().toLowerCase(Locale.ROOT);
        return FOOTNOTES.stream().anyMatch(words::startsWith);
    }

    /**
     * The lines around each of some tables.
     *
     * @param between the lines before the first table, between each two, and behind the last
     */
    public static List<Captions> around(List<List<Line>> between) {
        int tables = between.size() - 1;
        List<List<Line>> above = new ArrayList<>(Collections.nCopies(tables, List.of()));
        List<List<Line>> below = new ArrayList<>(Collections.nCopies(tables, List.of()));
        for (int gap = 0; gap <= tables; gap++) {
            List<Line> lines = between.get(gap);
            int parted = gap == 0 ? 0 : gap == tables ? lines.size() : belongAbove(lines);
            if (gap > 0) {
                below.set(gap - 1, nearest(lines.subList(0, parted), false));
            }
            if (gap < tables) {
                above.set(gap, nearest(lines.subList(parted, lines.size()), true));
            }
        }
        List<Captions> around = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            around.add(new Captions(above.get(table), below.get(table)));
        }
        return around;
    }

    /** How many of the lines between two tables explain the upper one: those that stand close below it, and footnotes. */
    private static int belongAbove(List<Line> lines) {
        int at = 0;
        while (at < lines.size() && !lines.get(at).text().isBlank()) {
            at++;
        }
        if (at == lines.size()) {
            at = 0; // as close to the lower one
        }
        while (at < lines.size()
                && (lines.get(at).text().isBlank() || isFootnote(lines.get(at).text()))) {
            at++;
        }
        return at;
    }

    private static List<Line> nearest(List<Line> lines, boolean last) {
        List<Line> said = lines.stream().filter(line -> !line.text().isBlank()).toList();
        int most = Math.min(NEAREST, said.size());
        return List.copyOf(last ? said.subList(said.size() - most, said.size()) : said.subList(0, most));
    }
}
