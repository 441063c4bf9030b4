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
        int last = labels.size() - 1;
        if (last > 0 && isNamed(labels.get(last))) {
            return Wording.same(labels.get(last - 1), column.leaf()); // in a block of SPSS the variable stands in front
        }
        return labels.isEmpty() ? row == column.index() : Wording.same(table.rowLabel(row), column.leaf());
    }

    private static boolean isNamed(Column column) {
        return isNamed(column.name()) || Wording.is(column.leaf(), "r", "corr");
    }

    private static boolean isNamed(String name) {
        return Wording.names(name, "correlation", "pearson", "spearman", "kendall", "rho", "tau")
                && !Wording.names(name, "residual", "residuals");
    }
}
