package dev.sdc.engine.read.latex;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TabulatedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tables in a LaTeX source: {@code tabular}, {@code longtable} and their relatives. */
public final class LatexTables implements Stretch.Finder {
    private static final Pattern BEGIN = Pattern.compile(
            "\\\\begin\\s*\\{(tabular|tabular\\*|tabularx|tabulary|tabu|longtable|longtabu|xltabular|supertabular|array)\\}");
    /** What stands in the place of a gap, in a mark or between columns. */
    private static final Pattern UNSHOWN =
            Pattern.compile("(?:\\\\(?:[hv]?phantom|label|noalign|href)\\s{0,9}|[@!])\\{([^{}\\n]{0,1000}+)}");

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

    private static final Pattern LINE_BREAK = Pattern.compile("\\n");

    private final Limits limits;

    public LatexTables(Limits limits) {
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        String text = String.join("\n", lines);
        LineNumbers numbers = new LineNumbers(text);
        StringBuilder rest = new StringBuilder(text);
        List<TabulatedModel.Source> found = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int free = 0;
        int at = 0;
        while (begin.find(at)) {
            String close = "\\end{" + begin.group(1) + "}";
            int end = text.indexOf(close, begin.end());
            at = end < 0 ? text.length() : end + close.length();
            int from = numbers.line(begin.start());
            if (from < free) {
                from = free; // two tables in one line
            }
            int to = numbers.line(Math.max(at - 1, begin.start())) + 1;
            TabularReader reader = new TabularReader(text, begin.end(), end < 0 ? text.length() : end, numbers);
            List<List<Piece>> rows = reader.rows();
            boolean figures = rows.stream()
                    .anyMatch(row ->
                            row.stream().anyMatch(piece -> piece.text().chars().anyMatch(Character::isDigit)));
            if (figures) {
                found.add(new TabulatedModel.Source(from, Math.max(from, to), rows));
                free = Math.max(free, to);
                if (reader.isWhole()) {
                    blank(rest, begin.start(), at);
                    keepUnshown(rest, text, begin.end(), at);
                }
            }
        }
        List<String> left = List.of(rest.toString().split("\n", -1));
        return TabulatedModel.stretches(found, lines, null, limits).stream()
                .map(stretch -> stretch.leaving(left))
                .toList();
    }

    /** Blanks a table, but for the comments in it, which nobody reads who reads the table. */
    static void blank(StringBuilder text, int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '%') {
                int end = text.indexOf("\n", at);
                at = end < 0 ? to : end;
                continue;
            }
            int next = Math.min(to, c == '\\' ? at + 2 : at + 1);
            for (; at < next; at++) {
                if (text.charAt(at) != '\n') {
                    text.setCharAt(at, ' ');
                }
            }
        }
    }

    /** Puts back what the table holds in words and does not show. */
    private static void keepUnshown(StringBuilder rest, String text, int from, int to) {
        Matcher unshown = UNSHOWN.matcher(text).region(from, to);
        while (unshown.find()) {
            String said = unshown.group(1);
            boolean words = WORD.matcher(said).find();
            for (int i = 0; words && i < said.length(); i++) {
                rest.setCharAt(unshown.start(1) + i, said.charAt(i));
            }
        }
    }

    /** Where lines begin. */
    static final class LineNumbers {
        private final int[] starts;

        LineNumbers(String text) {
            List<Integer> found = new ArrayList<>(List.of(0));
            Matcher breaks = LINE_BREAK.matcher(text);
            while (breaks.find()) {
                found.add(breaks.end());
            }
            starts = found.stream().mapToInt(Integer::intValue).toArray();
        }

        /** The line of a character, both from 0. */
        int line(int character) {
            int at = Arrays.binarySearch(starts, character);
            return at >= 0 ? at : -at - 2;
        }

        /** The place of a character in its line, both from 0. */
        int column(int character) {
            return character - starts[line(character)];
        }
    }
}
