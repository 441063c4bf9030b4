package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Set;

/** Rows above or below shares that give what they are shares of: {@code Base}, {@code Number of respondents}. */
final class BaseRows {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Set<String> NAMES = Set.of(
            "base",
            "base n",
            "n base",
            "base size",
            "unweighted base",
            "base unweighted",
            "unweighted n",
            "n unweighted",
            "total base",
            "base all",
            "base all patients",
            "base all respondents",
            "respondents",
            "number of respondents",
            "no of respondents",
            "total respondents",
            "denominator",
            "basis",
            "basis n",
            "fallzahl",
            "ungewichtete fallzahl",
            "effectif",
            "base effectif");

    static final RowRole ROLE = new RowRole(ColumnRole.COUNT, null, CompositeForm.ANY, true, false);

    private BaseRows() {}

    /** The places of such rows among the rows of a table; they stand first or last. */
    static BitSet of(Grid grid, int[] rows, int labels) {
        BitSet found = new BitSet();
        if (rows.length < 2) {
            return found;
        }
        for (int row : new int[] {0, rows.length - 1}) {
            if (NAMES.contains(Words.normal(grid.text(rows[row], labels))) && standsByShares(grid, labels, rows, row)) {
                found.set(row);
            }
        }
        return found;
    }

    /** Whether its numbers are whole, and no other number of their columns is above 100, though some are no counts. */
    private static boolean standsByShares(Grid grid, int labels, int[] rows, int row) {
        int sizes = 0;
        for (int column = labels + 1; column < grid.columns(); column++) {
            BigDecimal size = grid.number(rows[row], column);
            if (size == null) {
                continue;
            }
            boolean parts = false;
            for (int other = 0; other < rows.length; other++) {
                BigDecimal share = other == row ? null : grid.number(rows[other], column);
                if (share != null && share.compareTo(HUNDRED) > 0) {
                    return false;
                }
                parts |= share != null && share.scale() > 0;
            }
            if (!parts || size.stripTrailingZeros().scale() > 0) {
                return false;
            }
            sizes++;
        }
        return sizes > 0;
    }
}
