package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The p-values of tests between each two groups, as R's {@code pairwise.t.test} and its like print them: the lower half of a
 * square below its title.
 */
final class PairwiseTests implements Stretch.Finder {
    private static final String TITLE = "airwise comparisons using ";
    private static final int LONGEST = 1000;
    /** The data are named so close below the title. */
    private static final int NEAR = 4;

    private static final int MOST_GROUPS = 200;

    private final @Nullable String place;
    private final Limits limits;

    PairwiseTests(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() <= LONGEST && lines.get(i).contains(TITLE)) {
                int head = head(lines, i + 1);
                if (head > 0) {
                    square(lines, head, found);
                }
            }
        }
        return found;
    }

    /** The line of the names, below that of the data; 0 where there is none. */
    private static int head(List<String> lines, int from) {
        boolean data = false;
        for (int i = from; i < Math.min(lines.size(), from + 2 * NEAR); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("data:")) {
                data = true;
            } else if (data && !line.isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private void square(List<String> lines, int head, List<Stretch> found) {
        int end = head + 1;
        while (end < lines.size()
                && end - head <= MOST_GROUPS
                && !lines.get(end).isBlank()
                && lines.get(end).length() <= LONGEST) {
            end++;
        }
        int groups = end - head - 1;
        if (groups < 1) {
            return;
        }
        List<Word> names = Word.of(lines.get(head));
        List<Piece> header = new ArrayList<>();
        for (int c = 0; c < groups; c++) {
            Word name = names.size() == groups ? names.get(c) : names.get(0);
            String text = names.size() == groups ? lines.get(head).substring(name.start(), name.end()) : "";
            header.add(new Piece(c + 1, ("p value " + text).strip(), head, name.start()));
        }
        List<List<Piece>> cells = new ArrayList<>();
        cells.add(header);
        for (int i = head + 1; i < end; i++) {
            List<Piece> row = row(lines.get(i), i, groups);
            if (row.isEmpty()) {
                return;
            }
            cells.add(row);
        }
        found.add(new Stretch(head, end, TextGrid.of(place, cells, limits)));
    }

    /** A group and its p-values, a sign for none behind them. */
    private static List<Piece> row(String line, int number, int groups) {
        List<Word> words = Word.of(line.replace("< ", "<<"));
        int labels = words.size() - groups;
        if (labels < 1) {
            return List.of();
        }
        List<Piece> row = new ArrayList<>();
        int end = words.get(labels - 1).end();
        row.add(new Piece(
                0,
                line.substring(words.get(0).start(), end),
                number,
                words.get(0).start()));
        for (int c = 0; c < groups; c++) {
            Word word = words.get(labels + c);
            String value = line.substring(word.start(), word.end());
            if (!word.isFigure()) {
                return List.of();
            }
            if (!value.equals("-")) {
                row.add(new Piece(c + 1, value.replace(" ", ""), number, word.start()));
            }
        }
        return row;
    }
}
