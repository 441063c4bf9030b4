package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a summary that say what they hold together with the row above: {@code N Valid} over {@code Missing},
 * {@code Percentiles 25} over {@code 75}, as SPSS prints them.
 */
final class SummaryRows {
    private static final Pattern FIRST = Pattern.compile("(?i)n|n valid|n missing|percentiles.{0,8}");
    private static final Pattern PERCENTILE = Pattern.compile("(?:percentiles )?(\\d{1,2}(?:\\.\\d{1,4})?)");

    private enum Part {
        NONE,
        SIZES,
        PERCENTILES
    }

    private SummaryRows() {}

    /** Adds what such rows hold; others keep what they are known for. */
    static void add(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        LabelTexts<Boolean> begins =
                new LabelTexts<>(grid, text -> FIRST.matcher(text).matches() ? Boolean.TRUE : null);
        Part part = Part.NONE;
        for (int row = 0; row < rows; row++) {
            if (part == Part.NONE && !begins(labels, row, begins)) {
                continue;
            }
            int level = labels.innermost(row);
            String label = level < 0 ? "" : labels.text(row, level);
            String whole = (level > 0 ? labels.text(row, level - 1) + " " + label : label)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            boolean valid = whole.equals("n valid");
            boolean missing = whole.equals("n missing") || (part == Part.SIZES && whole.equals("missing"));
            Matcher percentile = PERCENTILE.matcher(whole);
            if (valid || missing) {
                part = Part.SIZES;
                roles.put(row, new RowRole(ColumnRole.COUNT, null, CompositeForm.ANY, valid, false));
            } else if (percentile.matches() && (part == Part.PERCENTILES || whole.startsWith("p"))) {
                part = Part.PERCENTILES;
                BigDecimal q = new BigDecimal(percentile.group(1)).movePointLeft(2);
                roles.put(row, new RowRole(ColumnRole.PERCENTILE, q, CompositeForm.ANY, false, false));
            } else {
                part = Part.NONE;
            }
        }
    }

    /** Whether a label of a row begins a part of such a summary. */
    private static boolean begins(RowLabels labels, int row, LabelTexts<Boolean> begins) {
        for (int column = 0; column < labels.columns().length; column++) {
            int at = labels.source()[column][row];
            if (at >= 0 && begins.of(at, labels.columns()[column]) != null) {
                return true;
            }
        }
        return false;
    }
}
