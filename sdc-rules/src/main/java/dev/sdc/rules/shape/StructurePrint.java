package dev.sdc.rules.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what R prints of the structure of a data frame, with the first values of every variable: {@code str}, {@code
 * glimpse}.
 */
public final class StructurePrint {
    private static final Pattern FRAME = Pattern.compile(
            ".*\\b(\\d{1,12}) obs\\. of\\s+\\d+ variables?:?\\s*|Rows:\\s([\\d,]{1,16})\\s*|tibble \\[([\\d,]{1,16}) [×x] \\d+\\].*");
    private static final Pattern VARIABLE = Pattern.compile(
            "\\s*[$] \\S.{0,80}?\\s*(?:: *(?:num|int|chr|Factor|logi|Date|POSIXct|dbl|Ord)|<(?:dbl|int|chr|fct|lgl|date|dttm)>).*\\d.*");
    private static final int LONGEST_LINE = 4_000;
    private static final int FEWEST = 2;

    private StructurePrint() {}

    /** The lines in which such prints begin that show records, from 0. */
    public static List<Integer> in(List<String> lines) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_LINE) {
                continue;
            }
            Matcher frame = FRAME.matcher(lines.get(i));
            if (frame.matches()) {
                int variables = 0;
                for (int at = i + 1; at < Math.min(i + 12, lines.size()); at++) {
                    boolean variable = lines.get(at).length() <= LONGEST_LINE
                            && VARIABLE.matcher(lines.get(at)).matches();
                    variables += variable ? 1 : 0;
                }
                if (variables >= FEWEST) {
                    found.add(i);
                }
            }
        }
        return found;
    }
}
