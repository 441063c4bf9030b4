package dev.sdc.engine.read.latex;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TextGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures that a LaTeX source draws from the points in it: {@code \addplot coordinates {(I,212) (II,6)}}, and
 * {@code \addplot table {…}} with its rows. The labels of the axes name the columns.
 */
public final class PlotCoordinates implements Stretch.Finder {
    private static final Pattern PLOT =
            Pattern.compile("\\\\addplot3?\\+?\\s{0,20}(?:\\[[^\\]]{0,1000}\\])?\\s{0,20}(?:plot\\s{1,20})?"
                    + "(coordinates|table)\\s{0,20}(?:\\[[^\\]]{0,500}\\])?\\s{0,20}\\{");

    private static final Pattern AXIS = Pattern.compile("\\\\begin\\s{0,9}\\{\\w{0,20}axis\\*?}");

    private static final Pattern POINT = Pattern.compile(
            "\\(\\s{0,20}\\{?([^(){},\\n]{1,80})}?\\s{0,20},\\s{0,20}\\{?([^(){},\\n]{1,80})}?\\s{0,20}(?:,[^()\\n]{0,80})?\\)");

    private static final Pattern WORD = Pattern.compile("[^\\s\\\\&]{1,200}");

    private static final Pattern X_LABEL = label("xlabel");
    private static final Pattern Y_LABEL = label("ylabel");
    private static final Pattern BARS_ACROSS = Pattern.compile("\\bxbar\\b");

    /** Options behind the start of an axis that are looked at. */
    private static final int OPTIONS = 3_000;

    private final Limits limits;

    /** What the options of an axis say: the names of its two directions, and whether bars lie across. */
    private record Axis(String x, String y, boolean across) {
        static Axis of(String options) {
            return new Axis(
                    text(X_LABEL, options, "x"),
                    text(Y_LABEL, options, "y"),
                    BARS_ACROSS.matcher(options).find());
        }
    }

    /** Finds the plots of a source within limits. */
    public PlotCoordinates(Limits limits) {
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        String text = String.join("\n", lines);
        List<Stretch> found = new ArrayList<>();
        Matcher plot = PLOT.matcher(text);
        if (!plot.find()) {
            return found;
        }
        LatexTables.LineNumbers numbers = new LatexTables.LineNumbers(text);
        StringBuilder rest = new StringBuilder(text);
        int free = 0;
        int begun = 0;
        Axis axis = null;
        Matcher axes = AXIS.matcher(text);
        boolean more = axes.find();
        int at = plot.start();
        while (plot.find(at)) {
            while (more && axes.start() < plot.start()) {
                begun = axes.end();
                axis = null;
                more = axes.find();
            }
            axis = axis == null ? Axis.of(text.substring(begun, Math.min(plot.start(), begun + OPTIONS))) : axis;
            boolean table = plot.group(1).equals("table");
            int end = table ? text.indexOf("}", plot.end()) : closing(text, plot.end());
            if (end < 0) {
                break;
            }
            at = end;
            List<List<Piece>> rows = table
                    ? table(text, plot.end(), end, numbers)
                    : points(text, plot.end(), end, axis, numbers, plot.start());
            if (rows.size() > 1) {
                int from = Math.max(free, numbers.line(plot.start()));
                int to = Math.max(from, numbers.line(end) + 1);
                found.add(new Stretch(from, to, TextGrid.of(null, rows, limits)));
                free = to;
                LatexTables.blank(rest, plot.start(), end + 1);
            }
        }
        List<String> left = List.of(rest.toString().split("\n", -1));
        return found.stream().map(stretch -> stretch.leaving(left)).toList();
    }

    /** The brace that closes what is open, the braces in it left aside. */
    private static int closing(String text, int from) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<List<Piece>> points(
            String text, int from, int to, Axis axis, LatexTables.LineNumbers numbers, int plot) {
        boolean across = axis.across();
        List<List<Piece>> rows = new ArrayList<>();
        int line = numbers.line(plot);
        int column = numbers.column(plot);
        rows.add(List.of(
                new Piece(across ? 1 : 0, axis.x(), line, column),
                new Piece(across ? 0 : 1, axis.y(), line, column + 1)));
        Matcher point = POINT.matcher(text).region(from, to);
        while (point.find()) {
            Piece x = piece(point, 1, across ? 1 : 0, numbers);
            Piece y = piece(point, 2, across ? 0 : 1, numbers);
            rows.add(across ? List.of(y, x) : List.of(x, y));
        }
        return rows;
    }

    private static Piece piece(Matcher point, int group, int column, LatexTables.LineNumbers numbers) {
        int at = point.start(group);
        return new Piece(column, point.group(group).strip(), numbers.line(at), numbers.column(at));
    }

    private static Pattern label(String name) {
        return Pattern.compile(name + "\\s{0,9}=\\s{0,9}(?:\\{([^{}\\n]{0,200})}|([^,\\[\\]{}\\n]{1,200}))");
    }

    /** The text of an axis, or its letter. */
    private static String text(Pattern named, String options, String otherwise) {
        Matcher label = named.matcher(options);
        if (!label.find()) {
            return otherwise;
        }
        String text = label.group(1) == null ? label.group(2) : label.group(1);
        return text.isBlank() ? otherwise : text.strip();
    }

    /** The rows of a table in place; a name of a file has none. */
    private static List<List<Piece>> table(String text, int from, int to, LatexTables.LineNumbers numbers) {
        List<List<Piece>> rows = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        int line = -1;
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            int own = numbers.line(word.start());
            if (own != line && !row.isEmpty()) {
                rows.add(List.copyOf(row));
                row.clear();
            }
            line = own;
            row.add(new Piece(row.size(), word.group(), own, numbers.column(word.start())));
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
