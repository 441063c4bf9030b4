package dev.sdc.rules.evi;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Limits declared for a variable, held against the printed figures that must keep them. */
final class SuppliedLimits {
    /** A total is no value of the variable, nor is a deviation. */
    private static final Set<ColumnRole> VALUES =
            Set.of(ColumnRole.MEAN, ColumnRole.PERCENTILE, ColumnRole.MINIMUM, ColumnRole.MAXIMUM);

    private SuppliedLimits() {}

    static List<Contradiction> contradictions(Table table, Facts facts) {
        List<Contradiction> found = new ArrayList<>();
        if (table.declaration().bounds().isEmpty()) {
            return found;
        }
        table.forEachQuantity(
                VALUES,
                figure -> facts.bounds(table, figure.row(), figure.column())
                        .filter(limits -> !limits.allow(figure.value(), figure.halfUnit()))
                        .ifPresent(limits ->
                                found.add(new Contradiction(figure.row(), figure.column(), why(limits, figure)))));
        return found;
    }

    private static String why(Bounds limits, Quantity figure) {
        return figure.value().toPlainString() + " is printed, and the variable is declared to lie between "
                + (limits.low() == null ? "any value" : limits.low().toPlainString()) + " and "
                + (limits.high() == null ? "any value" : limits.high().toPlainString());
    }
}
