package dev.sdc.rules.hid;

import dev.sdc.engine.evidence.ImpliedSizes;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;

/** A masked count in the row of a mean, with the interval that the mask states. */
record MaskedSize(int column, long low, long high) {
    private static final long WIDEST = 1_000;

    static Optional<MaskedSize> besides(Table table, Quantity mean) {
        for (int column = 0; column < table.columns().size(); column++) {
            ColumnRole role = table.columns().get(column).role();
            boolean counts = role != null && role.isCount();
            if (counts && table.cell(mean.row(), column) instanceof CellValue.Suppressed mask) {
                Bounds interval = mask.interval();
                if (interval != null && interval.high() != null) {
                    long low = interval.low() == null
                            ? 1
                            : Math.max(1, interval.low().longValue());
                    long high = interval.high().longValue();
                    return high >= low && high - low < WIDEST
                            ? Optional.of(new MaskedSize(column, low, high))
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The numbers of units for which a mean of whole numbers can have its decimals. */
    List<Long> fitting(Quantity mean) {
        return ImpliedSizes.ofMean(Printed.of(mean.value()), low, high);
    }
}
