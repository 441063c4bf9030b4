package dev.sdc.rules.pct;

import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        List<Quantity> run = new ArrayList<>();
        for (int back = 0; back <= REACH && addTo(run, figure, figure.row() - back); back++) {}
        Collections.reverse(run);
        int own = run.size() - 1;
        for (int on = 1; own >= 0 && on <= REACH && addTo(run, figure, figure.row() + on); on++) {}
        return addUp(run, own, figure);
    }

    /** Adds the share of a row to a run; false where there is none, or a total. */
    private boolean addTo(List<Quantity> run, Quantity figure, int row) {
        boolean inside = row >= 0 && row < table.rowCount() && !table.isTotalRow(row);
        Optional<Quantity> part = inside ? share(row, figure) : Optional.empty();
        part.ifPresent(run::add);
        return part.isPresent();
    }

    /** Whether some stretch of a run, the share at {@code own} and another among it, adds up to the whole. */
    private static boolean addUp(List<Quantity> run, int own, Quantity figure) {
        Sum all = new Sum(figure);
        run.forEach(all::add);
        for (int from = own; from >= 0; from--) {
            Sum sum = new Sum(figure);
            for (int to = from; to < run.size() && !sum.isPast(all); to++) {
                sum.add(run.get(to));
                if (to >= own && to > from && sum.isWhole()) {
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
        private boolean falls;

        Sum(Quantity figure) {
            whole = Shares.whole(figure);
        }

        void add(Quantity part) {
            value = value.add(part.value());
            slack = slack.add(part.halfUnit());
            falls |= part.value().signum() < 0;
        }

        boolean isWhole() {
            return value.subtract(whole).abs().compareTo(slack) <= 0;
        }

        /** Whether nothing that follows can make it whole: it is past it by more than the rounding of all could be. */
        boolean isPast(Sum all) {
            return !all.falls && value.subtract(whole).compareTo(all.slack) > 0;
        }
    }
}
