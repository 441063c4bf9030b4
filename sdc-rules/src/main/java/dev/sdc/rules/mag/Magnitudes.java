package dev.sdc.rules.mag;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.ml.Importance;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The means and totals of a table whose role is understood. */
public final class Magnitudes {
    /** Means and totals. */
    public static final Set<ColumnRole> ROLES = Set.of(ColumnRole.MEAN, ColumnRole.MAGNITUDE);

    private Magnitudes() {}

    /** Why magnitudes of this table are not tested, or empty when they are. */
    public static Optional<String> exempt(Table table) {
        if (!table.holds(ColumnRole.MEAN) && !table.holds(ColumnRole.MAGNITUDE)) {
            return Optional.of("no means or totals");
        }
        if (table.type().isModel() || table.type() == OutputType.CORRELATION) {
            return Optional.of("the numbers are estimates of a model");
        }
        return table.columns().stream().allMatch(column -> isJudgedElsewhere(table, column))
                ? Optional.of("the numbers are measures that a rule of their own judges")
                : Optional.empty();
    }

    /** Loadings, measures of classifiers and networks, importances, standardised centres: nobody contributes to them. */
    private static boolean isJudgedElsewhere(Table table, Column column) {
        if (column.isLabel() || ROLES.stream().noneMatch(column::mayHold) || Importance.is(column)) {
            return true;
        }
        boolean guessed = column.source() == Column.RoleSource.CONTENT;
        return switch (table.type()) {
            case FACTOR_ANALYSIS, PCA_SCORES, CLASSIFIER_METRICS, ML_MODEL, MODEL_OBJECT, NETWORK -> guessed;
            case CLUSTER_ANALYSIS -> guessed && holdsNegative(table, column);
            default -> false;
        };
    }

    private static boolean holdsNegative(Table table, Column column) {
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (figure.value().signum() < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Visits every mean and total. */
    public static void forEach(Table table, Consumer<Quantity> visitor) {
        BitSet elsewhere = new BitSet();
        table.columns().forEach(column -> elsewhere.set(column.index(), isJudgedElsewhere(table, column)));
        table.forEachQuantity(ROLES, figure -> {
            if (elsewhere.get(figure.column())) {
                return;
            }
            boolean understood =
                    table.columns().get(figure.column()).role() != null || table.rowRole(figure.row()) != null;
            if (understood) {
                visitor.accept(figure);
            }
        });
    }
}
