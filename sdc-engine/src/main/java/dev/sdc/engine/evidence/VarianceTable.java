package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;

/**
 * The degrees of freedom of an analysis of variance: a row for each source, and one for what is left.
 *
 * @param residual those of the residuals
 * @param parameters those of all other sources and of the constant
 */
record VarianceTable(long residual, long parameters) {

    /** The analysis of variance in a table; empty when it holds none. */
    static Optional<VarianceTable> in(Table table) {
        for (Column column : table.columns()) {
            if (column.role() == ColumnRole.DOF
                    && Wording.is(column.leaf(), "df", "d f", "dof", "degrees of freedom")) {
                Optional<VarianceTable> found = in(table, column.index());
                if (found.isPresent()) {
                    return found;
                }
            }
            if (column.role() == ColumnRole.DOF && Wording.is(column.leaf(), "resid df", "residual df", "res df")) {
                Optional<VarianceTable> found = left(table, column.index());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The degrees of freedom that are left after each source, beginning with those of the constant alone. */
    private static Optional<VarianceTable> left(Table table, int column) {
        Long none = null;
        Long least = null;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column)) {
                Long n = ModelFit.whole(figure.value());
                if (n == null) {
                    return Optional.empty();
                }
                none = Wording.is(table.rowLabel(row), "null") ? n : none;
                least = least == null ? n : Math.min(least, n);
            }
        }
        return none == null || least == null
                ? Optional.empty()
                : Optional.of(new VarianceTable(least, none + 1 - least));
    }

    private static Optional<VarianceTable> in(Table table, int column) {
        Long residual = null;
        long others = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            String source = table.rowLabel(row);
            for (Quantity figure : table.quantities(row, column)) {
                Long n = ModelFit.whole(figure.value());
                if (n == null) {
                    return Optional.empty();
                }
                if (Wording.is(source, "residuals", "residual", "error", "within groups")) {
                    residual = n;
                } else if (!Wording.names(source, "total")) {
                    others += n;
                }
            }
        }
        return residual == null ? Optional.empty() : Optional.of(new VarianceTable(residual, others + 1));
    }
}
