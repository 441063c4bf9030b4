package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What R's {@code summary} says of a data frame: below the name of each variable, {@code Min.   :17.00} or
 * {@code Female:489}. Statistics become one table, the counts of levels another.
 */
final class SummaryTables implements Stretch.Finder {
    private static final Set<String> STATISTICS =
            Set.of("Min.", "1st Qu.", "Median", "Mean", "3rd Qu.", "Max.", "Class", "Mode");

    private final @Nullable String place;
    private final Limits limits;

    SummaryTables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).isBlank()
                    || lines.get(i - 1).indexOf(':') >= 0
                    || lines.get(i).indexOf(':') < 0) {
                continue;
            }
            int end = i;
            while (end < lines.size() && lines.get(end).indexOf(':') > 0 && isCells(lines.get(end))) {
                end++;
            }
            BitSet colons = colons(lines, i, end);
            if (end - i >= 2 && aligned(lines, i, end, colons)) {
                table(lines, i, end, colons, found);
                i = end;
            }
        }
        return found;
    }

    /** Whether a line holds nothing but names with values; a short value stands some spaces after its colon. */
    private static boolean isCells(String line) {
        for (String cell : line.strip().split("(?<=[^:\\s])\\s{2,}(?=[^:\\s])", -1)) {
            int colon = cell.indexOf(':');
            if (colon <= 0
                    || colon != cell.lastIndexOf(':')
                    || cell.substring(colon + 1).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static BitSet colons(List<String> lines, int from, int to) {
        BitSet colons = new BitSet();
        for (String line : lines.subList(from, to)) {
            for (int at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
                colons.set(at);
            }
        }
        return colons;
    }

    /** Whether every colon has one above or below it, and a statistic or a second variable stands there. */
    private static boolean aligned(List<String> lines, int from, int to, BitSet colons) {
        boolean statistics = false;
        boolean counts = true;
        for (int colon = colons.nextSetBit(0); colon >= 0; colon = colons.nextSetBit(colon + 1)) {
            int here = 0;
            for (String line : lines.subList(from, to)) {
                boolean cell = line.length() > colon && line.charAt(colon) == ':';
                here += cell ? 1 : 0;
                String value = cell ? line.substring(colon + 1).stripLeading() : "0";
                counts &= !value.isEmpty() && Character.isDigit(value.charAt(0));
                statistics |= colon >= 7 && line.startsWith("Min.", colon - 7);
            }
            if (here < 2) {
                return false;
            }
        }
        return statistics || (counts && colons.cardinality() > 1);
    }

    private void table(List<String> lines, int from, int to, BitSet colons, List<Stretch> found) {
        List<List<Piece>> statistics = new ArrayList<>();
        List<List<Piece>> levels = new ArrayList<>();
        List<Word> names = Word.of(lines.get(from - 1));
        int left = 0;
        for (int colon = colons.nextSetBit(0); colon >= 0; colon = colons.nextSetBit(colon + 1)) {
            int next = colons.nextSetBit(colon + 1);
            int right = colon;
            for (int i = from; i < to; i++) {
                String line = lines.get(i);
                if (line.length() <= colon || line.charAt(colon) != ':') {
                    continue;
                }
                String name = line.substring(Math.min(left, colon), colon).strip();
                int start = colon + 1;
                while (start < line.length() && line.charAt(start) == ' ') {
                    start++;
                }
                int end = start;
                while (end < line.length() && line.charAt(end) != ' ') {
                    end++;
                }
                right = Math.max(right, end);
                List<Piece> row = new ArrayList<>();
                row.add(new Piece(
                        0, variable(lines.get(from - 1), names, left, next < 0 ? Integer.MAX_VALUE : end), i, start));
                row.add(new Piece(1, name, i, start));
                row.add(new Piece(2, line.substring(start, end), i, start));
                (STATISTICS.contains(name) ? statistics : levels).add(row);
            }
            left = right;
        }
        add(statistics, levels, from - 1, to, found);
    }

    static boolean isStatistic(String name) {
        return STATISTICS.contains(name);
    }

    /** Adds the statistics as one table, and the counts of levels as another. */
    void add(List<List<Piece>> statistics, List<List<Piece>> levels, int from, int to, List<Stretch> found) {
        add(statistics, "statistic", "value", from, to, found);
        add(levels, "level", "n", found.isEmpty() || statistics.isEmpty() ? from : to, to, found);
    }

    /** The name above a stretch of a line. */
    private static String variable(String header, List<Word> names, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (Word word : names) {
            if (word.overlaps(from, to)) {
                name.append(name.isEmpty() ? "" : " ").append(header, word.start(), word.end());
            }
        }
        return name.isEmpty() ? "variable" : name.toString();
    }

    private void add(List<List<Piece>> rows, String label, String value, int from, int to, List<Stretch> found) {
        if (!rows.isEmpty()) {
            int line = rows.get(0).get(0).line();
            List<List<Piece>> all = new ArrayList<>();
            all.add(List.of(
                    new Piece(0, "variable", line - 1, 0),
                    new Piece(1, label, line - 1, 0),
                    new Piece(2, value, line - 1, 0)));
            all.addAll(rows);
            found.add(new Stretch(from, to, TextGrid.of(place, all, limits)));
        }
    }
}
