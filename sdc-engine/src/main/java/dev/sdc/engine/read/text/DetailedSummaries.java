package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Stata's {@code summarize, detail} says of a variable, in three columns that are no table: percentiles, the four
 * smallest and largest values, and moments. Each becomes a row with a column for every figure.
 */
final class DetailedSummaries implements Stretch.Finder {
    private static final Pattern HEADER = Pattern.compile("\\s*Percentiles\\s+Smallest\\s*");
    private static final String NUMBER = "-?[\\d,]*\\.?\\d+(?:e[-+]?\\d+)?";
    private static final Pattern LINE = Pattern.compile("\\s*(?:(\\d{1,2})%\\s+(" + NUMBER + "))?(?:\\s+(" + NUMBER
            + "|Largest))?(?:\\s+(Obs|Sum of [Ww]gt\\.|Mean|Std\\. [Dd]ev\\.|Variance|Skewness|Kurtosis)\\s+(" + NUMBER
            + "))?\\s*");
    private static final int MOST_LINES = 16;
    private static final int LONGEST_LINE = 200;

    private final @Nullable String place;
    private final Limits limits;

    DetailedSummaries(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_LINE
                    || !lines.get(i).contains("Percentiles")
                    || !HEADER.matcher(lines.get(i)).matches()) {
                continue;
            }
            List<Piece> header = new ArrayList<>();
            List<Piece> row = new ArrayList<>();
            int end = read(lines, i + 1, header, row);
            if (row.size() > 2) {
                boolean ruled = i > 1 && lines.get(i - 1).startsWith("---");
                String name = ruled ? lines.get(i - 2).strip() : "";
                header.add(0, new Piece(0, "Variable", i, 0));
                row.add(0, new Piece(0, name.isEmpty() ? "variable" : name, ruled ? i - 2 : i, 0));
                found.add(new Stretch(ruled ? i - 2 : i, end, TextGrid.of(place, List.of(header, row), limits)));
                i = end - 1;
            }
        }
        return found;
    }

    /** Reads the lines of one variable; says where they end. */
    private static int read(List<String> lines, int from, List<Piece> header, List<Piece> row) {
        String end = "Smallest";
        String obs = "";
        int last = from;
        for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
            String text = lines.get(i);
            Matcher line = LINE.matcher(text.length() > LONGEST_LINE ? "" : text);
            if (text.isBlank()) {
                continue;
            }
            if (!line.matches() || (last < i - 2)) {
                break;
            }
            if (line.group(1) != null) {
                add("p" + line.group(1), line, 2, i, header, row);
            }
            if ("Largest".equals(line.group(3))) {
                end = "Largest";
            } else if (line.group(3) != null) {
                add(end, line, 3, i, header, row);
            }
            String name = line.group(4);
            boolean again =
                    name != null && name.startsWith("Sum of") && line.group(5).equals(obs);
            if (name != null && !again) {
                obs = name.equals("Obs") ? line.group(5) : obs;
                add(name.startsWith("Sum of") ? "Weighted n" : name, line, 5, i, header, row);
            }
            last = i + 1;
        }
        return last;
    }

    private static void add(String name, Matcher line, int group, int i, List<Piece> header, List<Piece> row) {
        header.add(new Piece(header.size() + 1, name, i, line.start(group)));
        row.add(new Piece(row.size() + 1, line.group(group), i, line.start(group)));
    }
}
