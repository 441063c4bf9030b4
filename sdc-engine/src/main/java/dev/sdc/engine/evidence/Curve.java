package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survival curve as a table prints it: what is known at each published time.
 *
 * @param group the labels of its group, or empty when the table has one curve
 * @param points the rows in the order of the file
 */
public record Curve(String group, List<Point> points) {

    /**
     * One published time. A component is null when the table does not print it.
     *
     * @param row the table's row
     * @param atRisk the number at risk
     * @param events the events
     * @param censored the withdrawals
     * @param survival the share that survives
     * @param share the same between 0 and 1, with the decimals it was rounded to
     */
    public record Point(
            int row,
            @Nullable Quantity atRisk,
            @Nullable Quantity events,
            @Nullable Quantity censored,
            @Nullable Quantity survival,
            @Nullable Printed share) {}

    /** Whether any time states a number at risk or of events. */
    public boolean hasCounts() {
        for (Point point : points) {
            if (point.atRisk() != null || point.events() != null) {
                return true;
            }
        }
        return false;
    }
}
