package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads from a table how estimates spread on the log scale: from their confidence limits, else from their standard errors.
 * Not thread-safe; one for each run of a rule.
 */
public final class LogSpread {
    private static final int NONE = -1;

    private final Table table;
    private final Confidence level;
    /** The first row of each column that holds a negative estimate. */
    private final Map<Integer, Integer> negatives = new HashMap<>();

    /** For the estimates of a table. */
    public LogSpread(Table table) {
        this.table = table;
        this.level = Confidence.in(table.columns().stream().map(Column::name).toList());
    }

    /** The standard error of the logarithm of a ratio, or of an estimate that is a logarithm already; empty when unknown. */
    public Optional<RatioSpread> of(Quantity estimate) {
        boolean isLog = isLog(estimate);
        Optional<RatioSpread> spread = Companions.limits(table, estimate).flatMap(ends -> {
            Printed lower = Printed.of(ends.get(0).value());
            Printed upper = Printed.of(ends.get(1).value());
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
    public boolean isLog(Quantity estimate) {
        String header = table.columns().get(estimate.column()).name();
        String label = table.rowLabel(estimate.row());
        if (Wording.names(label, "log")
                || Wording.names(header, "log", "coef", "coefficient", "parameter estimate", "beta", "b")) {
            return true;
        }
        int negative = negatives.computeIfAbsent(estimate.column(), this::firstNegative);
        // beside ratios some tables print their logarithms in rows of their own
        return negative != NONE && (negative == estimate.row() || !Wording.names(table.rowLabel(negative), "log"));
    }

    private int firstNegative(int column) {
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity other : table.quantities(row, column)) {
                if (other.role() == ColumnRole.ESTIMATE && other.value().signum() < 0) {
                    return row;
                }
            }
        }
        return NONE;
    }
}
