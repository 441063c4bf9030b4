package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Stata's {@code describe} says of a data set: how many observations it holds, and a line for every variable. The
 * observations become a table of one row, the variables one of texts: a digit in the label of a variable counts nobody.
 */
final class DataDescriptions implements Stretch.Finder {
    private static final Pattern FIRST = Pattern.compile("(Contains data(?: from .*)?)\\s*");
    private static final Pattern OBSERVATIONS = Pattern.compile("\\s*(?:obs|Observations):\\s+([\\d,]+)(?:\\s.*)?");
    private static final Pattern NAMES =
            Pattern.compile("(?i)\\s*(?:variable )?name +type +format +label +variable label\\s*");
    private static final Pattern VARIABLE =
            Pattern.compile("([A-Za-z_]\\S*) +(byte|int|long|float|double|str\\w+) +(%\\S+)(.*)");
    private static final List<String> HEADER = List.of("Variable", "Storage type", "Display format", "Label");
    private static final int MOST_ABOVE = 10;
    private static final int LONGEST_LINE = 400;

    private final @Nullable String place;
    private final Limits limits;

    DataDescriptions(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("Contains data")) {
                continue;
            }
            Matcher first = matcher(FIRST, lines.get(i));
            if (first.matches()) {
                int names = names(lines, i + 1);
                for (int line = i + 1; line <= names; line++) {
                    Matcher counted = matcher(OBSERVATIONS, lines.get(line));
                    if (counted.matches()) {
                        found.add(observations(first, i, counted, line));
                        found.addAll(variables(lines, names));
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static Matcher matcher(Pattern pattern, String line) {
        return pattern.matcher(line.length() > LONGEST_LINE ? "" : line);
    }

    /** The last line of the header of the variables; where none stands, the last line that may tell the observations. */
    private static int names(List<String> lines, int from) {
        int end = Math.min(lines.size(), from + MOST_ABOVE);
        for (int i = from; i < end; i++) {
            if (matcher(NAMES, lines.get(i)).matches()) {
                return i;
            }
        }
        return end - 1;
    }

    private Stretch observations(Matcher first, int from, Matcher counted, int line) {
        List<Piece> header = List.of(new Piece(0, "Data set", from, 0), new Piece(1, "Observations", line, 0));
        List<Piece> row = List.of(
                new Piece(0, first.group(1).strip(), from, 0), new Piece(1, counted.group(1), line, counted.start(1)));
        return new Stretch(from, line + 1, TextGrid.of(place, List.of(header, row), limits));
    }

    /** The variables under their header, down to the line that is none. */
    private List<Stretch> variables(List<String> lines, int names) {
        List<List<Piece>> rows = new ArrayList<>();
        List<Piece> header = new ArrayList<>();
        HEADER.forEach(name -> header.add(new Piece(header.size(), name, names, 0)));
        rows.add(header);
        int end = names + 1;
        while (end < lines.size() && lines.get(end).startsWith("---")) {
            end++;
        }
        for (; end < lines.size(); end++) {
            Matcher variable = matcher(VARIABLE, lines.get(end));
            if (!variable.matches()) {
                break;
            }
            List<Piece> row = new ArrayList<>();
            for (int group = 1; group <= HEADER.size(); group++) {
                String text = variable.group(group).strip();
                if (!text.isEmpty()) {
                    row.add(new Piece(group - 1, text, end, variable.start(group)));
                }
            }
            rows.add(row);
        }
        return rows.size() > 1 ? List.of(new Stretch(names, end, TextGrid.of(place, rows, limits))) : List.of();
    }
}
