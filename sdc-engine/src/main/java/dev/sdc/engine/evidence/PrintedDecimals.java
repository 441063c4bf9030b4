package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The decimals that the numbers of a column (or of a row with a role of its own) were rounded to. Many programs drop zeros
 * at the end, so that 0.1 beside 0.09347 was rounded to five decimals. Not thread-safe; one for each run of a rule.
 */
public final class PrintedDecimals {
    private record Series(boolean isRow, int index, ColumnRole role) {}

    private record Most(int scale, int digits) {}

    private final Table table;
    private final Map<Series, Most> known = new HashMap<>();

    /** For the numbers of a table. */
    public PrintedDecimals(Table table) {
        this.table = table;
    }

    /** The number with the decimals of its column. */
    public Printed read(Quantity number) {
        boolean isRow = table.rowRole(number.row()) != null;
        Series series = new Series(isRow, isRow ? number.row() : number.column(), number.role());
        Most most = known.computeIfAbsent(series, this::most);
        BigDecimal value = number.value();
        // numbers with a fixed count of significant digits have fewer decimals the larger they are
        int before = value.precision() - value.scale();
        int bySignificance = value.signum() == 0 ? most.scale : most.digits - (isWhole(number) ? before - 1 : before);
        return Printed.of(value, Math.min(most.scale, bySignificance));
    }

    /** All of a group: what was rounded up to it had the decimals of the figures below it. */
    private static boolean isWhole(Quantity number) {
        BigDecimal whole = switch (number.role()) {
            case SURVIVAL, PROPORTION -> BigDecimal.ONE;
            case PERCENTAGE -> BigDecimal.valueOf(100);
            default -> BigDecimal.ZERO;
        };
        boolean percent =
                number.role() == ColumnRole.SURVIVAL && number.value().compareTo(BigDecimal.valueOf(100)) == 0;
        return percent || number.value().compareTo(whole) == 0;
    }

    private Most most(Series series) {
        int scale = 0;
        int digits = 0;
        int end = series.isRow ? table.columns().size() : table.rowCount();
        for (int i = 0; i < end; i++) {
            int row = series.isRow ? series.index : i;
            int column = series.isRow ? i : series.index;
            for (Quantity number : table.quantities(row, column)) {
                if (number.role() == series.role) {
                    BigDecimal value = Printed.withoutNoise(number.value());
                    scale = Math.max(scale, value.scale());
                    digits = Math.max(digits, value.precision());
                }
            }
        }
        return new Most(scale, digits);
    }
}
