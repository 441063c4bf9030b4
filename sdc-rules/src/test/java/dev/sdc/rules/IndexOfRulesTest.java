package dev.sdc.rules;

import static org.assertj.core.api.Assertions.fail;

import dev.sdc.engine.rule.KindOfOutput;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.submission.OutputType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of the rules' pages is made from the table of kinds and the rules themselves. */
class IndexOfRulesTest {
    private static final Path INDEX = RuleCase.ROOT.resolve("../../docs/rules/README.md");
    /** Who tries one rule is given the index that goes with it; it is stale only where all rules are tested. */
    private static final boolean ONE_RULE = !System.getProperty("sdc.rule", "").isEmpty();

    private static final int MOST_LINES = 10;

    @Test
    void theIndexIsUpToDate() throws IOException {
        String index = index(RuleBook.standard());
        String before = Files.exists(INDEX) ? Files.readString(INDEX) : "";
        if (!before.equals(index)) {
            Files.writeString(INDEX, index);
            if (!ONE_RULE) {
                fail("docs/rules/README.md was stale and has been made anew: run the command again, and commit it."
                        + linesOnlyIn(before, index, "gone") + linesOnlyIn(index, before, "new"));
            }
        }
    }

    private static String linesOnlyIn(String text, String other, String what) {
        Set<String> known = other.lines().collect(Collectors.toSet());
        List<String> lines = text.lines().filter(line -> !known.contains(line)).toList();
        return lines.stream()
                        .limit(MOST_LINES)
                        .map(line -> "\n  %s: %s".formatted(what, line))
                        .collect(Collectors.joining())
                + (lines.size() > MOST_LINES ? "\n  … %d lines %s".formatted(lines.size(), what) : "");
    }

    private static String index(RuleBook book) {
        StringBuilder text = new StringBuilder("""
                # Rules

                Each rule has a page. Which of them decide what stands at the end, [by kind of output](#by-kind-of-output). How
                their sources are read where they leave room: [interpretation.md](../interpretation.md).

                ## All rules
                """);
        families(book, text);
        text.append("""

                ## By kind of output

                Made from `sdc-rules/src/main/resources/dev/sdc/rules/kinds.txt`, and the list above from the rules: do not edit.
                Every output is also tested by the rules on files (FILE), identifiers (ID) and records (REC). At least one of the
                rules that decide must reach a result, or a person must look.

                | kind | its numbers | how it may disclose | decided by | also | asked for where the file is silent | suggested |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (OutputType type : OutputType.values()) {
            KindOfOutput kind = book.kinds().get(type);
            if (kind != null) {
                text.append("| `%s` | %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                type.key(),
                                kind.statistic(),
                                kind.risks(),
                                links(kind.decidedBy(), book),
                                links(kind.also(), book),
                                kind.evidence(),
                                kind.mitigation()));
            }
        }
        return text.toString();
    }

    private static void families(RuleBook book, StringBuilder text) {
        TreeMap<String, List<RuleBook.Entry>> families = book.known().stream()
                .collect(Collectors.groupingBy(entry -> family(entry.id()), TreeMap::new, Collectors.toList()));
        families.forEach((family, entries) -> {
            text.append("\n### ").append(family).append("\n\n");
            for (RuleBook.Entry entry : entries) {
                text.append("- ")
                        .append(entry.built() ? link(entry.id()) : entry.id())
                        .append(' ')
                        .append(entry.title())
                        .append(entry.built() ? "" : " (not built)")
                        .append('\n');
            }
        });
    }

    /** A family is linked to its heading below, a rule to its page. */
    private static String links(List<String> rules, RuleBook book) {
        return rules.stream()
                .map(each -> each.indexOf('-') < 0
                        ? "[%s](#%s)".formatted(each, each.toLowerCase(Locale.ROOT))
                        : isBuilt(each, book) ? link(each) : each)
                .collect(Collectors.joining(" "));
    }

    private static boolean isBuilt(String id, RuleBook book) {
        return book.known().stream().anyMatch(entry -> entry.id().equals(id) && entry.built());
    }

    private static String link(String id) {
        return "[%s](%s.md)".formatted(id, id);
    }

    private static String family(String id) {
        return id.substring(0, id.indexOf('-'));
    }
}
