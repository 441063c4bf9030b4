package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decision trees as scikit-learn prints them: a line for every branch. A leaf that tells its records by class is a row of
 * counts; a tree that does not tell them was not understood.
 */
final class PrintedTrees implements Stretch.Finder {
    private static final Pattern NODE = Pattern.compile("(?:\\|   )*\\|--- \\S.*");
    private static final Pattern WEIGHTS = Pattern.compile("\\|--- weights: \\[([^\\]]*)\\]");
    private static final Pattern LEAF = Pattern.compile("\\|--- (?:class|value|weights|truncated)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("\\d+(?:\\.0*)?");
    private static final int LONGEST_LINE = 4_000;

    private final @Nullable String place;
    private final Limits limits;

    PrintedTrees(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i;
            while (end < lines.size() && isNode(lines.get(end))) {
                end++;
            }
            if (end - i > 1) {
                found.add(new Stretch(i, end, part(lines, i, end)));
            }
            i = Math.max(i, end);
        }
        return found;
    }

    private static boolean isNode(String line) {
        return line.startsWith("|")
                && line.length() <= LONGEST_LINE
                && NODE.matcher(line).matches();
    }

    private Part part(List<String> lines, int from, int to) {
        List<List<Piece>> rows = new ArrayList<>();
        boolean counted = true;
        boolean whole = true;
        int classes = 0;
        for (int i = from; i < to; i++) {
            if (!LEAF.matcher(lines.get(i)).find()) {
                continue;
            }
            Matcher weights = WEIGHTS.matcher(lines.get(i));
            List<Piece> row = new ArrayList<>(List.of(new Piece(0, "leaf " + (rows.size() + 1), i, 0)));
            if (weights.find()) {
                Matcher number = NUMBER.matcher(lines.get(i)).region(weights.start(1), weights.end(1));
                while (number.find()) {
                    whole &= WHOLE.matcher(number.group()).matches();
                    row.add(new Piece(row.size(), number.group(), i, number.start()));
                }
            }
            counted &= row.size() > 1;
            classes = Math.max(classes, row.size() - 1);
            rows.add(row);
        }
        if (!counted || rows.isEmpty()) {
            String where = "@" + (from + 1) + ":1-" + to + ":1";
            return new Part.NotRead(
                    place == null ? where : place + "!" + where,
                    "The leaves of a tree do not say how many records they hold. Print it with show_weights=True.");
        }
        List<Piece> header = new ArrayList<>(List.of(new Piece(0, "leaf", from, 0)));
        for (int c = 0; c < classes; c++) {
            header.add(new Piece(c + 1, whole ? "n of class " + c : "weight of class " + c, from, 0));
        }
        List<List<Piece>> table = new ArrayList<>(List.of(header));
        for (List<Piece> row : rows) {
            List<Piece> cells = new ArrayList<>(row);
            if (whole) {
                cells.replaceAll(PrintedTrees::withoutPoint); // records are weighed as 3.00
            }
            table.add(cells);
        }
        return TextGrid.of(place, table, limits);
    }

    private static Piece withoutPoint(Piece piece) {
        int point = piece.column() == 0 ? -1 : piece.text().indexOf('.');
        return point < 0
                ? piece
                : new Piece(piece.column(), piece.text().substring(0, point), piece.line(), piece.at());
    }
}
