package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Stata's {@code reshape} says of a data set: how many observations it holds before and after. */
final class Reshapings implements Stretch.Finder {
    private static final Pattern FIRST = Pattern.compile("Data +(\\w+) +-> +(\\w+)\\s*");
    private static final Pattern OBSERVATIONS =
            Pattern.compile("(Number of obs(?:\\.|ervations))\\s+([\\d,]+) +-> +([\\d,]+)\\s*");
    private static final int RULE_AND_COUNT = 2;
    private static final int LONGEST_LINE = 200;

    private final @Nullable String place;
    private final Limits limits;

    Reshapings(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + RULE_AND_COUNT < lines.size(); i++) {
            if (!lines.get(i).startsWith("Data ")) {
                continue;
            }
            Matcher shapes = matcher(FIRST, lines.get(i));
            int counted = i + RULE_AND_COUNT;
            Matcher counts = matcher(OBSERVATIONS, lines.get(counted));
            if (shapes.matches() && counts.matches()) {
                List<Piece> header = List.of(
                        new Piece(0, "Data set", i, 0),
                        new Piece(1, "Observations " + shapes.group(1), i, shapes.start(1)),
                        new Piece(2, "Observations " + shapes.group(2), i, shapes.start(2)));
                List<Piece> row = List.of(
                        new Piece(0, counts.group(1), counted, counts.start(1)),
                        new Piece(1, counts.group(2), counted, counts.start(2)),
                        new Piece(2, counts.group(3), counted, counts.start(3)));
                found.add(new Stretch(i, counted + 1, TextGrid.of(place, List.of(header, row), limits)));
            }
        }
        return found;
    }

    private static Matcher matcher(Pattern pattern, String line) {
        return pattern.matcher(line.length() > LONGEST_LINE ? "" : line);
    }
}
