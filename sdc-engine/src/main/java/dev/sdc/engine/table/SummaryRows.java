package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a summary that say what they hold together with the row above: {@code N Valid} over {@code Missing},
 * {@code Percentiles 25} over {@code 75}, as SPSS prints them.
 */
final class SummaryRows {
    private static final Pattern PERCENTILE = Pattern.compile("(?i)(percentiles )?(\\d{1,2}(?:\\.\\d{1,4})?)");

    private SummaryRows() {}

    /** Adds what such rows hold; others keep what they are known for. */
    static void add(Grid grid, RowLabels labels, int rows, Map<Integer, RowRole> roles) {
        String part = "";
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            if (level < 0) {
                part = "";
                continue;
            }
            String label = text(grid, labels, row, level);
            String outer = level > 0 && labels.source()[level - 1][row] >= 0 ? text(grid, labels, row, level - 1) : "";
            String whole = (outer + " " + label).strip();
            Matcher percentile = PERCENTILE.matcher(whole);
            boolean missing = part.equals("n") && whole.equalsIgnoreCase("Missing");
            if (missing || whole.equalsIgnoreCase("N Missing") || whole.equalsIgnoreCase("N Valid")) {
                part = "n";
                roles.put(row, new RowRole(ColumnRole.COUNT, null, CompositeForm.ANY, whole.endsWith("alid"), false));
            } else if (percentile.matches() && (percentile.group(1) != null || part.equals("percentiles"))) {
                part = "percentiles";
                BigDecimal q = new BigDecimal(percentile.group(2)).movePointLeft(2);
                roles.put(row, new RowRole(ColumnRole.PERCENTILE, q, CompositeForm.ANY, false, false));
            } else {
                part = "";
            }
        }
    }

    private static String text(Grid grid, RowLabels labels, int row, int level) {
        return grid.text(labels.source()[level][row], labels.columns()[level]).strip();
    }
}
