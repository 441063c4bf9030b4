package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Stata's {@code stset} says of the people it follows: a number on every line, and what it counts behind it. Each
 * becomes a column of one row; the times below them are no counts, and left.
 */
final class SurvivalSettings implements Stretch.Finder {
    private static final Pattern FIRST = Pattern.compile("\\s*([\\d,]+) {1,2}(total observations?)\\s*");
    private static final Pattern LINE = Pattern.compile("\\s*([\\d,]+) {1,2}([a-z][^\\d]*)");
    private static final Pattern LAST = Pattern.compile("failures? in (?:single|multiple)-.*");
    private static final Pattern FAILURE = Pattern.compile("\\s*failure event: {1,2}(\\S.*)");
    private static final String NONE_LEFT_OUT = "exclusions";
    private static final String UNNAMED = "all";
    private static final int MOST_ABOVE = 12;
    private static final int MOST_LINES = 16;
    private static final int LONGEST_LINE = 200;

    private final @Nullable String place;
    private final Limits limits;

    SurvivalSettings(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() <= LONGEST_LINE
                    && lines.get(i).contains("total observation")
                    && FIRST.matcher(lines.get(i)).matches()) {
                List<Piece> header = new ArrayList<>();
                List<Piece> row = new ArrayList<>();
                int end = read(lines, i, header, row);
                if (end > i) {
                    header.add(0, new Piece(0, "Failure event", i, 0));
                    row.add(0, failure(lines, i));
                    found.add(new Stretch(i, end, TextGrid.of(place, List.of(header, row), limits)));
                    i = end - 1;
                }
            }
        }
        return found;
    }

    /** What is said to be a failure, above the counts. */
    private static Piece failure(List<String> lines, int from) {
        for (int i = from - 1; i >= Math.max(0, from - MOST_ABOVE); i--) {
            Matcher failure = FAILURE.matcher(lines.get(i).length() > LONGEST_LINE ? "" : lines.get(i));
            if (failure.matches()) {
                return new Piece(0, failure.group(1).strip(), i, failure.start(1));
            }
        }
        return new Piece(0, UNNAMED, from, 0);
    }

    /** Reads the counts down to that of the failures; says where they end, 0 where none of failures follows. */
    private static int read(List<String> lines, int from, List<Piece> header, List<Piece> row) {
        for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
            String text = lines.get(i);
            if (text.startsWith("---")) {
                continue;
            }
            Matcher line = LINE.matcher(text.length() > LONGEST_LINE ? "" : text);
            if (!line.matches()) {
                return 0;
            }
            String words = line.group(2).strip();
            if (words.equals(NONE_LEFT_OUT) && line.group(1).equals("0")) {
                continue; // always printed: no group that nobody belongs to
            }
            boolean last = LAST.matcher(words).matches();
            String name = last ? "failures" : words.replaceFirst(",.*", "");
            header.add(new Piece(header.size() + 1, "Number of " + name, i, line.start(2)));
            row.add(new Piece(row.size() + 1, line.group(1), i, line.start(1)));
            if (last) {
                return i + 1;
            }
        }
        return 0;
    }
}
