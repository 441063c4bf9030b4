package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.submission.Bounds;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark with what is said of its share behind it. {@code <10 (3.4%)} is a share, from which the count may be worked out;
 * {@code <10 (<4.9%)} and {@code * (-)} are marks.
 *
 * @param mark the mark before the bracket
 * @param interval what it says of the count; null for a mark that says nothing
 * @param share the percentage in the bracket; null where that is held back, too
 */
record MarkAndShare(
        String mark, @Nullable Bounds interval, @Nullable BigDecimal share) {
    private static final int LONGEST = 40;

    /** What a text says, or null where it is no mark with a bracket behind it. */
    static @Nullable MarkAndShare of(String text, NumberStyle style) {
        int open = text.length() > LONGEST ? -1 : text.lastIndexOf('(');
        if (open < 1 || text.charAt(text.length() - 1) != ')') {
            return null;
        }
        String mark = text.substring(0, open).strip();
        Bounds interval = Marks.interval(mark, style);
        if (interval == null && !Marks.isMark(mark)) {
            return null;
        }
        String inside = text.substring(open + 1, text.length() - 1).strip();
        boolean percent = inside.endsWith("%");
        String figure = percent ? inside.substring(0, inside.length() - 1).strip() : inside;
        if (Marks.isMark(inside) || Marks.isMark(figure) || Marks.interval(figure, style) != null) {
            return new MarkAndShare(mark, interval, null);
        }
        if (percent && Marks.limit(figure, style) != null) {
            return new MarkAndShare(mark, interval, null);
        }
        BigDecimal share = percent || figure.indexOf(style.decimal()) > 0 ? Numerals.parse(figure, style) : null;
        return share == null ? null : new MarkAndShare(mark, interval, share);
    }

    /** It as the content of a cell. */
    CellValue value() {
        return share == null ? new CellValue.Suppressed(mark, interval) : new CellValue.Share(share, true);
    }
}
