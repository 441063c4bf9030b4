package dev.sdc.rules.cor;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The correlation coefficients of a table: a matrix of them, or a column that is called so. */
final class Correlations {
    private static final Set<ColumnRole> ROLES =
            Set.of(ColumnRole.STATISTIC, ColumnRole.ESTIMATE, ColumnRole.MAGNITUDE, ColumnRole.PROPORTION);

    private Correlations() {}

    /** The coefficients, those of a variable with itself left out; empty when there are none. */
    static List<Quantity> in(Table table) {
        boolean matrix = table.type() == OutputType.CORRELATION;
        boolean named = matrix && table.columns().stream().anyMatch(Correlations::isNamed);
        List<Quantity> coefficients = new ArrayList<>();
        for (Column column : table.columns()) {
            // a declared correlation table whose columns name none is a matrix
            if (column.isLabel() || !(isNamed(column) || (matrix && !named))) {
                continue;
            }
            for (int row = 0; row < table.rowCount(); row++) {
                for (Quantity figure : table.quantities(row, column.index())) {
                    if (ROLES.contains(figure.role()) && !isWithItself(table, row, column)) {
                        coefficients.add(figure);
                    }
                }
            }
        }
        return coefficients;
    }

    /** Whether row and column are one variable, by their names or, where rows have none, by their place. */
    private static boolean isWithItself(Table table, int row, Column column) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty()
                ? row == column.index()
                : labels.stream().anyMatch(label -> Wording.same(label, column.leaf()));
    }

    private static boolean isNamed(Column column) {
        boolean named = Wording.names(column.name(), "correlation", "pearson", "spearman", "kendall", "rho", "tau")
                && !Wording.names(column.name(), "residual", "residuals");
        return named || Wording.is(column.leaf(), "r", "corr");
    }
}
