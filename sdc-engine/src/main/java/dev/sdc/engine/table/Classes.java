package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classes of a whole number side by side, each beginning where the one before has ended: {@code 0}, {@code 1-3}, {@code 4+}. */
final class Classes {
    private static final Pattern CLASS = Pattern.compile("(\\d{1,6})(?:\\s?(?:[-–—]|to)\\s?(\\d{1,6}))?");
    private static final Pattern OPEN =
            Pattern.compile("(?:(?:>=|≥)\\s?(\\d{1,6})|(\\d{1,6})\\s?(?:\\+|(?:or|and) (?:more|over|above|older)))");

    private Classes() {}

    /**
     * Whether the cells of a row are such classes, of which one at least is more than a single number. An open class or
     * the name of a total ends them, or three at least begin at 0 or 1: a mark {@code 1-7} beside a count of 8 is data.
     */
    static boolean fill(Grid grid, int row, int firstColumn, int lastColumn) {
        long begin = -1;
        long next = -1;
        int classes = 0;
        boolean ranges = false;
        boolean ended = false;
        for (int column = firstColumn; column <= lastColumn; column++) {
            String text = grid.text(row, column).strip();
            Matcher open = OPEN.matcher(text);
            Matcher closed = CLASS.matcher(text);
            if (next >= 0 && TotalNames.isName(text)) {
                ended = true;
            } else if (!ended && next >= 0 && open.matches()) {
                ended = Long.parseLong(open.group(1) == null ? open.group(2) : open.group(1)) == next;
                ranges = true;
                classes++;
                if (!ended) {
                    return false;
                }
            } else if (!ended && closed.matches()) {
                long from = Long.parseLong(closed.group(1));
                long to = closed.group(2) == null ? from : Long.parseLong(closed.group(2));
                if ((next >= 0 && from != next) || to < from) {
                    return false;
                }
                begin = next < 0 ? from : begin;
                ranges |= to > from;
                next = to + 1;
                classes++;
            } else if (!text.isEmpty()) {
                return false;
            }
        }
        return ranges && (ended ? classes > 1 : classes > 2 && begin <= 1);
    }
}
