package dev.sdc.rules.dom;

import dev.sdc.engine.audit.HiddenTotals.HiddenTotal;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.HiddenSize;
import dev.sdc.engine.evidence.Indicators;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.mag.Magnitudes;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A total, or the total behind a mean, whose contributors must not dominate.
 *
 * @param figure the printed total or mean
 * @param sum the total: as supplied, as printed, or mean times n; empty when n is not known
 * @param supplied the contributors as supplied
 */
record Total(Quantity figure, Optional<BigDecimal> sum, Optional<Contribution> supplied) {

    private static final String[] SHAPES = {
        "skewness",
        "skew",
        "kurtosis",
        "cv",
        "coefficient of variation",
        "entropy",
        "lcl",
        "ucl",
        "95lcl",
        "95ucl",
        "schiefe",
        "wölbung"
    };

    /** Visits every mean and total that stands for contributions of units. */
    static void forEach(Table table, Facts facts, Consumer<Total> visitor) {
        Indicators indicators = new Indicators(table, facts);
        Shapes shapes = facts.once(table, Shapes.class, () -> Shapes.of(table));
        Magnitudes.forEach(table, figure -> {
            // a sum or mean of zeros and ones is a count
            boolean count = figure.role() == ColumnRole.MEAN && indicators.isIndicator(figure);
            if (!count && !shapes.has(figure)) {
                visitor.accept(of(table, facts, figure));
            }
        });
    }

    /** The rows and columns whose figures say how values are spread, or between what limits: they add up no contributions. */
    private record Shapes(BitSet rows, BitSet columns) {
        static Shapes of(Table table) {
            BitSet columns = new BitSet();
            table.columns().forEach(column -> columns.set(column.index(), Wording.names(column.name(), SHAPES)));
            return new Shapes(table.rowsLabelled(label -> Wording.names(label, SHAPES)), columns);
        }

        boolean has(Quantity figure) {
            return columns.get(figure.column()) || rows.get(figure.row());
        }
    }

    /** The same for a total that is held back, as the total that an attacker would have to think possible at the most. */
    static Optional<Largest> behind(Table table, Facts facts, HiddenTotal hidden) {
        Quantity most = new Quantity(hidden.row(), hidden.column(), ColumnRole.MAGNITUDE, null, hidden.high());
        return facts.contribution(table, hidden.row(), hidden.column())
                .map(c -> new Contribution(c.n(), c.x1(), c.x2(), hidden.high(), c.w1(), c.w2()))
                .flatMap(c -> new Total(most, Optional.of(hidden.high()), Optional.of(c)).largest());
    }

    private static Total of(Table table, Facts facts, Quantity figure) {
        Optional<Contribution> supplied = facts.contribution(table, figure.row(), figure.column());
        Optional<BigDecimal> sum = supplied.flatMap(c -> Optional.ofNullable(c.sum()));
        if (sum.isEmpty() && figure.role() == ColumnRole.MAGNITUDE) {
            sum = Optional.of(figure.value());
        }
        if (sum.isEmpty()) {
            sum = HiddenSize.orStated(facts, table, figure)
                    .map(n -> figure.value().multiply(BigDecimal.valueOf(n.low())));
        }
        return new Total(figure, sum, supplied);
    }

    /** The least that the total can be, rounding allowed for. */
    static Optional<BigDecimal> least(Table table, Facts facts, Quantity figure) {
        BigDecimal low = Printed.of(figure.value()).low();
        if (figure.role() == ColumnRole.MAGNITUDE) {
            return Optional.of(low);
        }
        return HiddenSize.orStated(facts, table, figure).map(Size::low).map(n -> low.multiply(BigDecimal.valueOf(n)));
    }

    /** The largest contribution, where both largest are supplied with the total they belong to. */
    Optional<Largest> largest() {
        if (supplied.isEmpty() || sum.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal x1 = supplied.get().x1();
        BigDecimal x2 = supplied.get().x2();
        BigDecimal w1 = Objects.requireNonNullElse(supplied.get().w1(), BigDecimal.ONE);
        BigDecimal w2 = Objects.requireNonNullElse(supplied.get().w2(), BigDecimal.ONE);
        Long n = supplied.get().n();
        if (x2 == null && n != null && n == 1) {
            x2 = BigDecimal.ZERO;
        }
        return x1 == null || x2 == null
                ? Optional.empty()
                : Optional.of(new Largest(new Contributor(x1, w1), new Contributor(x2, w2), sum.get()));
    }

    /** Whether the total supplied is the printed one to within 1 %, in units, thousands or millions. */
    boolean supplyFits() {
        BigDecimal declared = supplied.map(Contribution::sum).orElse(null);
        if (declared == null || figure.role() != ColumnRole.MAGNITUDE) {
            return true;
        }
        Printed printed = Printed.of(figure.value());
        for (int places = 0; places <= 6; places += 3) {
            BigDecimal scaled = printed.value().movePointRight(places);
            BigDecimal slack = scaled.abs().movePointLeft(2).max(printed.half().movePointRight(places));
            if (scaled.subtract(declared).abs().compareTo(slack) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** One contribution, and for how many units it stands in the total. */
    record Contributor(BigDecimal x, BigDecimal weight) {}

    /** The two largest contributions of a total; one with a weight stands there as often as that. */
    record Largest(Contributor first, Contributor second, BigDecimal sum) {
        /** Puts the larger first. */
        Largest {
            if (first.x().compareTo(second.x()) < 0) {
                Contributor larger = second;
                second = first;
                first = larger;
            }
        }

        /** The largest contribution. */
        BigDecimal x1() {
            return first.x();
        }

        /** What is left when both are taken away. */
        BigDecimal remainder() {
            return sum.subtract(heldAtLeast(2));
        }

        /** Whether some contribution must be negative. */
        boolean hasNegatives() {
            return first.x().signum() < 0
                    || second.x().signum() < 0
                    || remainder().signum() < 0;
        }

        /** The least that the n largest hold. */
        BigDecimal heldAtLeast(int n) {
            BigDecimal ofFirst = first.weight().min(BigDecimal.valueOf(n));
            BigDecimal ofSecond = second.weight().min(BigDecimal.valueOf(n).subtract(ofFirst));
            return first.x().multiply(ofFirst).add(second.x().multiply(ofSecond));
        }

        /** Whether the two largest settle the rule of the n largest: they hold too much, or n times no more would not. */
        boolean decides(Settings.Nk nk) {
            BigDecimal allowed = nk.k().multiply(sum);
            BigDecimal ofFirst = first.weight().min(BigDecimal.valueOf(nk.n()));
            BigDecimal ofOthers = BigDecimal.valueOf(nk.n()).subtract(ofFirst);
            BigDecimal most = first.x().multiply(ofFirst).add(second.x().multiply(ofOthers));
            return nk.n() <= 2 || heldAtLeast(nk.n()).compareTo(allowed) > 0 || most.compareTo(allowed) < 0;
        }
    }
}
