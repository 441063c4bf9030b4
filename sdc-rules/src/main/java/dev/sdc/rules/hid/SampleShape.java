package dev.sdc.rules.hid;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Optional;

/** What is printed of a sample beside its mean and deviation: the median and the ends. */
record SampleShape(Optional<Quantity> median, Optional<Quantity> minimum, Optional<Quantity> maximum) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    static SampleShape beside(Table table, Quantity mean) {
        Optional<Quantity> percentile = Companions.of(table, mean, ColumnRole.PERCENTILE);
        return new SampleShape(
                percentile.filter(SampleShape::isMedian).or(() -> onlyMedian(table, mean.row())),
                Companions.of(table, mean, ColumnRole.MINIMUM),
                Companions.of(table, mean, ColumnRole.MAXIMUM));
    }

    /** The median of a row that has a single one. */
    private static Optional<Quantity> onlyMedian(Table table, int row) {
        Quantity found = null;
        for (int column = 0; column < table.columns().size(); column++) {
            for (Quantity part : table.quantities(row, column)) {
                if (part.role() == ColumnRole.PERCENTILE && isMedian(part)) {
                    if (found != null) {
                        return Optional.empty();
                    }
                    found = part;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isMedian(Quantity percentile) {
        BigDecimal level = percentile.level();
        return level != null && level.compareTo(HALF) == 0;
    }

    /** Whether values in ascending order have what is printed. */
    boolean fits(long[] values) {
        int n = values.length;
        BigDecimal middle =
                BigDecimal.valueOf(values[(n - 1) / 2] + values[n / 2]).divide(TWO);
        return agrees(median, middle)
                && agrees(minimum, BigDecimal.valueOf(values[0]))
                && agrees(maximum, BigDecimal.valueOf(values[n - 1]));
    }

    private static boolean agrees(Optional<Quantity> printed, BigDecimal value) {
        return printed.map(figure -> Printed.of(figure.value()))
                .filter(p -> value.compareTo(p.low()) < 0 || value.compareTo(p.high()) > 0)
                .isEmpty();
    }
}
