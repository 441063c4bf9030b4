package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What R's {@code Hmisc::describe} says of each variable: its name, then names of statistics over their values, in several
 * lines perhaps; its values with their frequencies; and the five lowest and highest values.
 *
 * <pre>{@code
 * age
 *        n  missing distinct     Info     Mean      Gmd      .05      .10
 *      240        0       48    0.999    64.06    11.88       46       50
 *
 * lowest : 37 42 43 45 46, highest: 87 88 89 90 93
 * }</pre>
 */
final class DescribedVariables implements Stretch.Finder {
    private static final Pattern FIRST = Pattern.compile("\\s+n\\s+missing\\s+distinct\\b.*");
    private static final Pattern ENDS = Pattern.compile("lowest\\s*:\\s+(.+),\\s+highest:\\s+(.+)");
    private static final Pattern LEVEL = Pattern.compile("\\.(\\d{2,3})");
    private static final int LONGEST = 400;
    /** A variable is described in no more lines. */
    private static final int MOST_LINES = 60;

    private final @Nullable String place;
    private final Limits limits;

    DescribedVariables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i);
            boolean first = line.length() <= LONGEST
                    && line.contains(" missing ")
                    && FIRST.matcher(line).matches();
            if (first) {
                i = Math.max(i, variable(lines, i, found) - 1);
            }
        }
        return found;
    }

    /** Takes one variable in; gives the line after it. */
    private int variable(List<String> lines, int at, List<Stretch> found) {
        String name = at > 0 ? lines.get(at - 1).strip() : "";
        List<Piece> header = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        row.add(new Piece(0, name.isEmpty() ? "variable" : name, Math.max(0, at - 1), 0));
        int end = at;
        while (end + 1 < lines.size() && pair(lines, end, header, row)) {
            end += 2;
        }
        if (end == at) {
            return at;
        }
        found.add(new Stretch(at, end, TextGrid.of(place, List.of(header, row), limits)));
        int last = Math.min(lines.size(), at + MOST_LINES);
        for (int i = end; i < last && !isNext(lines.get(i)); i++) {
            Matcher ends = ENDS.matcher(
                    lines.get(i).length() > LONGEST ? "" : lines.get(i).strip());
            if (ends.matches()) {
                ends(lines, i, found);
                end = i + 1;
            } else if (lines.get(i).startsWith("Value ") && i + 1 < last) {
                end = Math.max(end, frequencies(lines, i, found));
            }
        }
        return end;
    }

    /** Whether a line rules the variable off, or is the first one of another. */
    private static boolean isNext(String line) {
        return line.startsWith("----")
                || (line.length() <= LONGEST && FIRST.matcher(line).matches());
    }

    /** Reads names in one line over as many values in the next. */
    private static boolean pair(List<String> lines, int at, List<Piece> header, List<Piece> row) {
        String above = lines.get(at);
        String below = lines.get(at + 1);
        if (above.isBlank() || above.length() > LONGEST || below.length() > LONGEST || above.charAt(0) != ' ') {
            return false;
        }
        List<Word> names = Word.of(above);
        List<Word> values = Word.of(below);
        if (names.size() != values.size() || !values.stream().allMatch(Word::isFigure)) {
            return false;
        }
        for (int c = 0; c < names.size(); c++) {
            String name = above.substring(names.get(c).start(), names.get(c).end());
            Word value = values.get(c);
            header.add(
                    new Piece(header.size() + 1, named(name), at, names.get(c).start()));
            row.add(new Piece(row.size(), below.substring(value.start(), value.end()), at + 1, value.start()));
        }
        return true;
    }

    private static String named(String name) {
        Matcher level = LEVEL.matcher(name);
        if (level.matches()) {
            BigDecimal percent = new BigDecimal("0." + level.group(1)).movePointRight(2);
            return percent.stripTrailingZeros().toPlainString() + "%";
        }
        return switch (name) {
            case "n" -> "total n"; // not a category beside those missing
            case "Info", "Gmd" -> name + " statistic";
            case "distinct" -> "number of variables distinct"; // values, not units
            case "Sum" -> "number of Sum"; // how many of no and yes are yes
            default -> name;
        };
    }

    private void ends(List<String> lines, int at, List<Stretch> found) {
        String line = lines.get(at);
        Matcher ends = ENDS.matcher(line);
        int from = line.indexOf("lowest");
        if (!ends.find(from)) {
            return;
        }
        List<List<Piece>> cells = new ArrayList<>();
        cells.add(List.of(new Piece(0, "lowest", at, from), new Piece(1, "highest", at, ends.start(2))));
        List<Word> low = Word.of(ends.group(1));
        List<Word> high = Word.of(ends.group(2));
        for (int i = 0; i < Math.max(low.size(), high.size()); i++) {
            List<Piece> row = new ArrayList<>();
            value(row, 0, ends.group(1), low, i, at, ends.start(1));
            value(row, 1, ends.group(2), high, i, at, ends.start(2));
            cells.add(row);
        }
        found.add(new Stretch(at, at + 1, TextGrid.of(place, cells, limits)));
    }

    private static void value(List<Piece> row, int column, String text, List<Word> words, int i, int line, int from) {
        if (i < words.size()) {
            Word word = words.get(i);
            row.add(new Piece(column, text.substring(word.start(), word.end()), line, from + word.start()));
        }
    }

    /** Reads the values of a variable over how often each comes; gives the line after them, or where they began. */
    private int frequencies(List<String> lines, int at, List<Stretch> found) {
        int end = at + 1;
        if (!lines.get(end).startsWith("Frequency ") || lines.get(end).length() > LONGEST) {
            return at;
        }
        List<Word> values = Word.of(lines.get(at));
        List<Word> counts = Word.of(lines.get(end++));
        boolean shared = end < lines.size() && lines.get(end).startsWith("Proportion ");
        List<Word> shares = shared && lines.get(end).length() <= LONGEST ? Word.of(lines.get(end++)) : List.of();
        if (values.size() != counts.size() || (!shares.isEmpty() && shares.size() != counts.size())) {
            return at;
        }
        List<List<Piece>> cells = new ArrayList<>();
        cells.add(List.of(
                new Piece(0, "value", at, 0),
                new Piece(1, "n", at + 1, 0),
                new Piece(2, "proportion", Math.min(at + 2, end - 1), 0)));
        for (int i = 1; i < counts.size(); i++) {
            List<Piece> row = new ArrayList<>();
            Word value = values.get(i);
            // all at the left edge: names further right are no parts of those before
            row.add(new Piece(0, lines.get(at).substring(value.start(), value.end()), at, 0));
            row.add(piece(1, lines.get(at + 1), counts.get(i), at + 1));
            if (!shares.isEmpty()) {
                row.add(piece(2, lines.get(at + 2), shares.get(i), at + 2));
            }
            cells.add(row);
        }
        found.add(new Stretch(at, end, TextGrid.of(place, cells, limits)));
        return end;
    }

    private static Piece piece(int column, String line, Word word, int number) {
        return new Piece(column, line.substring(word.start(), word.end()), number, word.start());
    }
}
