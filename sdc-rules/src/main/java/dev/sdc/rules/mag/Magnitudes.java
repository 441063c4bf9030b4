package dev.sdc.rules.mag;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
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
        return table.type().isModel() || table.type() == OutputType.CORRELATION
                ? Optional.of("the numbers are estimates of a model")
                : Optional.empty();
    }

    /** Visits every mean and total. */
    public static void forEach(Table table, Consumer<Quantity> visitor) {
        table.forEachQuantity(ROLES, figure -> {
            boolean understood =
                    table.columns().get(figure.column()).role() != null || table.rowRole(figure.row()) != null;
            if (understood) {
                visitor.accept(figure);
            }
        });
    }
}
