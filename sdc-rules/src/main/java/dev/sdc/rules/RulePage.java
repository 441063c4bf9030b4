package dev.sdc.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule, written for people: what it finds, why that discloses, the test, examples and the remedy.
 *
 * <p>Pages lie in {@code docs/rules/ID.md} and are packed into this jar.
 *
 * @param id the rule's id, from the page's first line
 * @param title the rule's title, from the page's first line
 * @param sections the text under each heading, in the order of the page
 * @param text the whole page, without the marks that say of which case a table is
 */
public record RulePage(String id, String title, Map<String, String> sections, String text) {
    /** The headings that every page has, in this order. */
    public static final List<String> HEADINGS = List.of(
            "What it finds",
            "Why it discloses",
            "The test",
            "Fails",
            "Passes",
            "What to do",
            "What it does not see",
            "Source");

    private static final Pattern FIRST_LINE = Pattern.compile("# ([A-Z]+-[0-9]{3}) (.+)");
    private static final Pattern PARAMETERS = Pattern.compile("(?m)^Parameters: (.+)$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** The page of the rule with this id; empty when this jar has none. */
    public static Optional<RulePage> of(String id) {
        try (InputStream page = RulePage.class.getResourceAsStream("pages/" + id + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(parse(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a page. A first line that does not name the rule leaves id and title empty. */
    static RulePage parse(String page) {
        List<String> lines =
                page.lines().filter(line -> !line.startsWith("<!--")).toList();
        Matcher first = FIRST_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        boolean named = first.matches();
        Map<String, String> sections = new LinkedHashMap<>();
        String heading = "";
        for (String line : lines) {
            if (line.startsWith("## ")) {
                heading = line.substring(3).strip();
                sections.put(heading, "");
            } else if (!heading.isEmpty()) {
                sections.merge(heading, line + "\n", String::concat);
            }
        }
        return new RulePage(
                named ? first.group(1) : "",
                named ? first.group(2).strip() : "",
                sections,
                String.join("\n", lines) + "\n");
    }

    /** The profile parameters that the page names in its {@code Parameters:} line; empty when the line is missing. */
    public Optional<List<String>> parameters() {
        Matcher line = PARAMETERS.matcher(sections.getOrDefault("The test", ""));
        if (!line.find()) {
            return Optional.empty();
        }
        return Optional.of(QUOTED.matcher(line.group(1))
                .results()
                .map(found -> found.group(1))
                .toList());
    }
}
