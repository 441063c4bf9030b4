package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;

/**
 * The two groups of a linear model with a constant and one 0/1 regressor, which their standard errors give away: the group
 * that is 1 has n (SE0 / SE1)² units. A regressor for which that is a whole number within rounding may be taken as 0/1.
 *
 * @param ones the units of the group that is 1
 * @param zeros the units of the other group
 */
public record TwoGroups(long ones, long zeros) {
    /** A wider interval holds a whole number for any regressor. */
    private static final double WIDEST = 0.5;

    /** The groups behind the only regressor of a table; empty when its errors do not tell them. */
    public static Optional<TwoGroups> in(Table table, Quantity regressor, long n) {
        Optional<Quantity> error = Companions.of(table, regressor, ColumnRole.SE);
        Optional<Quantity> constant = constantError(table);
        if (error.isEmpty() || constant.isEmpty() || error.get().value().signum() <= 0) {
            return Optional.empty();
        }
        Interval ratio = Printed.of(constant.get().value())
                .interval()
                .dividedBy(Printed.of(error.get().value()).interval());
        Interval ones = Interval.of(n).times(ratio.squared());
        double whole = Math.rint((ones.low() + ones.high()) / 2);
        boolean isWhole = ones.low() <= whole && whole <= ones.high() && ones.high() - ones.low() < WIDEST;
        return isWhole && whole >= 1 && whole < n
                ? Optional.of(new TwoGroups((long) whole, n - (long) whole))
                : Optional.empty();
    }

    private static Optional<Quantity> constantError(Table table) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (Terms.isIntercept(table.rowLabel(row))) {
                for (int column = 0; column < table.columns().size(); column++) {
                    for (Quantity figure : table.quantities(row, column)) {
                        if (figure.role() == ColumnRole.SE) {
                            return Optional.of(figure);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether one of the groups is small. */
    public boolean isSmall(long minCount) {
        return Smallness.of(ones, ones, minCount) == Smallness.ALL
                || Smallness.of(zeros, zeros, minCount) == Smallness.ALL;
    }

    /** The computation, for people. */
    public String how() {
        return "n (SE of the constant / SE of the regressor)² = " + ones + " units in one group and " + zeros
                + " in the other";
    }
}
