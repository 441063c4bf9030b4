package dev.sdc.rules.gini;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The points of a Lorenz curve, as two columns of a table give them. Its shares are no shares of a base.
 *
 * @param units the share of the units, from the smallest
 * @param held the share of the whole that they hold
 */
public record LorenzCurve(Column units, Column held) {
    private static final String[] UNITS = {"population", "units", "patients", "households", "persons", "people", "firms"
    };
    private static final String[] HELD = {"lorenz", "income", "wealth", "cost", "costs", "value", "turnover"};

    /** The curve of a table that is declared or called one; empty when there is none. */
    public static Optional<LorenzCurve> of(Table table) {
        Column units = column(table, UNITS);
        Column held = column(table, HELD);
        return units == null || held == null || units.index() == held.index() || !isNamed(table)
                ? Optional.empty()
                : Optional.of(new LorenzCurve(units, held));
    }

    private static boolean isNamed(Table table) {
        return table.type() == OutputType.GINI
                || table.columns().stream().anyMatch(column -> Wording.names(column.name(), "lorenz"))
                || table.titles().stream().anyMatch(title -> Wording.names(title, "lorenz"));
    }

    private static @Nullable Column column(Table table, String... words) {
        for (Column column : table.columns()) {
            boolean share = column.mayHold(ColumnRole.PROPORTION) || column.mayHold(ColumnRole.PERCENTAGE);
            if (share && Wording.names(column.name(), words)) {
                return column;
            }
        }
        return null;
    }
}
