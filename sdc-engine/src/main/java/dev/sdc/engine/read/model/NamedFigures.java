package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two lines as R prints a named vector: names, and figures that end where their names end.
 *
 * @param names one for each figure
 * @param figures null where nothing is printed
 */
record NamedFigures(List<String> names, List<@Nullable Figure> figures) {

    /** The vector whose names stand in a line, counted from 0; null where there is none. */
    static @Nullable NamedFigures at(List<String> lines, int at) {
        if (at + 1 >= lines.size()
                || lines.get(at).length() > PrintReader.LONGEST_LINE
                || lines.get(at + 1).length() > PrintReader.LONGEST_LINE) {
            return null;
        }
        String above = lines.get(at);
        List<Token> values = Token.of(lines.get(at + 1));
        List<String> names = new ArrayList<>();
        List<@Nullable Figure> figures = new ArrayList<>();
        int from = 0;
        for (Token value : values) {
            Figure figure = Numerals.figure(value.text(), at + 2, value.start() + 1);
            int end = Math.min(above.length(), value.end());
            if ((figure == null && !Numerals.isMissing(value.text())) || end <= from) {
                return null;
            }
            String name = above.substring(from, end).strip();
            if (name.isEmpty()) {
                return null;
            }
            names.add(name);
            figures.add(figure);
            from = end;
        }
        boolean rest = from < above.length() && !above.substring(from).isBlank();
        return names.isEmpty() || rest ? null : new NamedFigures(names, figures);
    }
}
