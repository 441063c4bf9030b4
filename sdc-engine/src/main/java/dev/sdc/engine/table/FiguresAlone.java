package dev.sdc.engine.table;

import java.util.regex.Pattern;

/**
 * A line around a table that holds figures and no word, {@code 65-79 3} or {@code <50 24}: hardly a title or a note, but a
 * row whose cells are not where those of the others are.
 */
final class FiguresAlone {
    private static final Pattern LINE =
            Pattern.compile("\\s*[<>≤≥]?\\d[\\d.,]{0,20}(?:(?:[-–]|\\s?to\\s?)\\d{1,9}|[+%])?"
                    + "(?:[\\s|]{1,80}[<>≤≥]?(?!(?:19|20)\\d\\d[\\s|]*$)\\d[\\d.,]{0,20}%?){1,50}[\\s|]*");

    private FiguresAlone() {}

    static boolean is(String line) {
        return line.length() <= 2_000 && LINE.matcher(line).matches();
    }
}
