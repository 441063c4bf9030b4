package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arrays as Python prints them, a list of numbers in brackets for each row: {@code [[375 44] [159 62]]}. */
final class BracketTables implements Stretch.Finder {
    private static final Pattern OPENS = Pattern.compile("\\s*(?:array\\()?\\[[\\[\\s]*-?[\\d.].*");
    private static final Pattern ALLOWED =
            Pattern.compile("[\\d\\s.,eE+\\-\\[\\]]*|[\\s)\\]]*(?:,\\s*dtype=\\w+)?\\)\\s*");
    private static final Pattern TOKEN = Pattern.compile("[\\[\\]]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern CLOSE = Pattern.compile("(?:,\\s*dtype=\\w+)?\\)\\s*$");
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 1 << 14;

    private final @Nullable String place;
    private final Limits limits;

    BracketTables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i);
            boolean opens = line.indexOf('[') >= 0
                    && line.length() <= LONGEST_LINE
                    && OPENS.matcher(line).matches();
            int end = opens ? end(lines, i) : i;
            List<List<Piece>> rows = end > i ? rows(lines, i, end) : List.of();
            if (rows.isEmpty()) {
                i++;
                continue;
            }
            found.add(new Stretch(i, end, TextGrid.of(place, numbered(rows), limits)));
            i = end;
        }
        return found;
    }

    /** The line behind the bracket that closes the first one; the first line where none does or other things stand between. */
    private static int end(List<String> lines, int first) {
        int depth = 0;
        for (int i = first; i < lines.size() && i - first < MOST_LINES; i++) {
            String line = lines.get(i);
            String inside = line.replace("array(", "      ");
            if (line.length() > LONGEST_LINE
                    || !ALLOWED.matcher(CLOSE.matcher(inside).replaceAll("")).matches()) {
                return first;
            }
            for (int at = 0; at < line.length(); at++) {
                depth += line.charAt(at) == '[' ? 1 : line.charAt(at) == ']' ? -1 : 0;
                if (depth == 0 && line.charAt(at) == ']') {
                    return i + 1;
                }
            }
        }
        return first;
    }

    /** A row for every innermost bracket; none where there is one alone: it may be an index, or a list of anything. */
    private static List<List<Piece>> rows(List<String> lines, int first, int end) {
        List<List<Piece>> rows = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        for (int i = first; i < end; i++) {
            Matcher token = TOKEN.matcher(lines.get(i));
            while (token.find()) {
                String text = token.group();
                if (text.equals("[") || text.equals("]")) {
                    if (!row.isEmpty()) {
                        rows.add(row);
                        row = new ArrayList<>();
                    }
                } else {
                    String number = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
                    row.add(new Piece(row.size() + 1, number, i, token.start()));
                }
            }
        }
        return rows.size() < 2 ? List.of() : rows;
    }

    /** The rows and columns under their numbers, as a data frame has them. */
    private static List<List<Piece>> numbered(List<List<Piece>> rows) {
        List<List<Piece>> table = new ArrayList<>();
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int line = rows.get(0).get(0).line();
        List<Piece> header = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            header.add(new Piece(c + 1, "class " + c, line, 0));
        }
        table.add(header);
        for (int r = 0; r < rows.size(); r++) {
            List<Piece> row = new ArrayList<>();
            row.add(new Piece(0, "class " + r, rows.get(r).get(0).line(), 0));
            row.addAll(rows.get(r));
            table.add(row);
        }
        return table;
    }
}
