package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;

/** Sees that the counts of a table are rounded though nobody says so: too many of them are multiples of ten or five. */
public final class EvidentRounding {
    /** The chance that so many exact counts are all multiples of five is one in 390,000. */
    private static final int FEWEST = 8;

    private EvidentRounding() {}

    /** Whether the counts of a table are rounded: it is declared, or they show it themselves. */
    public static boolean isRounded(Table table, Settings settings) {
        return CountGrid.of(table, settings).rounds() || of(table).rounds();
    }

    /** The grid that all cells (totals left out) lie on; {@link CountGrid#EXACT} where there is none or too little to tell. */
    public static CountGrid of(Table table) {
        int[] seen = new int[3];
        table.forEachCount((row, column, n) -> {
            if (n > 0 && !table.isTotalRow(row) && !table.columns().get(column).total()) {
                seen[0]++;
                seen[1] += n % 5 == 0 ? 1 : 0;
                seen[2] += n % 10 == 0 ? 1 : 0;
            }
        });
        if (seen[0] < FEWEST || seen[1] < seen[0]) {
            return CountGrid.EXACT;
        }
        return CountGrid.nearest(seen[2] == seen[0] ? 10 : 5, false, null);
    }
}
