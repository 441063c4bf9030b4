package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines below a line of headings as rows: a name, then figures that end where their headings end. */
final class RowReader {
    private static final Set<String> STARS = Set.of("*", "**", "***", ".", "+", "(Intr)");
    private static final int MOST_ROWS = 5_000;

    private final List<String> lines;
    private final HeadingLine headings;
    private final List<Row> rows = new ArrayList<>();
    private String section;
    private int next;

    /** Reads rows from a line on, counted from 0. */
    RowReader(List<String> lines, HeadingLine headings, int from) {
        this.lines = lines;
        this.headings = headings;
        this.next = from;
        // the category that the rows are about: s=1
        this.section = headings.stub().indexOf('=') > 0 ? headings.stub() : "";
    }

    /** The rows; {@link #next} is then the first line behind them. */
    List<Row> read() {
        int end = next;
        while (next < lines.size() && rows.size() < MOST_ROWS) {
            String line = lines.get(next);
            if (isRule(line)) {
                next++;
                // programs rule off the parts of one table, and its end
                if (rows.isEmpty() || (headings.bar() >= 0 && line.indexOf('+') > 0)) {
                    continue;
                }
                end = next;
                break;
            }
            if (line.isBlank() && rows.isEmpty() && next == end) {
                next++; // a gap below the headings
                continue;
            }
            if (line.isBlank() || line.length() > PrintReader.LONGEST_LINE || !row(line)) {
                break;
            }
            end = ++next;
        }
        next = end;
        return List.copyOf(rows);
    }

    int next() {
        return next;
    }

    static boolean isRule(String line) {
        int first = 0;
        while (first < line.length() && Character.isWhitespace(line.charAt(first))) {
            first++;
        }
        if (first == line.length() || !isStroke(line.charAt(first))) {
            return false; // most lines, without a copy
        }
        String strokes = line.strip();
        return strokes.length() > 2 && strokes.chars().allMatch(c -> isStroke((char) c));
    }

    private static boolean isStroke(char c) {
        return "-=+_─┼╌".indexOf(c) >= 0;
    }

    private boolean row(String line) {
        int bar = headings.bar() < 0 ? -1 : line.indexOf('|');
        if (headings.bar() >= 0 && (bar < 0 || Math.abs(bar - headings.bar()) > 2)) {
            return false;
        }
        List<Token> tokens = Token.of(line, bar + 1);
        Row.State state = state(tokens);
        if (bar < 0) {
            while (!tokens.isEmpty()
                    && STARS.contains(tokens.get(tokens.size() - 1).text())) {
                tokens.remove(tokens.size() - 1);
            }
        }
        List<Token> values = values(tokens);
        int nameEnd = bar >= 0
                ? bar
                : values.isEmpty() ? line.length() : values.get(0).start();
        String name = line.substring(0, nameEnd).strip();
        if (values.isEmpty()) {
            return name(name, bar, tokens.isEmpty() || bar < 0);
        }
        boolean sentence = bar < 0 && name.contains(": ");
        if (sentence || (bar >= 0 && values.size() < tokens.size())) {
            return false;
        }
        List<@Nullable Figure> cells = assign(values);
        if (name.equals("_cons") || name.startsWith("/")) {
            section = ""; // follows the levels of a factor without a gap
        }
        int column = line.length() - line.stripLeading().length() + 1;
        String label = section.isEmpty() ? name : section + " / " + name;
        boolean aliased = cells.stream().allMatch(Objects::isNull);
        rows.add(new Row(
                label,
                new Place(next + 1, column),
                aliased ? Row.State.OMITTED : state,
                Collections.unmodifiableList(cells)));
        return true;
    }

    /** A line without figures: the variable that the levels below it belong to, or a word over the names. */
    private boolean name(String name, int bar, boolean bare) {
        if (!bare) {
            return false;
        }
        if (bar < 0) {
            return rows.isEmpty() && name.indexOf(' ') < 0 && name.length() < 40;
        }
        boolean goesOn = section.endsWith("#") || section.endsWith("*");
        section = goesOn ? section + name : name;
        return true;
    }

    private static Row.State state(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return Row.State.ESTIMATED;
        }
        String last = tokens.get(tokens.size() - 1).text().toLowerCase(Locale.ROOT);
        Row.State state = switch (last) {
            case "(base)", "(reference)", "reference" -> Row.State.REFERENCE;
            case "(omitted)", "(empty)", "(dropped)" -> Row.State.OMITTED;
            default -> Row.State.ESTIMATED;
        };
        if (state != Row.State.ESTIMATED) {
            tokens.remove(tokens.size() - 1);
        }
        return state;
    }

    /** The numbers, and marks for missing ones, that end a line; no more than there are headings. */
    private List<Token> values(List<Token> tokens) {
        int from = tokens.size();
        int most = headings.headings().size();
        while (from > 0 && tokens.size() - from < most) {
            String text = tokens.get(from - 1).text();
            if (!Numerals.isMissing(text) && !Numerals.isNumber(text)) {
                break;
            }
            from--;
        }
        List<Token> values = new ArrayList<>(tokens.subList(from, tokens.size()));
        // of two figures for one heading the left one belongs to the name
        while (values.size() > 1
                && values.size() < most
                && nearest(values.get(0), most) == 0
                && nearest(values.get(1), most) == 0) {
            values.remove(0);
        }
        boolean none = values.stream().allMatch(value -> Numerals.isMissing(value.text()));
        return none && values.size() < most && headings.bar() < 0 ? List.of() : values;
    }

    private List<@Nullable Figure> assign(List<Token> values) {
        int n = headings.headings().size();
        List<@Nullable Figure> cells = new ArrayList<>(Collections.nCopies(n, null));
        int below = n;
        for (int i = values.size() - 1; i >= 0; i--) {
            Token value = values.get(i);
            int at = values.size() == n ? i : Math.max(i, nearest(value, below));
            if (at < below) {
                cells.set(at, Numerals.figure(value.text(), next + 1, value.start() + 1));
                below = at;
            }
        }
        return cells;
    }

    private int nearest(Token value, int below) {
        int best = -1;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < below; i++) {
            int d = Math.abs(headings.ends().get(i) - value.end());
            if (d <= distance) {
                best = i;
                distance = d;
            }
        }
        return best;
    }
}
