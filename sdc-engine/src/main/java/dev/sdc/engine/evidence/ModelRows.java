package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The size of the model with the fewest degrees of freedom in a table of models, one in a row: {@code Model, n, k, AIC}.
 *
 * @param observations its number of observations
 * @param parameters its number of parameters
 */
record ModelRows(long observations, long parameters) {
    static final String[] OBSERVATIONS = {
        "n",
        "nobs",
        "n obs",
        "num obs",
        "obs",
        "observations",
        "no observations",
        "number of obs",
        "number of observations"
    };
    private static final String[] PARAMETERS = {
        "k", "parameters", "number of parameters", "no of parameters", "n parameters", "n params", "npar", "params"
    };

    /** Empty unless every row with a figure states both. */
    static Optional<ModelRows> thinnest(Table table) {
        Column n = column(table, OBSERVATIONS);
        Column k = column(table, PARAMETERS);
        if (n == null || k == null || table.holds(ColumnRole.ESTIMATE) || table.holds(ColumnRole.SE)) {
            return Optional.empty();
        }
        ModelRows found = null;
        for (int row = 0; row < table.rowCount(); row++) {
            long observations = table.count(row, n.index());
            Long parameters = parameters(table, row, k.index());
            if (observations < 0 || parameters == null) {
                return Optional.empty();
            }
            if (found == null || observations - parameters < found.observations - found.parameters) {
                found = new ModelRows(observations, parameters);
            }
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Column column(Table table, String... names) {
        List<Column> named = table.columns().stream()
                .filter(column -> !column.isLabel() && Wording.is(column.leaf(), names))
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    private static @Nullable Long parameters(Table table, int row, int column) {
        List<Quantity> figures = table.quantities(row, column);
        return figures.size() == 1 ? ModelFit.whole(figures.get(0).value()) : null;
    }
}
