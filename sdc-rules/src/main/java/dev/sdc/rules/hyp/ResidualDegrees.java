package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The residual degrees of freedom of tests. Those of a chi-squared table count categories and those of the numerator of an
 * F test count groups: neither says anything of the units.
 */
final class ResidualDegrees {
    private static final String[] RESIDUAL = {
        "residual",
        "residuals",
        "resid",
        "denominator",
        "den",
        "df2",
        "ddf",
        "dendf",
        "within",
        "within groups",
        "error"
    };

    private static final String[] OF_CATEGORIES = {"of the test", "model"};

    private ResidualDegrees() {}

    /** Those of a row: so named in its header, in the table's row of residuals, or of a t test. */
    static Optional<Long> of(Table table, int row) {
        boolean student = Wording.names(table.rowLabel(row), "t test", "paired t");
        for (Column column : table.columns()) {
            Optional<Long> degrees = degrees(table, row, column);
            if (degrees.isPresent() && Wording.names(column.name(), RESIDUAL)) {
                return degrees;
            }
            student |=
                    Wording.is(column.leaf(), "t") || Wording.begins(column.leaf(), "t value", "t stat", "t statistic");
        }
        return student ? only(table, row) : ofResidualRow(table);
    }

    /** Those of a test that may be any but one of the two kinds. */
    static Optional<Long> unnamed(Table table, int row) {
        boolean other = namesOther(table.rowLabel(row))
                || table.columns().stream().anyMatch(column -> namesOther(column.name()));
        return other ? Optional.empty() : only(table, row);
    }

    private static boolean namesOther(String text) {
        return Wording.names(text, "chi", "chi2", "chisq", "pearson", "f", "f value", "anova", "kruskal", "df1");
    }

    private static Optional<Long> ofResidualRow(Table table) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (Wording.is(table.rowLabel(row), RESIDUAL)) {
                return only(table, row);
            }
        }
        return Optional.empty();
    }

    /** The single number of degrees of freedom in a row; empty where there are several or none. */
    private static Optional<Long> only(Table table, int row) {
        List<Long> all = table.columns().stream()
                .flatMap(column -> degrees(table, row, column).stream())
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Optional<Long> degrees(Table table, int row, Column column) {
        return table.quantities(row, column.index()).stream()
                .filter(part -> part.role() == ColumnRole.DOF && !Wording.names(column.name(), OF_CATEGORIES))
                .map(part -> part.value().longValue())
                .findFirst();
    }
}
