package dev.sdc.rules.evi;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Contributors supplied for means and totals, held against the printed figure and its printed number. */
final class SuppliedContributors {
    private static final Set<ColumnRole> ROLES = Set.of(ColumnRole.MEAN, ColumnRole.MAGNITUDE);

    private SuppliedContributors() {}

    static List<Contradiction> contradictions(Table table, Facts facts) {
        List<Contradiction> found = new ArrayList<>();
        table.forEachQuantity(
                ROLES,
                figure -> facts.contribution(table, figure.row(), figure.column())
                        .map(supplied -> why(supplied, figure, facts.sampleSize(table, figure)))
                        .ifPresent(why -> found.add(new Contradiction(figure.row(), figure.column(), why))));
        return found;
    }

    private static @Nullable String why(Contribution supplied, Quantity figure, Optional<Size> printed) {
        BigDecimal x1 = supplied.x1();
        BigDecimal x2 = supplied.x2();
        BigDecimal sum = supplied.sum();
        Long n = supplied.n();
        if (x1 != null && x2 != null && x2.abs().compareTo(x1.abs()) > 0) {
            return "x2 is larger than x1";
        }
        if (n != null && n == 1 && x2 != null && x2.signum() != 0) {
            return "there is one contributor, and a second one's value";
        }
        boolean counted = printed.isPresent() && printed.get().source() != Size.Source.EVIDENCE;
        if (n != null && counted && n > printed.get().high()) {
            return n + " contributors are supplied, more than the "
                    + printed.get().inWords() + " that are printed ("
                    + printed.get().where() + ")";
        }
        if (sum == null) {
            return figure.role() == ColumnRole.MAGNITUDE
                    ? largest(x1, x2, figure.value().add(figure.halfUnit()))
                    : null;
        }
        boolean fits = figure.role() == ColumnRole.MEAN ? isMean(sum, n, figure) : isSum(sum, n, figure);
        return fits
                ? largest(x1, x2, sum)
                : "the supplied sum " + sum.toPlainString() + " does not give the printed figure";
    }

    /** Values of zero or more: the largest two are no more than all. */
    private static @Nullable String largest(@Nullable BigDecimal x1, @Nullable BigDecimal x2, BigDecimal all) {
        boolean negative = (x1 != null && x1.signum() < 0) || (x2 != null && x2.signum() < 0) || all.signum() < 0;
        BigDecimal top = (x1 == null ? BigDecimal.ZERO : x1).add(x2 == null ? BigDecimal.ZERO : x2);
        // a total that is smaller than its parts has negative contributions, which DOM-003 looks at only where it is
        // told
        return !negative && top.compareTo(all) > 0 ? "x1 and x2 together are more than the total" : null;
    }

    /** A figure called a magnitude may be a total, in units, thousands or millions, or an average. */
    private static boolean isSum(BigDecimal sum, @Nullable Long n, Quantity figure) {
        return isMean(sum, n, figure)
                || IntStream.of(0, 3, 6)
                        .anyMatch(places -> sum.subtract(figure.value().movePointRight(places))
                                        .abs()
                                        .compareTo(figure.halfUnit().movePointRight(places))
                                <= 0);
    }

    private static boolean isMean(BigDecimal sum, @Nullable Long n, Quantity figure) {
        if (n == null) { // of one or more
            return sum.abs().add(figure.halfUnit()).compareTo(figure.value().abs()) >= 0;
        }
        BigDecimal units = BigDecimal.valueOf(n);
        return sum.subtract(figure.value().multiply(units))
                        .abs()
                        .compareTo(figure.halfUnit().multiply(units))
                <= 0;
    }
}
