package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flat tables as R's {@code ftable} prints them: the last variable with its values, a line with the names of the others, and
 * rows that name a value only where it changes. Without names of variables the second line is blank.
 *
 * <pre>{@code
 *           sex  F  M
 * arm stage
 * A   1         19 22
 *     2         15 10
 * }</pre>
 */
final class FlatTables implements Stretch.Finder {
    private static final int MOST_VARIABLES = 8;
    private static final int LONGEST = 1000;
    private static final int FEWEST_LINES = 4;

    private final @Nullable String place;
    private final Limits limits;

    FlatTables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + 3 < lines.size(); i++) {
            if (mayBegin(lines.get(i), lines.get(i + 1))) {
                int end = table(lines, i, found);
                i = Math.max(i, end - 1);
            }
        }
        return found;
    }

    /** Whether a line is indented by as much as the one below it is long, or fills up with spaces. */
    private static boolean mayBegin(String head, String names) {
        boolean indented = head.length() > 2 && head.length() <= LONGEST && head.charAt(0) == ' ';
        if (!indented || names.length() > head.length() || head.charAt(head.length() - 1) == ' ') {
            return false;
        }
        int first = 0;
        while (head.charAt(first) == ' ') {
            first++;
        }
        int last = names.length();
        while (last > 0 && names.charAt(last - 1) == ' ') {
            last--;
        }
        return last < first && (last > 0 ? names.charAt(0) != ' ' : names.length() == head.length());
    }

    /** Takes a table in; gives the line after it, or where it began if it is none. */
    private int table(List<String> lines, int at, List<Stretch> found) {
        String head = lines.get(at);
        List<Word> values = Word.of(head);
        List<Word> variables = Word.of(lines.get(at + 1));
        if (values.isEmpty() || variables.size() > MOST_VARIABLES) {
            return at;
        }
        List<Integer> starts = starts(lines.get(at + 2), variables, values);
        int labels = starts.size();
        boolean named = !variables.isEmpty();
        int columns = values.size() - (named ? 1 : 0);
        if (labels == 0 || columns < 1) {
            return at;
        }
        List<List<Piece>> cells = new ArrayList<>();
        List<Piece> header = new ArrayList<>();
        for (int c = 0; c < variables.size(); c++) {
            add(header, c, lines.get(at + 1), variables.get(c), at + 1);
        }
        List<Piece> over = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            if (named) {
                add(over, labels + c, head, values.get(0), at);
            }
            add(header, labels + c, head, values.get(c + values.size() - columns), at);
        }
        if (named) {
            cells.add(over);
        }
        cells.add(header);
        int end = at + 2;
        while (end < lines.size() && lines.get(end).length() == head.length()) {
            String line = lines.get(end);
            String under =
                    named ? line.substring(values.get(0).start(), values.get(0).end()) : "";
            List<Piece> row = under.isBlank() ? row(line, end, starts, columns) : List.of();
            if (row.isEmpty()) {
                break;
            }
            cells.add(row);
            end++;
        }
        if (end - at < FEWEST_LINES) {
            return at;
        }
        found.add(new Stretch(at, end, TextGrid.of(place, cells, limits)));
        return end;
    }

    /** Where the labels of the rows begin. */
    private static List<Integer> starts(String first, List<Word> variables, List<Word> values) {
        List<Integer> starts = new ArrayList<>();
        for (Word word : variables) {
            starts.add(word.start());
        }
        if (starts.isEmpty()) {
            // the first row names a value of each variable, left of all columns
            for (Word word : Word.of(first)) {
                if (word.end() < values.get(0).start() && word.look() == Word.Look.WORDS) {
                    starts.add(word.start());
                }
            }
        }
        return starts;
    }

    /** The labels of a row, each where its variable stands, and its figures; nothing where it is no row. */
    private static List<Piece> row(String line, int number, List<Integer> starts, int columns) {
        List<Word> words = Word.of(line);
        int labels = words.size() - columns;
        if (labels < 0) {
            return List.of();
        }
        List<Piece> row = new ArrayList<>();
        int column = -1;
        int from = 0;
        for (int i = 0; i < labels; i++) {
            Word word = words.get(i);
            int at = starts.indexOf(word.start());
            if (at >= 0) {
                column = at;
                from = word.start();
            } else if (column < 0) {
                return List.of();
            }
            boolean last = i + 1 == labels || starts.contains(words.get(i + 1).start());
            if (last) {
                String value = line.substring(from, word.end());
                boolean code = word.isFigure(); // names a value of its variable
                row.add(new Piece(column, code ? "level " + value : value, number, from));
            }
        }
        for (int c = 0; c < columns; c++) {
            Word word = words.get(labels + c);
            if (!word.isFigure()) {
                return List.of();
            }
            row.add(new Piece(starts.size() + c, line.substring(word.start(), word.end()), number, word.start()));
        }
        return row;
    }

    private static void add(List<Piece> row, int column, String line, Word word, int number) {
        row.add(new Piece(column, line.substring(word.start(), word.end()), number, word.start()));
    }
}
