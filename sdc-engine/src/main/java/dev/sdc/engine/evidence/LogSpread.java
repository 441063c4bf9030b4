package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;

/** Reads from a table how an estimate spreads on the log scale: from its confidence limits, else from its standard error. */
public final class LogSpread {
    private LogSpread() {}

    /** The standard error of the logarithm of a ratio, or of an estimate that is a logarithm already; empty when unknown. */
    public static Optional<RatioSpread> of(Table table, Quantity estimate) {
        boolean isLog = isLog(table, estimate);
        Optional<RatioSpread> spread = Companions.limits(table, estimate).flatMap(ends -> {
            Printed lower = Printed.of(ends.get(0).value());
            Printed upper = Printed.of(ends.get(1).value());
            Confidence level = Confidence.in(headers(table));
            return isLog
                    ? RatioSpread.ofLogLimits(lower.interval(), upper.interval(), level)
                    : RatioSpread.ofLimits(lower, upper, level);
        });
        // a standard error printed beside a ratio itself may be that of the ratio, not of its logarithm
        return spread.isPresent() || !isLog
                ? spread
                : Companions.of(table, estimate, ColumnRole.SE)
                        .flatMap(se -> RatioSpread.ofError(Printed.of(se.value())));
    }

    /** Whether an estimate is a logarithm: some of its kind are negative, or it is called a coefficient. */
    public static boolean isLog(Table table, Quantity estimate) {
        String header = table.columns().get(estimate.column()).name();
        String label = table.rowLabel(estimate.row());
        if (Wording.names(label, "log") || Wording.names(header, "log", "coef", "coefficient", "beta", "b")) {
            return true;
        }
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity other : table.quantities(row, estimate.column())) {
                if (other.role() == ColumnRole.ESTIMATE && other.value().signum() < 0) {
                    // beside ratios some tables print their logarithms in rows of their own
                    return row == estimate.row() || !Wording.names(table.rowLabel(row), "log");
                }
            }
        }
        return false;
    }

    private static List<String> headers(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
