package dev.sdc.engine.read;

import java.util.regex.Pattern;

/** Tells a text of several lines that is a table itself: rows of labels, each with a number behind it, in one cell. */
public final class TableInCell {
    private static final Pattern ROW =
            Pattern.compile("[\"']?\\p{L}[^\\n]{0,100}[,;|:\\t ]\\s{0,9}[\"']?[<≤]?\\d[\\d.,]{0,20}[\"']?\\s{0,9}");
    private static final int FEWEST = 2;
    private static final int LONGEST = 100_000;

    private TableInCell() {}

    /** Whether two lines of a text or more are rows. */
    public static boolean is(String text) {
        if (text.indexOf('\n') < 0 || text.length() > LONGEST) {
            return false;
        }
        return text.lines()
                        .filter(line -> ROW.matcher(line).matches())
                        .limit(FEWEST)
                        .count()
                == FEWEST;
    }
}
