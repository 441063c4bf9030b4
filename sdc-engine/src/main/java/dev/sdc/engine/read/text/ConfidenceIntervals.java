package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The confidence interval of a test as R prints it alone: two numbers, and below them the level as their attribute. */
final class ConfidenceIntervals implements Stretch.Finder {
    private static final String NUMBER = "[-+]?(?:\\d[\\d.,]{0,30}(?:e[-+]\\d{1,4})?|Inf)";
    private static final Pattern ENDS =
            Pattern.compile("(?:##? )?\\s*\\[1\\]\\s+(" + NUMBER + ")\\s+(" + NUMBER + ")\\s*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?:##? )?\\s*attr\\(,\"conf\\.level\"\\)\\s*");
    private static final int LINES = 3;
    private static final int LONGEST_LINE = 200;

    private final @Nullable String place;
    private final Limits limits;

    ConfidenceIntervals(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + LINES <= lines.size(); i++) {
            if (lines.get(i + 1).indexOf("conf.level") < 0) {
                continue; // to match every line costs far more
            }
            Matcher ends = matcher(ENDS, lines.get(i));
            if (ends.matches() && matcher(ATTRIBUTE, lines.get(i + 1)).matches()) {
                List<Piece> header = List.of(new Piece(0, "lower limit", i, 0), new Piece(1, "upper limit", i, 0));
                List<Piece> row = List.of(
                        new Piece(0, ends.group(1), i, ends.start(1)), new Piece(1, ends.group(2), i, ends.start(2)));
                found.add(new Stretch(i, i + LINES, TextGrid.of(place, List.of(header, row), limits)));
            }
        }
        return found;
    }

    private static Matcher matcher(Pattern pattern, String line) {
        return pattern.matcher(line.length() > LONGEST_LINE ? "" : line);
    }
}
