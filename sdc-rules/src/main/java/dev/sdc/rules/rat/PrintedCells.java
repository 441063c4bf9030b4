package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.BitSet;

/** Which ratios of a table stand beside the counts they are made of, so that other rules test those. */
final class PrintedCells {
    private final int[] counts;
    private final BitSet events = new BitSet();
    private boolean referenceHasCounts;
    private boolean referenceHasEvents;

    PrintedCells(Table table) {
        counts = new int[table.rowCount()];
        table.forEachCount((row, column, n) -> {
            counts[row]++;
            if (isOfEvents(table.columns().get(column))) {
                events.set(row);
            }
        });
        BitSet ratios = new BitSet();
        Ratio.forEach(table, ratio -> ratios.set(ratio.figure().row()));
        for (int row = 0; row < counts.length; row++) {
            boolean reference = !ratios.get(row) && !table.isTotalRow(row);
            referenceHasCounts |= reference && counts[row] >= 2;
            referenceHasEvents |= reference && events.get(row);
        }
    }

    /** Whether the counts of a ratio are printed: all in its row, or its own in its row and the others in the reference's. */
    boolean hold(Ratio ratio) {
        int row = ratio.figure().row();
        return counts[row] >= 4
                || (counts[row] >= 2 && referenceHasCounts)
                || (ratio.kind().isOfTime() && events.get(row) && referenceHasEvents);
    }

    private static boolean isOfEvents(Column column) {
        return column.role() == ColumnRole.EVENTS
                || Wording.names(column.name(), "events", "event", "deaths", "died", "failures", "relapses");
    }
}
