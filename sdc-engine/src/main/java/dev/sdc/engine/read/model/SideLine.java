package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table of models side by side: a name, then what stands under each model.
 *
 * @param label the name, empty where there is none
 * @param cells what stands to the right of it
 */
record SideLine(String label, int labelStart, List<Cell> cells) {
    /** What a cell looks like. */
    enum Look {
        /** A number, perhaps with stars behind it. */
        NUMBER,
        /** One number in brackets, or a sign for none. */
        BRACKET,
        /** Two numbers in brackets. */
        LIMITS,
        /** Degrees of freedom in brackets. */
        DOF,
        WORDS
    }

    /**
     * A stretch of a line.
     *
     * @param start its first character, from 0
     * @param end the character behind its last
     * @param figures its numbers; null for an end of an interval that is not known
     */
    record Cell(Look look, String text, int start, int end, List<@Nullable Figure> figures) {
        boolean isBracket() {
            return look == Look.BRACKET || look == Look.LIMITS;
        }

        boolean isStarred() {
            return text.endsWith("*");
        }

        boolean hasDigit() {
            return text.chars().anyMatch(Character::isDigit);
        }
    }

    private static final String STARS = "*+^\u2020\u2021'\u00b7";
    private static final int LONGEST_BRACKET = 60;
    private static final Pattern NUMBER = Pattern.compile(Numerals.PATTERN + "|\\.(?!\\d)|-?[Ii]nf|NA|NaN");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;:]|to|\u2013|\\s-)?\\s*");
    private static final Pattern DOF = Pattern.compile("[Dd]\\.?[Ff]\\.?\\s*=?\\s*(\\d[\\d;,. ]*)");

    boolean hasNumber() {
        return cells.stream().anyMatch(cell -> cell.look() == Look.NUMBER);
    }

    boolean hasBracket() {
        return cells.stream().anyMatch(Cell::isBracket);
    }

    /** Whether a bracket is the first thing in a line. */
    static boolean opensBracket(String line) {
        int start = 0;
        while (start < line.length() && isSpace(line.charAt(start))) {
            start++;
        }
        return start < line.length() && (line.charAt(start) == '(' || line.charAt(start) == '[');
    }

    /** Whether it goes on with the row above: nothing but brackets. */
    boolean isBelow() {
        return label.isEmpty() && !cells.isEmpty() && cells.stream().allMatch(Cell::isBracket);
    }

    /**
     * Reads a line.
     *
     * @param number the number of the line, from 1
     * @param edge where the name ends at the latest, unless no figure follows; the name ends before where there is a gap
     */
    static SideLine of(String line, int number, int edge) {
        int start = 0;
        while (start < line.length() && isSpace(line.charAt(start))) {
            start++;
        }
        int end = start;
        Cell first = start == 0 || start == line.length() ? null : cell(line, start, number);
        if (first == null || first.look() == Look.WORDS) {
            end = labelEnd(line, start, edge);
        }
        return new SideLine(line.substring(start, end).strip(), start, cells(line, end, number));
    }

    /** Reads a line above the rows: what is set in from the left names a column. */
    static SideLine header(String line, int number) {
        int end = line.isEmpty() || isSpace(line.charAt(0)) ? 0 : labelEnd(line, 0, -1);
        return new SideLine(line.substring(0, end).strip(), 0, cells(line, end, number));
    }

    private static List<Cell> cells(String line, int from, int number) {
        List<Cell> cells = new ArrayList<>();
        for (int at = from; at < line.length(); ) {
            if (isSpace(line.charAt(at))) {
                at++;
                continue;
            }
            Cell cell = cell(line, at, number);
            Cell before = cells.isEmpty() ? null : cells.get(cells.size() - 1);
            at = cell.end();
            boolean stars = isStars(cell.text());
            boolean words = before != null
                    && before.look() == Look.WORDS
                    && cell.look() == Look.WORDS
                    && cell.start() - before.end() == 1;
            if (before != null && (stars || words)) {
                String text = line.substring(before.start(), cell.end());
                cells.set(
                        cells.size() - 1, new Cell(before.look(), text, before.start(), cell.end(), before.figures()));
            } else {
                cells.add(cell);
            }
        }
        return List.copyOf(cells);
    }

    private static boolean isStars(String text) {
        int at = 0;
        while (at < text.length() && STARS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at == text.length();
    }

    private static int labelEnd(String line, int start, int edge) {
        for (int at = start; at < line.length(); at++) {
            boolean gap = isSpace(line.charAt(at))
                    && (at + 1 == line.length()
                            || isSpace(line.charAt(at + 1))
                            || (edge >= 0 && at >= edge && "+-.([0123456789".indexOf(line.charAt(at + 1)) >= 0));
            if (gap) {
                return at;
            }
        }
        return line.length();
    }

    private static Cell cell(String line, int start, int number) {
        char open = line.charAt(start);
        if (open == '(' || open == '[') {
            int close = line.indexOf(open == '(' ? ')' : ']', start);
            if (close > 0 && close - start <= LONGEST_BRACKET) {
                Cell cell = bracket(line, start, close, number);
                if (cell != null) {
                    return cell;
                }
            }
        }
        int end = start;
        while (end < line.length()
                && !isSpace(line.charAt(end))
                && (end == start || "([".indexOf(line.charAt(end)) < 0)) {
            end++;
        }
        int core = core(line, start, end);
        Figure figure = Numerals.figure(line.substring(start, core), number, start + 1);
        String text = line.substring(start, end);
        return figure == null
                ? new Cell(Look.WORDS, text, start, end, List.of())
                : new Cell(Look.NUMBER, text, start, end, List.of(figure));
    }

    /** The end of a text without the stars behind it. */
    private static int core(String line, int start, int end) {
        int core = end;
        while (core > start + 1 && STARS.indexOf(line.charAt(core - 1)) >= 0) {
            core--;
        }
        return core;
    }

    private static @Nullable Cell bracket(String line, int start, int close, int number) {
        int end = close + 1;
        while (end < line.length() && STARS.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        String inside = line.substring(start + 1, close);
        String text = line.substring(start, end);
        if (Numerals.isMissing(inside.strip())) {
            return new Cell(Look.BRACKET, text, start, end, List.of());
        }
        Matcher dof = DOF.matcher(inside.strip());
        List<@Nullable Figure> figures = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(line).region(start + 1, close);
        int from = start + 1;
        while (numbers.find()) {
            boolean between = dof.matches()
                    || (figures.isEmpty()
                            ? line.substring(from, numbers.start()).isBlank()
                            : BETWEEN.matcher(line.substring(from, numbers.start()))
                                    .matches());
            Figure figure = Numerals.figure(numbers.group(), number, numbers.start() + 1);
            if (!between) {
                return null;
            }
            figures.add(figure);
            from = numbers.end();
        }
        boolean rest = !line.substring(from, close).isBlank();
        if (rest || figures.isEmpty() || figures.size() > 2) {
            return null;
        }
        Look look = dof.matches() ? Look.DOF : figures.size() == 2 ? Look.LIMITS : Look.BRACKET;
        return new Cell(look, text, start, end, Collections.unmodifiableList(figures));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\r';
    }
}
