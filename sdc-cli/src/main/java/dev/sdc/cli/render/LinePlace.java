package dev.sdc.cli.render;

import java.util.List;
import java.util.Optional;

/**
 * A character of a text as an address names it: {@code @12:5}.
 *
 * @param line its line, from 1
 * @param column its place in the line, from 1; 0 where the address names none, or several
 */
record LinePlace(int line, int column) {
    /** The place that an address in a text of these lines names; empty where it names none of them. */
    static Optional<LinePlace> in(List<String> lines, String cell) {
        int colon = cell.indexOf(':');
        if (!cell.startsWith("@") || colon < 0) {
            return Optional.empty();
        }
        int line = number(cell.substring(1, colon));
        return line < 1 || line > lines.size()
                ? Optional.empty()
                : Optional.of(new LinePlace(line, number(cell.substring(colon + 1))));
    }

    /** The number that a text is; 0 where it is none. */
    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
