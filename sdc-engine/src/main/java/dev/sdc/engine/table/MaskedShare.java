package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.MarkerMeaning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <10 (3.1%)}: the count is held back and its share is not, so that the share is what the cell says. A mark that
 * sets no upper limit is none of these: what it hides may be large, and other hidden counts may follow from it.
 */
final class MaskedShare {
    private MaskedShare() {}

    /** What such a cell says; null for any other text. */
    static @Nullable CellValue of(
            String s, NumberStyle style, Map<String, MarkerMeaning> declared, CompositeForm form) {
        int bracket = Math.max(s.indexOf('('), s.indexOf('['));
        boolean closed = s.endsWith(")") || s.endsWith("]");
        if (bracket <= 0 || !closed || s.length() > PrintedFigure.LONGEST) {
            return null;
        }
        String inside = s.substring(bracket + 1, s.length() - 1).strip();
        boolean percent = inside.endsWith("%");
        BigDecimal share = PrintedFigure.single(inside.replaceFirst("\\s%$", "%"), style);
        boolean limited = isLimited(s.substring(0, bracket).strip(), style, declared);
        boolean known = percent || form == CompositeForm.COUNT_PERCENT;
        return limited && known && share != null && share.signum() >= 0
                ? new CellValue.Composite(List.of(new CellValue.Part(ColumnRole.PERCENTAGE, null, share)))
                : null;
    }

    private static boolean isLimited(String mark, NumberStyle style, Map<String, MarkerMeaning> declared) {
        if (declared.get(mark) instanceof MarkerMeaning.Between between) {
            return between.high() != null;
        }
        Bounds interval = Marks.interval(mark, style);
        return interval != null && interval.high() != null;
    }
}
