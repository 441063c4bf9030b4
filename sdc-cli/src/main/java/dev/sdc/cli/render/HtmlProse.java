package dev.sdc.cli.render;

import dev.sdc.engine.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the flagged lines of a text with their neighbours. */
final class HtmlProse {
    private static final int AROUND = 2;
    private static final int LINE_TEXT = 400;

    private HtmlProse() {}

    /** Draws the lines; the causes' numbers go up from the one after {@code first}. */
    static void draw(HtmlWriter html, String id, List<String> lines, List<Cause> causes, int first) {
        Map<Integer, List<Integer>> flagged = new TreeMap<>();
        TreeSet<Integer> shown = new TreeSet<>();
        for (int i = 0; i < causes.size(); i++) {
            int line = LinePlace.in(lines, causes.get(i).cell())
                    .map(LinePlace::line)
                    .orElse(0);
            if (line > 0) {
                flagged.computeIfAbsent(line, l -> new ArrayList<>()).add(i);
                for (int n = line - AROUND; n <= line + AROUND; n++) {
                    if (n >= 1 && n <= lines.size()) {
                        shown.add(n);
                    }
                }
            }
        }
        if (shown.isEmpty()) {
            return;
        }
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Lines of " + id);
        html.open("table", "class", "lines");
        int previous = 0;
        for (int line : shown) {
            if (previous > 0 && line > previous + 1) {
                html.open("tr", "class", "gap")
                        .element("th", "⋮", "class", "name")
                        .element("td", "")
                        .end();
            }
            previous = line;
            html.open("tr").element("th", Integer.toString(line), "class", "name", "scope", "row");
            html.open("td");
            for (int i : flagged.getOrDefault(line, List.of())) {
                Cause cause = causes.get(i);
                int number = first + i + 1;
                html.element(
                        "a",
                        Words.sign(cause.level()),
                        "class",
                        "mark " + cause.level(),
                        "data-level",
                        cause.level().name(),
                        "id",
                        "c" + number,
                        "href",
                        "#f" + number,
                        "aria-label",
                        cause.level() + " in line " + line + ": finding " + number);
            }
            html.text(" " + VisibleText.of(lines.get(line - 1), LINE_TEXT))
                    .close()
                    .end();
        }
        html.end().end();
    }
}
