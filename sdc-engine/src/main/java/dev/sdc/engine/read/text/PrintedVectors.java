package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of numbers as R prints them: {@code [1] 212 140 4 88}, under the line that names them. The vectors of a list
 * that are of one length become the columns of one table; the breaks of a histogram name its bins.
 */
final class PrintedVectors implements Stretch.Finder {
    private static final Pattern LINE = Pattern.compile("\\s*\\[(\\d+)\\]\\s+\\S.*");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|NA|NaN|-?Inf");
    private static final String BREAKS = "breaks";
    private static final int LONGEST_LINE = 4_000;

    private final @Nullable String place;
    private final Limits limits;

    PrintedVectors(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    /** A vector, where it is named, and the line after it. */
    private record Vector(int from, int to, String name, List<Piece> values) {}

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        List<Vector> list = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Vector vector = starts(lines.get(i)) ? vector(lines, i) : null;
            if (vector == null) {
                if (!lines.get(i).isBlank() && !isName(lines.get(i))) {
                    add(list, found);
                }
                continue;
            }
            if (!list.isEmpty() && !isName(lines.get(vector.from()))) {
                add(list, found);
            }
            list.add(vector);
            i = vector.to() - 1;
        }
        add(list, found);
        return found;
    }

    private static boolean starts(String line) {
        return index(line) == 1;
    }

    private static int index(String line) {
        if (line.length() > LONGEST_LINE || line.indexOf('[') < 0) {
            return 0;
        }
        Matcher matcher = LINE.matcher(line);
        boolean fits = matcher.matches() && matcher.group(1).length() < 9;
        return fits ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static boolean isName(String line) {
        return line.startsWith("$");
    }

    /** The vector that begins in a line; null where it holds anything but numbers, or nobody says what they are. */
    private static @Nullable Vector vector(List<String> lines, int at) {
        List<Piece> values = new ArrayList<>();
        int line = at;
        while (line < lines.size() && index(lines.get(line)) == values.size() + 1) {
            int start = lines.get(line).indexOf(']') + 1;
            for (Word word : Word.of(lines.get(line))) {
                if (word.start() < start) {
                    continue;
                }
                String text = lines.get(line).substring(word.start(), word.end());
                if (!NUMBER.matcher(text).matches()) {
                    return null;
                }
                values.add(new Piece(0, text, line, word.start()));
            }
            line++;
        }
        String above = at > 0 ? lines.get(at - 1).strip() : "";
        boolean named = !above.isEmpty() && above.length() <= 200 && index(above) == 0 && !above.startsWith(">");
        named &= Word.of(above).stream().anyMatch(word -> !word.isFigure()); // not the last row of a table
        if (!named || values.isEmpty() || (values.size() == 1 && !isName(above))) {
            return null;
        }
        return new Vector(at - 1, line, name(above), values);
    }

    private static String name(String above) {
        int dollar = above.lastIndexOf('$');
        String name = isName(above) ? above.substring(dollar + 1) : above;
        return name.replace('`', ' ').strip();
    }

    /** Adds the table of the vectors that were printed one after the other, and forgets them. */
    private void add(List<Vector> list, List<Stretch> found) {
        int from = 0;
        while (from < list.size()) {
            Vector first = list.get(from);
            boolean bins = first.name().equals(BREAKS)
                    && from + 1 < list.size()
                    && list.get(from + 1).values().size() == first.values().size() - 1;
            int length = first.values().size() - (bins ? 1 : 0);
            int to = from + 1;
            while (to < list.size() && list.get(to).values().size() == length) {
                to++;
            }
            List<Vector> columns = list.subList(bins ? from + 1 : from, to);
            found.add(new Stretch(
                    first.from(),
                    list.get(to - 1).to(),
                    TextGrid.of(place, rows(bins ? first : null, columns, length), limits)));
            from = to;
        }
        list.clear();
    }

    private static List<List<Piece>> rows(@Nullable Vector breaks, List<Vector> columns, int length) {
        List<List<Piece>> rows = new ArrayList<>();
        int first = breaks == null ? 0 : 1;
        List<Piece> header = new ArrayList<>();
        if (breaks != null) {
            header.add(new Piece(0, "bin", breaks.from(), 0));
        }
        for (int c = 0; c < columns.size(); c++) {
            header.add(
                    new Piece(first + c, columns.get(c).name(), columns.get(c).from(), 0));
        }
        rows.add(header);
        for (int i = 0; i < length; i++) {
            List<Piece> row = new ArrayList<>();
            if (breaks != null) {
                Piece low = breaks.values().get(i);
                String bin =
                        "(" + low.text() + ", " + breaks.values().get(i + 1).text() + "]";
                row.add(new Piece(0, bin, low.line(), low.at()));
            }
            for (int c = 0; c < columns.size(); c++) {
                Piece value = columns.get(c).values().get(i);
                row.add(new Piece(first + c, value.text(), value.line(), value.at()));
            }
            rows.add(row);
        }
        return rows;
    }
}
