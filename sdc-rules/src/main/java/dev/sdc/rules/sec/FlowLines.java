package dev.sdc.rules.sec;

import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text in which a flow may be told: also those that were read as a table of names and numbers. */
final class FlowLines {
    private static final Pattern DOWN = Pattern.compile("[|│¦\\s]*[vV](?:[|│¦\\s]|[vV](?=[|│¦\\s]|$))*");

    private FlowLines() {}

    static List<String> of(Prose prose) {
        List<String> lines = new ArrayList<>(prose.running());
        for (int i = 0; i < Math.min(lines.size(), prose.lines().size()); i++) {
            if (lines.get(i).isBlank()) {
                lines.set(i, prose.lines().get(i));
            }
        }
        return lines;
    }

    /** Whether a piece of a line is an arrow or a rule alone. */
    static boolean isBetween(String text) {
        return text.chars().noneMatch(Character::isLetterOrDigit)
                || (text.length() < 200 && DOWN.matcher(text).matches());
    }
}
