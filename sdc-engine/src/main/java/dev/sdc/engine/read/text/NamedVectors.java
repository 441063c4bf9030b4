package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named numbers as R prints them: names, and each number under the end of its name. A vector that is too wide goes on
 * in further pairs of lines, which become rows of one table; quantiles are columns under their levels.
 */
final class NamedVectors implements Stretch.Finder {
    private static final int LONGEST_MARK = 4;

    private final @Nullable String place;
    private final Limits limits;

    NamedVectors(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    /** What names are. */
    private enum Names {
        WORDS,
        NUMBERS,
        /** Of quantiles. */
        LEVELS,
        OTHER
    }

    /** A number and its name. */
    private record Named(Piece name, Piece value) {}

    @Override
    public List<Stretch> in(List<String> lines) {
        if (lines.stream().noneMatch(NamedVectors::mayBeFigures)) {
            return List.of(); // most texts, and to lay a text out takes long
        }
        List<PrintedLine> printed = Printout.of(lines);
        List<Stretch> found = new ArrayList<>();
        int at = 0;
        while (at + 1 < printed.size()) {
            List<Named> first = pair(printed, at);
            Names kind = first.isEmpty() ? Names.OTHER : kind(first, at > 0 ? printed.get(at - 1) : null);
            if (kind == Names.OTHER) {
                at++;
                continue;
            }
            List<Named> vector = new ArrayList<>(first);
            Set<String> seen = new HashSet<>();
            first.forEach(named -> seen.add(named.name().text()));
            List<Named> last = first;
            int to = at + 2;
            while (true) {
                List<Named> next = pair(printed, to);
                if (next.isEmpty() || !goesOn(first, last, next) || !goesOn(kind, last, next, seen)) {
                    break;
                }
                vector.addAll(next);
                last = next;
                to += 2;
            }
            boolean wide = to - at > 2;
            boolean padded = isPadded(lines, printed.get(at)) && isPadded(lines, printed.get(at + 1));
            boolean whole = vector.size() > 1 && (kind == Names.LEVELS || wide || (kind == Names.NUMBERS && padded));
            if (!whole) {
                at++;
                continue;
            }
            Part table = TextGrid.of(place, rows(vector, kind), limits);
            found.add(new Stretch(printed.get(at).first(), printed.get(to - 1).first() + 1, table));
            at = to;
        }
        return found;
    }

    /** Whether a line may hold figures only: it has a digit, no border, and no word longer than {@code None}. */
    private static boolean mayBeFigures(String line) {
        boolean digit = false;
        int letters = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            letters = Character.isLetter(c) ? letters + 1 : 0;
            if (letters > LONGEST_MARK || c == '|') {
                return false;
            }
            digit |= c >= '0' && c <= '9';
        }
        return digit;
    }

    /** What the names of a pair are; numbers only where no other words stand right above them. */
    private static Names kind(List<Named> pair, @Nullable PrintedLine above) {
        if (pair.stream().allMatch(named -> named.name().text().endsWith("%"))) {
            return rises(pair) ? Names.LEVELS : Names.OTHER;
        }
        if (pair.stream().noneMatch(NamedVectors::isFigure)) {
            long different =
                    pair.stream().map(named -> named.name().text()).distinct().count();
            return different == pair.size() ? Names.WORDS : Names.OTHER;
        }
        boolean apart = above == null
                || above.kind() != PrintedLine.Kind.TEXT
                || above.words().size() == 1;
        return apart && decimals(pair) == 0 && rises(pair) ? Names.NUMBERS : Names.OTHER;
    }

    /** Whether the names of a pair go on with those before it: other words, or numbers above the last. */
    private static boolean goesOn(Names kind, List<Named> last, List<Named> next, Set<String> seen) {
        if (kind == Names.WORDS) {
            return next.stream()
                    .allMatch(named -> !isFigure(named) && seen.add(named.name().text()));
        }
        List<Named> both = new ArrayList<>(last.subList(last.size() - 1, last.size()));
        both.addAll(next);
        return rises(both)
                && (kind == Names.LEVELS) == next.get(0).name().text().endsWith("%");
    }

    /** R ends every name and number of a table with a space, the last of a line too. */
    private static boolean isPadded(List<String> lines, PrintedLine line) {
        return lines.get(line.first()).endsWith(" ");
    }

    /** Whether a pair of lines belongs to the vector above: one vector has one kind of name, and as many decimals everywhere. */
    private static boolean goesOn(List<Named> first, List<Named> last, List<Named> next) {
        boolean alike = decimals(first) == decimals(next)
                && isFigure(first.get(0)) == isFigure(next.get(0))
                && next.size() <= last.size() + 1;
        return alike && (!isEven(first) || !isEven(next) || end(first.get(0)) == end(next.get(0)));
    }

    private static boolean isFigure(Named named) {
        return Word.of(named.name().text()).get(0).isFigure();
    }

    private static int end(Named named) {
        return named.value().at() + named.value().text().length();
    }

    /** Whether all cells of a line are of one width. */
    private static boolean isEven(List<Named> pair) {
        int width = end(pair.get(0));
        for (int i = 1; i < pair.size(); i++) {
            if (end(pair.get(i)) - end(pair.get(i - 1)) != width + 1) {
                return false;
            }
        }
        return true;
    }

    /** The most digits behind the point of a value. */
    private static int decimals(List<Named> pair) {
        int most = 0;
        for (Named named : pair) {
            String text = named.value().text();
            int mark = Math.max(text.indexOf('.'), text.indexOf(','));
            most = mark < 0 ? most : Math.max(most, text.length() - mark);
        }
        return most;
    }

    /** The numbers of a line and the names that end where they do in the line above; none where the lines are no such pair. */
    private static List<Named> pair(List<PrintedLine> printed, int at) {
        if (at + 1 >= printed.size() || !isPlain(printed.get(at)) || !isPlain(printed.get(at + 1))) {
            return List.of();
        }
        PrintedLine names = printed.get(at);
        PrintedLine values = printed.get(at + 1);
        String text = names.text().stripTrailing();
        List<Named> pair = new ArrayList<>();
        int from = 0;
        for (Word value : values.words()) {
            int to = value.end();
            if (!value.isFigure()
                    || to > text.length()
                    || text.charAt(to - 1) == ' '
                    || (from > 0 && text.charAt(from) != ' ')) {
                return List.of();
            }
            String name = text.substring(from, to).strip();
            int start = to - text.substring(from, to).stripLeading().length();
            pair.add(new Named(
                    new Piece(0, name, names.first(), start),
                    new Piece(1, values.text().substring(value.start(), to), values.first(), value.start())));
            from = to;
        }
        return from == text.length() ? pair : List.of();
    }

    private static boolean isPlain(PrintedLine line) {
        return line.kind() == PrintedLine.Kind.TEXT && line.bars().length == 0 && line.breaks().length == 0;
    }

    /** The cells of a vector by row: its names and numbers, or its levels as a header. */
    private static List<List<Piece>> rows(List<Named> vector, Names kind) {
        if (kind != Names.LEVELS) {
            return vector.stream()
                    .map(named -> List.of(named.name(), named.value()))
                    .toList();
        }
        List<Piece> header = new ArrayList<>();
        List<Piece> row = new ArrayList<>(
                List.of(new Piece(0, "value", vector.get(0).value().line(), 0)));
        for (Named named : vector) {
            Piece name = named.name();
            Piece value = named.value();
            header.add(new Piece(header.size() + 1, level(name.text()), name.line(), name.at()));
            row.add(new Piece(row.size(), value.text(), value.line(), value.at()));
        }
        return List.of(header, row);
    }

    /** Whether all names are numbers, each above the one before it. */
    private static boolean rises(List<Named> vector) {
        BigDecimal before = null;
        for (Named named : vector) {
            String name = named.name().text();
            String digits =
                    name.endsWith("%") ? name.substring(0, name.length() - 1).strip() : name;
            if (!digits.matches("-?\\d{1,15}(?:\\.\\d{1,15})?")) {
                return false;
            }
            BigDecimal number = new BigDecimal(digits);
            if (before != null && number.compareTo(before) <= 0) {
                return false;
            }
            before = number;
        }
        return true;
    }

    /** What a level of a quantile is called: the lowest and the highest are the extremes. */
    private static String level(String percent) {
        return switch (percent) {
            case "0%" -> "minimum";
            case "100%" -> "maximum";
            default -> percent;
        };
    }
}
