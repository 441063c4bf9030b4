package dev.sdc.engine.read.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Gathers what a notebook says where no program shows it: in metadata, names and numbers of cells, and members of its own. */
final class UnshownInNotebook {
    private static final Set<String> SHOWN =
            Set.of("cells", "source", "outputs", "attachments", "text", "data", "traceback", "evalue");
    /** What says more than a name: words with a blank between, or three with other marks. */
    private static final Pattern SAYS = Pattern.compile(
            "[\\p{L}\\p{N}]\\s{1,9}[\\p{L}\\p{N}]|[\\p{L}\\p{N}][-_][\\p{L}\\p{N}]{1,30}[-_][\\p{L}\\p{N}]");

    /** What programs are called. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?:Python|R|IR|Julia|SAS|Stata|Octave|Scala|Bash|Ruby|SQL)(?: \\d{1,2}(?:\\.\\d{1,3}){0,3})?(?: [(\\[][\\w.:* -]{1,60}[)\\]])?");

    /** A number of a cell that no one chose, or a time. */
    private static final Pattern NUMBERED =
            Pattern.compile("[0-9a-fA-F-]{4,64}|\\d{4}-\\d\\d-\\d\\d[T ][\\d:.+Z-]{4,30}");

    private final List<String> said = new ArrayList<>();

    private UnshownInNotebook() {}

    /** What is said, in the order of the file. */
    static List<String> in(JsonNode root) {
        UnshownInNotebook unshown = new UnshownInNotebook();
        unshown.say(root);
        for (JsonNode cell : root.path("cells")) {
            unshown.say(cell);
            for (JsonNode output : cell.path("outputs")) {
                unshown.say(output);
            }
        }
        return List.copyOf(unshown.said);
    }

    /** The members of a notebook, a cell or an output that no program shows. */
    static List<Map.Entry<String, JsonNode>> members(JsonNode node) {
        return node.properties().stream()
                .filter(member -> !SHOWN.contains(member.getKey()))
                .toList();
    }

    private void say(JsonNode node) {
        for (Map.Entry<String, JsonNode> member : members(node)) {
            say(member.getKey());
            all(member.getValue());
        }
    }

    private void all(JsonNode value) {
        if (value.isString()) {
            say(value.asString());
        } else if (value.isObject()) {
            value.properties().forEach(member -> {
                say(member.getValue().isNumber() ? member.getKey() + ": " + member.getValue() : member.getKey());
                all(member.getValue());
            });
        } else if (value.isArray()) {
            value.forEach(this::all);
        }
    }

    private void say(String text) {
        if (SAYS.matcher(text).find()
                && !PROGRAM.matcher(text).matches()
                && !NUMBERED.matcher(text).matches()) {
            said.addAll(text.lines().toList());
        }
    }
}
