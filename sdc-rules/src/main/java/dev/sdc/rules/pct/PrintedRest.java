package dev.sdc.rules.pct;

import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether what a share leaves of its base stands in the table as categories of its own. Then those cells are tested
 * themselves, and the rest adds nothing.
 */
final class PrintedRest {
    /** How many rows around a share may belong to its variable. */
    private static final int REACH = 60;

    private final Table table;

    PrintedRest(Table table) {
        this.table = table;
    }

    boolean isPrinted(Share share) {
        return inColumn(share.figure()) || inRow(share.figure());
    }

    /** Whether rows next to each other in the column, this one among them, add up to the whole. */
    private boolean inColumn(Quantity figure) {
        int first = Math.max(0, figure.row() - REACH);
        int last = Math.min(table.rowCount() - 1, figure.row() + REACH);
        for (int from = figure.row(); from >= first; from--) {
            if (from < figure.row() && share(from, figure).isEmpty()) {
                return false;
            }
            Sum sum = new Sum(figure);
            for (int row = from; row <= last; row++) {
                Optional<Quantity> part = share(row, figure);
                if (part.isEmpty() || table.isTotalRow(row)) {
                    break;
                }
                sum.add(part.get());
                if (row >= figure.row() && row > from && sum.isWhole()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the shares of the row add up to the whole, totals left out. */
    private boolean inRow(Quantity figure) {
        Sum sum = new Sum(figure);
        int parts = 0;
        for (int column = 0; column < table.columns().size(); column++) {
            if (!table.columns().get(column).total()) {
                for (Quantity part : table.quantities(figure.row(), column)) {
                    if (part.role() == figure.role()) {
                        sum.add(part);
                        parts++;
                    }
                }
            }
        }
        return parts > 1 && sum.isWhole();
    }

    private Optional<Quantity> share(int row, Quantity like) {
        return table.quantities(row, like.column()).stream()
                .filter(part -> part.role() == like.role())
                .findFirst();
    }

    /** A sum of printed shares with the rounding they may carry. */
    private static final class Sum {
        private final BigDecimal whole;
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal slack = BigDecimal.ZERO;

        Sum(Quantity figure) {
            whole = Shares.whole(figure);
        }

        void add(Quantity part) {
            value = value.add(part.value());
            slack = slack.add(part.halfUnit());
        }

        boolean isWhole() {
            return value.subtract(whole).abs().compareTo(slack) <= 0;
        }
    }
}
