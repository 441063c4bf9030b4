package dev.sdc.rules.sec;

import dev.sdc.engine.table.Prose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the steps of a flow chart that is written in lines, each group below the one it is a part of, further in. */
final class IndentedFlow {
    private static final Pattern GROUP = Pattern.compile(
            "(\\s*)(?:(?:[-*•+>|└├─]+|\\\\item\\b)\\s*)?([\\p{L}(][^\\n]{0,160}?)[(\\[]?\\$?\\bn\\s?=\\s?("
                    + FlowNumber.PATTERN + ")\\$?[)\\]]?[.;:]?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINE = 400;

    private static final class Group {
        private final int indent;
        private final int line;
        private final int at;
        private final long n;
        private final List<Group> below = new ArrayList<>();
        private long parts;

        private Group(int indent, int line, int at, long n) {
            this.indent = indent;
            this.line = line;
            this.at = at;
            this.n = n;
        }
    }

    private IndentedFlow() {}

    /** What is left of each group when the groups below it are taken away; not where they overlap. */
    static List<Remainder> steps(Prose prose) {
        List<Remainder> steps = new ArrayList<>();
        Deque<Group> open = new ArrayDeque<>();
        List<String> lines = FlowLines.of(prose);
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            Matcher matcher = text.length() > LONGEST_LINE ? null : GROUP.matcher(text);
            if (matcher == null || !matcher.matches()) {
                if (!text.isBlank()) {
                    close(open, -1, prose, steps);
                }
                continue;
            }
            int indent = matcher.start(2);
            close(open, indent, prose, steps);
            long n = FlowNumber.of(matcher.group(3));
            Group group = new Group(indent, line, matcher.start(3), n);
            Group above = open.peek();
            if (above != null) {
                above.parts += n;
                above.below.add(group);
            }
            open.push(group);
        }
        close(open, -1, prose, steps);
        return steps;
    }

    private static String place(Prose prose, Group group) {
        return prose.file() + "!" + prose.address(group.line, group.at);
    }

    /** Ends all groups that do not stand further out than this. */
    private static void close(Deque<Group> open, int indent, Prose prose, List<Remainder> steps) {
        while (!open.isEmpty() && open.peek().indent >= indent) {
            Group group = open.pop();
            if (!group.below.isEmpty() && group.parts <= group.n) {
                steps.add(new Remainder(
                        prose.address(group.line, group.at),
                        null,
                        null,
                        group.n,
                        group.parts,
                        "in none of the groups below it",
                        Remainder.less(
                                place(prose, group),
                                group.below.stream()
                                        .map(part -> place(prose, part))
                                        .toList())));
            }
        }
    }
}
