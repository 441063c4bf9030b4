package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the columns beside a column say about its numbers. Looks at the first rows only. */
final class Neighbours {
    private static final int ROWS = 200;
    private static final int LONGEST = 60;
    private static final String NUMBER = "(-?\\d*[.,]?\\d+)";
    private static final Pattern INTERVAL =
            Pattern.compile("[(\\[]\\s*" + NUMBER + "\\s*(?:-|–|—|to|,|;)\\s*" + NUMBER + "\\s*[)\\]]");

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    Neighbours(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    /** Whether the next column holds intervals in brackets around the numbers of this one, as beside an estimate. */
    boolean intervalFollows(int column) {
        if (column + 1 >= columns.size() || columns.get(column).content.figures == 0) {
            return false;
        }
        int next = columns.get(column + 1).gridColumn;
        int around = 0;
        for (int i = 0; i < Math.min(rows.length, ROWS); i++) {
            BigDecimal value = grid.number(rows[i], columns.get(column).gridColumn);
            if (value != null && grid.kind(rows[i], next) == Grid.Kind.TEXT) {
                String text = grid.text(rows[i], next).strip();
                Matcher interval = INTERVAL.matcher(text.length() > LONGEST ? "" : text);
                if (!interval.matches()) {
                    return false;
                }
                BigDecimal low = number(interval.group(1));
                BigDecimal high = number(interval.group(2));
                if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
                    return false;
                }
                around++;
            }
        }
        return around >= 2;
    }

    /** Whether a column headed as per cent holds shares of 1: every one is a count beside it over another. */
    boolean isProportion(ColumnReading column) {
        if (!column.content.withinOne || column.content.decimals == 0 || column.content.withSign > 0) {
            return false;
        }
        List<ColumnReading> counts = new ArrayList<>();
        for (ColumnReading other : columns) {
            if (other.isCount()) {
                counts.add(other);
            }
        }
        for (ColumnReading part : counts) {
            for (ColumnReading whole : counts) {
                if (!part.equals(whole) && isShare(column, part, whole)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isShare(ColumnReading column, ColumnReading part, ColumnReading whole) {
        int tested = 0;
        for (int i = 0; i < Math.min(rows.length, ROWS); i++) {
            BigDecimal share = grid.number(rows[i], column.gridColumn);
            BigDecimal k = grid.number(rows[i], part.gridColumn);
            BigDecimal n = grid.number(rows[i], whole.gridColumn);
            if (share == null || k == null || n == null || n.signum() == 0) {
                continue;
            }
            // |share - k / n| is at most one unit of the last printed decimal
            BigDecimal slack = n.multiply(BigDecimal.ONE.movePointLeft(Math.max(0, share.scale())));
            if (share.multiply(n).subtract(k).abs().compareTo(slack) > 0) {
                return false;
            }
            tested += k.signum() == 0 ? 0 : 1;
        }
        return tested >= 2;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
