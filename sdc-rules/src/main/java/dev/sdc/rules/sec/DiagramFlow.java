package dev.sdc.rules.sec;

import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the steps of a flow chart that is written as a diagram: {@code A[Randomised n=412] --> B[Arm A n=207]} of Mermaid, {@code a
 * [label="Invited, n = 1,204"]; a -> b} of Graphviz, boxes and lines of TikZ.
 */
final class DiagramFlow {
    private static final Pattern ARROW = Pattern.compile("(?:-{1,4}>|-\\.{1,4}->|={2,4}>)(?:\\|[^|]{0,80}\\|)?");
    private static final Pattern NODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(?!(?:di|sub)?graph\\b)(?<id>[\\p{L}_][\\p{L}\\p{N}_]{0,30})\\s?[\\[({]{1,2}(?:label ?= ?)?\"?(?<label>[^\\])}\"]{1,300})");
    private static final Pattern N =
            Pattern.compile("(?<![\\p{L}\\p{N}])[nN] ?[=:] ?(?<n>" + FlowNumber.PATTERN + ")(?!,?\\d|\\.)");
    /** What stands before the first name in a line of Graphviz, or before the last one that an arrow leads from. */
    private static final Pattern BEFORE = Pattern.compile("^.*(?:graph[^{]{0,40}\\{|;)\\s*");

    private static final Pattern ID = Pattern.compile("^\\s*(?<id>[\\p{L}_][\\p{L}\\p{N}_]{0,30})");
    /** A box of TikZ: {@code \\node[block, below=of a] (b) {Analysed\\\\($n=601$)};}. */
    private static final Pattern TIKZ_NODE =
            Pattern.compile("\\\\node\\s?(?:\\[[^\\]]{0,300}\\]\\s?)?\\((?<id>[^()]{1,40})\\)(?<label>[^;]{0,600});?");

    private static final Pattern TIKZ_BELOW = Pattern.compile(
            "\\bbelow(?: [a-z]{1,9})?(?: of\\s?=|\\s?=(?:[^,\\]]{0,40}? )?of)\\s?(?<id>[\\p{L}\\p{N}_-]{1,40})");
    private static final Pattern TIKZ_EDGES = Pattern.compile("\\\\(?:draw|path)\\b[^;]{0,1000};?");
    private static final Pattern TIKZ_ID = Pattern.compile("\\((?<id>[\\p{L}][^().]{0,39})(?:\\.[^()]{1,20})?\\)");
    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_NODES = 2_000;

    /** A box of the diagram. */
    private record Box(long n, int line, int at) {}

    private final Prose prose;
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, List<String>> below = new LinkedHashMap<>();
    private final Map<String, List<String>> placed = new LinkedHashMap<>();

    private DiagramFlow(Prose prose) {
        this.prose = prose;
    }

    /** What is left of each box when those that its arrows lead to are taken away; not where they overlap. */
    static List<Remainder> steps(Prose prose) {
        DiagramFlow flow = new DiagramFlow(prose);
        List<String> lines = prose.running();
        for (int line = 0; line < lines.size() && flow.boxes.size() < MOST_NODES; line++) {
            if (lines.get(line).length() <= LONGEST_LINE) {
                flow.line(lines.get(line), line);
            }
        }
        if (flow.below.isEmpty()) {
            flow.below.putAll(flow.placed); // nothing is drawn between the boxes
        }
        return flow.remainders();
    }

    private void tikz(String line, int number) {
        Matcher node = TIKZ_NODE.matcher(line);
        while (node.find()) {
            Matcher n = N.matcher(line).region(node.start("label"), node.end("label"));
            if (n.find()) {
                boxes.putIfAbsent(node.group("id"), new Box(FlowNumber.of(n.group("n")), number, n.start("n")));
            }
            Matcher above = TIKZ_BELOW.matcher(node.group());
            if (above.find()) {
                placed.computeIfAbsent(above.group("id"), id -> new ArrayList<>())
                        .add(node.group("id"));
            }
        }
        Matcher edges = TIKZ_EDGES.matcher(line);
        while (edges.find()) {
            Matcher id = TIKZ_ID.matcher(edges.group());
            String from = null;
            while (id.find()) {
                if (from != null) {
                    below.computeIfAbsent(from, any -> new ArrayList<>()).add(id.group("id"));
                }
                from = id.group("id");
            }
        }
    }

    private void line(String line, int number) {
        if (line.indexOf('\\') >= 0) {
            tikz(line, number);
        }
        if (line.indexOf('[') < 0 && line.indexOf('>') < 0 && line.indexOf('(') < 0 && line.indexOf('{') < 0) {
            return;
        }
        String text = line.replace("\\n", "  ").replace("<br>", "    ").replace("<br/>", "     ");
        Matcher node = NODE.matcher(text);
        while (node.find()) {
            Matcher n = N.matcher(text).region(node.start("label"), node.end("label"));
            if (n.find()) {
                long units = FlowNumber.of(n.group("n"));
                boxes.putIfAbsent(node.group("id"), new Box(units, number, n.start("n")));
            }
        }
        String[] parts = ARROW.split(text, MOST_NODES);
        for (int i = 1; i < parts.length; i++) {
            Matcher from = ID.matcher(BEFORE.matcher(parts[i - 1]).replaceFirst(""));
            Matcher to = ID.matcher(parts[i]);
            if (from.find() && to.find()) {
                below.computeIfAbsent(from.group("id"), id -> new ArrayList<>()).add(to.group("id"));
            }
        }
    }

    private List<Remainder> remainders() {
        List<Remainder> steps = new ArrayList<>();
        below.forEach((id, ids) -> {
            Box all = boxes.get(id);
            List<Box> parts = ids.stream()
                    .distinct()
                    .map(boxes::get)
                    .filter(Objects::nonNull)
                    .toList();
            long told = parts.stream().mapToLong(Box::n).sum();
            if (all != null && parts.size() == ids.stream().distinct().count() && told <= all.n()) {
                steps.add(new Remainder(
                        prose.address(all.line(), all.at()),
                        null,
                        null,
                        all.n(),
                        told,
                        "in none of the boxes that follow",
                        Remainder.less(
                                place(all), parts.stream().map(this::place).toList())));
            }
        });
        return steps;
    }

    private String place(Box box) {
        return prose.file() + "!" + prose.address(box.line(), box.at());
    }
}
