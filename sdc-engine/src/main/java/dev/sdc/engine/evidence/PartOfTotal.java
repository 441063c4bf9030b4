package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.List;
import java.util.Optional;

/**
 * The only category that a table prints beside the total of each row: who is not in it is in another that is not printed.
 *
 * @param part the column of the category
 * @param total the column of totals
 */
public record PartOfTotal(Column part, Column total) {

    /** The two columns of a table, where it has these counts and no others. */
    public static Optional<PartOfTotal> of(Table table) {
        List<Column> counts = table.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .limit(3)
                .toList();
        if (counts.size() != 2) {
            return Optional.empty();
        }
        boolean first = isTotal(counts.get(0));
        if (first == isTotal(counts.get(1))) {
            return Optional.empty();
        }
        PartOfTotal pair =
                first ? new PartOfTotal(counts.get(1), counts.get(0)) : new PartOfTotal(counts.get(0), counts.get(1));
        return pair.isPart(table) ? Optional.of(pair) : Optional.empty();
    }

    private static boolean isTotal(Column column) {
        return !column.cumulative()
                && (TotalNames.isName(column.leaf()) || Wording.names(column.leaf(), "denominator", "nenner"));
    }

    /** Whether the total is the larger one in every row, in some row truly, and no running total. */
    private boolean isPart(Table table) {
        boolean more = false;
        boolean running = true;
        long before = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, part.index());
            long all = LineCounts.at(table, row, total.index());
            if (n != LineCounts.NONE && all != LineCounts.NONE) {
                if (n > all) {
                    return false;
                }
                more |= n < all;
                running &= all == before + n;
                before = all;
            }
        }
        return more && !running;
    }
}
