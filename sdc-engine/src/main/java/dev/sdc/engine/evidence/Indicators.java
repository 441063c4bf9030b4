package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which means are those of a variable that is only 0 or 1 (treated or not, alive or dead), so that they are shares and
 * give counts away. Not thread-safe; one for each run of a rule.
 */
public final class Indicators {
    /** The chance that means of another variable all happen to be whole counts over n. */
    private static final BigDecimal CHANCE = new BigDecimal("0.001");

    private final Table table;
    private final Facts facts;
    private final PrintedDecimals decimals;
    private final Map<Integer, Boolean> known = new HashMap<>();

    /** For the means of a table. */
    public Indicators(Table table, Facts facts) {
        this.table = table;
        this.facts = facts;
        this.decimals = new PrintedDecimals(table);
    }

    /** Whether a mean is that of an indicator. */
    public boolean isIndicator(Quantity mean) {
        if (table.declaration().scale() == Declaration.Scale.CONTINUOUS || !isShare(mean)) {
            return false;
        }
        Optional<Size> n = facts.sampleSize(table, mean);
        if (n.isPresent() && hasSpreadOfIndicator(mean, n.get())) {
            return true;
        }
        return n.isPresent()
                && agrees(mean, n.get())
                && (isBoundedByOne(mean)
                        || chance(mean, n.get()).compareTo(CHANCE) <= 0
                        || known.computeIfAbsent(mean.column(), this::isColumnOfIndicators));
    }

    /** Whether a sum is that of a variable declared to be 0 or 1, and so a count. */
    public boolean isSumOfIndicator(Quantity sum) {
        return isBoundedByOne(sum) && sum.value().stripTrailingZeros().scale() <= 0;
    }

    /** The mean with the decimals it was rounded to. */
    public Printed printed(Quantity mean) {
        return decimals.read(mean);
    }

    private static boolean isShare(Quantity mean) {
        return mean.value().signum() >= 0 && mean.value().compareTo(BigDecimal.ONE) <= 0;
    }

    private boolean isBoundedByOne(Quantity mean) {
        Optional<Bounds> bounds = facts.bounds(table, mean.row(), mean.column());
        return bounds.isPresent()
                && is(bounds.get().low(), BigDecimal.ZERO)
                && is(bounds.get().high(), BigDecimal.ONE);
    }

    private static boolean is(@Nullable BigDecimal bound, BigDecimal value) {
        return bound != null && bound.compareTo(value) == 0;
    }

    private boolean agrees(Quantity mean, Size n) {
        return ImpliedCounts.of(decimals.read(mean), n).isPresent();
    }

    /** All means of the column are whole counts over n, which would be an unlikely accident. */
    private boolean isColumnOfIndicators(int column) {
        BigDecimal chance = BigDecimal.ONE;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity mean : table.quantities(row, column)) {
                if (mean.role() != ColumnRole.MEAN) {
                    continue;
                }
                Optional<Size> n = facts.sampleSize(table, mean);
                if (n.isEmpty() || !isShare(mean) || !agrees(mean, n.get())) {
                    return false;
                }
                chance = chance.compareTo(CHANCE) <= 0 ? chance : chance.multiply(chance(mean, n.get()));
            }
        }
        return chance.compareTo(CHANCE) <= 0;
    }

    /** The part of the way from one count to the next that rounding covers. */
    private BigDecimal chance(Quantity mean, Size n) {
        BigDecimal width = decimals.read(mean).half().multiply(BigDecimal.valueOf(2L * n.high()));
        return n.low() == n.high() ? width.min(BigDecimal.ONE) : BigDecimal.ONE;
    }

    /** SD² = m (1 - m) n / (n - 1) within rounding. */
    private boolean hasSpreadOfIndicator(Quantity mean, Size n) {
        Optional<Quantity> sd = Companions.of(table, mean, ColumnRole.SD);
        if (sd.isEmpty() || sd.get().value().signum() == 0 || sd.get().value().scale() < 2 || n.low() < 2) {
            return false;
        }
        Interval m = decimals.read(mean).interval();
        Interval units = new Interval(n.low(), n.high());
        Interval expected = m.times(Interval.of(1).minus(m)).times(units).dividedBy(units.minus(Interval.of(1)));
        return expected.meets(Printed.of(sd.get().value()).interval().squared());
    }
}
