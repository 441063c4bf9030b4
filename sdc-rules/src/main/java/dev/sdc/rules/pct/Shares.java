package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.PrintedDecimals;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.gini.LorenzCurve;
import dev.sdc.rules.ml.Importance;
import dev.sdc.rules.ml.Metrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The percentages and proportions of a table, with what is known of the counts behind them. One for each run of a rule. */
final class Shares {
    static final Set<ColumnRole> ROLES = Set.of(ColumnRole.PERCENTAGE, ColumnRole.PROPORTION);

    private final Table table;
    private final Facts facts;
    private final PrintedDecimals decimals;
    private final Map<Integer, int[]> numerators = new HashMap<>();

    Shares(Table table, Facts facts) {
        this.table = table;
        this.facts = facts;
        this.decimals = new PrintedDecimals(table);
    }

    /** Why shares of this table are not tested, or empty when they are. */
    static Optional<String> exempt(Table table, Settings settings) {
        if (!table.holds(ColumnRole.PERCENTAGE) && !table.holds(ColumnRole.PROPORTION)) {
            return Optional.of("no percentages or proportions");
        }
        if (Importance.in(table)) {
            return Optional.of("the shares are of importance, which ML-007 judges");
        }
        Optional<String> elsewhere = judgedElsewhere(table.type());
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        if (table.type() == OutputType.ROC_CURVE) {
            return Optional.of("the shares are points of a curve, which FIG-006 judges");
        }
        if (LorenzCurve.of(table).isPresent()) {
            return Optional.of("the shares are points of a Lorenz curve, which GINI-002 judges");
        }
        if (Boolean.TRUE.equals(table.declaration().weighted())) {
            return Optional.of("weighted shares are no whole counts over a base");
        }
        return settings.nationalExempt() && table.declaration().level() == Declaration.Level.NATIONAL
                ? Optional.of("figures at national level are exempt")
                : Optional.empty();
    }

    private static Optional<String> judgedElsewhere(OutputType type) {
        return switch (type) {
            case FACTOR_ANALYSIS, PCA_SCORES -> Optional.of("the shares are of variance, which MDIM-001 judges");
            default -> Optional.empty();
        };
    }

    /** Visits every share whose base is known. */
    void forEach(Consumer<Share> visitor) {
        table.forEachQuantity(ROLES, figure -> read(figure).ifPresent(visitor));
    }

    /** Visits every share of which neither the base nor the count is known. */
    void forEachWithoutBase(Consumer<Quantity> visitor) {
        Set<Quantity> measures = Metrics.figures(table); // ML-006 asks for what they are shares of
        table.forEachQuantity(ROLES, figure -> {
            if (!measures.contains(figure) && base(figure).isEmpty()) {
                visitor.accept(figure);
            }
        });
    }

    /** The share between 0 and 1, with the decimals of its column. */
    Printed value(Quantity figure) {
        return scaled(figure, decimals.read(figure));
    }

    /** The whole that a share is a share of: 100 for a percentage, else 1. */
    static BigDecimal whole(Quantity figure) {
        return figure.role() == ColumnRole.PERCENTAGE ? BigDecimal.valueOf(100) : BigDecimal.ONE;
    }

    private static Printed scaled(Quantity figure, Printed printed) {
        return figure.role() == ColumnRole.PERCENTAGE ? printed.movePointLeft(2) : printed;
    }

    private Optional<Share> read(Quantity figure) {
        Optional<Size> known = base(figure);
        if (known.isEmpty() || known.get().high() < 1) {
            return Optional.empty();
        }
        return Optional.of(new Share(this, figure, known.get()));
    }

    /** The share between 0 and 1, with the decimals of its column, or with its own where those leave no count. */
    Printed value(Quantity figure, Size base) {
        Printed value = value(figure);
        return counts(value, base).isPresent() ? value : scaled(figure, Printed.of(figure.value()));
    }

    /** The base: as known, else as the count printed in the same cell gives it. */
    Optional<Size> base(Quantity figure) {
        Optional<Size> base = facts.base(table, figure);
        return base.isPresent() ? base : ownCount(figure).flatMap(n -> baseOf(n, value(figure), figure));
    }

    Optional<Long> ownCount(Quantity figure) {
        return count(figure.row(), figure.column());
    }

    /** The bases for which a count gives a share: count / (share + h) to count / (share - h). */
    private Optional<Size> baseOf(long count, Printed share, Quantity figure) {
        if (count < 1 || share.low().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(count);
        long low = n.divide(share.high(), 0, RoundingMode.CEILING).longValue();
        long high = n.divide(share.low(), 0, RoundingMode.FLOOR).longValue();
        String where = table.file() + "!" + table.address(figure.row(), figure.column());
        return low <= high
                ? Optional.of(new Size(Math.max(low, count), high, Size.Source.INFERRED, where, null))
                : Optional.empty();
    }

    /** The counts of a share: rounded ones where the table is rounded and they fit, else exact ones. */
    Optional<ImpliedCounts> counts(Printed value, Size base) {
        Rounding rounding = table.declaration().rounding();
        if (rounding != null && rounding.method() == Rounding.Method.NEAREST && base.low() < base.high()) {
            long printed = (base.low() + base.high()) / 2;
            Optional<ImpliedCounts> rounded =
                    ImpliedCounts.of(value, printed).flatMap(counts -> counts.multiplesOf(rounding.base()));
            if (rounded.isPresent()) {
                return rounded;
            }
        }
        return ImpliedCounts.of(value, base);
    }

    /** Whether the count of a share stands in the same cell, or in a column that holds the counts of its column. */
    boolean countIsPrinted(Quantity figure) {
        if (ownCount(figure).isPresent()) {
            return true;
        }
        for (int column : numerators.computeIfAbsent(figure.column(), this::numeratorsOf)) {
            if (count(figure.row(), column).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The columns that hold the counts of the shares of a column. */
    private int[] numeratorsOf(int shares) {
        return table.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.COUNT) && column.index() != shares)
                .mapToInt(Column::index)
                .filter(column -> areNumerators(column, shares))
                .toArray();
    }

    /** Whether the counts of one column are the numerators of the shares of another in every row that has both. */
    private boolean areNumerators(int counts, int shares) {
        boolean some = false;
        for (int row = 0; row < table.rowCount(); row++) {
            Optional<Long> count = count(row, counts);
            for (Quantity figure : table.quantities(row, shares)) {
                Optional<Size> base = ROLES.contains(figure.role()) ? facts.base(table, figure) : Optional.empty();
                if (count.isPresent() && base.isPresent() && base.get().high() > 0) {
                    long n = count.get();
                    if (counts(value(figure), base.get())
                            .filter(k -> k.contains(n))
                            .isEmpty()) {
                        return false;
                    }
                    some = true;
                }
            }
        }
        return some;
    }

    private Optional<Long> count(int row, int column) {
        for (Quantity part : table.quantities(row, column)) {
            if (part.role().isCount()) {
                return Optional.of(part.value().longValue());
            }
        }
        return Optional.empty();
    }
}
