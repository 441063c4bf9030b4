package dev.sdc.engine.read.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a style sheet apart. */
final class StyleSheet {
    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+(?:\\*/|$)");

    /** Conditions that hold on every screen. */
    private static final Pattern HOLDS = Pattern.compile(
            "@(?:(?:layer|supports)\\b.*|media\\s+(?:only\\s+)?(?:all|screen))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int DEEPEST = 5;

    private StyleSheet() {}

    /**
     * What a style sheet says of some elements.
     *
     * @param selector which elements; for rules under a condition, the condition
     * @param body the settings; for rules under a condition, the rules
     */
    record Rule(String selector, String body) {
        /** Whether the rule holds for print, widths and the like, or is no rule about elements. */
        boolean isConditional() {
            return selector.startsWith("@");
        }
    }

    /** The rules of a style sheet, in its order; those under a condition that holds on every screen stand in its place. */
    static List<Rule> rules(String styles) {
        List<Rule> rules = new ArrayList<>();
        add(COMMENT.matcher(styles).replaceAll(" "), rules, 0);
        return rules;
    }

    private static void add(String sheet, List<Rule> rules, int conditions) {
        int depth = 0;
        int from = 0;
        String selector = "";
        for (int at = 0; at < sheet.length(); at++) {
            switch (sheet.charAt(at)) {
                case '"', '\'' -> at = endOfText(sheet, at);
                case '{' -> {
                    if (depth++ == 0) {
                        selector = sheet.substring(from, at).strip();
                        from = at + 1;
                    }
                }
                case '}' -> {
                    if (depth > 0 && --depth == 0) {
                        add(new Rule(selector, sheet.substring(from, at)), rules, conditions);
                        from = at + 1;
                    }
                }
                case ';' -> from = depth == 0 ? at + 1 : from; // an @import or @charset ends here
                default -> {
                    // part of a selector or a setting
                }
            }
        }
        if (depth > 0) {
            add(new Rule(selector, sheet.substring(from)), rules, conditions); // browsers close what is left open
        }
    }

    private static void add(Rule rule, List<Rule> rules, int conditions) {
        if (conditions < DEEPEST && HOLDS.matcher(rule.selector()).matches()) {
            add(rule.body(), rules, conditions + 1);
        } else {
            rules.add(rule);
        }
    }

    /** Where the text ends that begins here: with its mark, or else with its line, as browsers hold it. */
    private static int endOfText(String sheet, int open) {
        int at = open + 1;
        while (at < sheet.length() && sheet.charAt(at) != '\n' && sheet.charAt(at) != sheet.charAt(open)) {
            at += sheet.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, sheet.length() - 1);
    }
}
