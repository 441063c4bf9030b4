package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A printed share whose base is known.
 *
 * @param among all shares of the table
 * @param figure the percentage or proportion
 * @param base the number of units that it is a share of
 */
record Share(Shares among, Quantity figure, Size base) {
    /** Digits below those in which the arithmetic that made a number leaves noise. */
    private static final int EXACT_DIGITS = 12;

    /**
     * Whether it stands for so many units or more, however it was rounded. To ask this first spares most shares of a large
     * table the working out of what they stand for.
     */
    boolean isAtLeast(long units) {
        return isAtLeast(figure.value(), units);
    }

    /** Whether what is missing from the whole stands for so many units or more, however the share was rounded. */
    boolean leavesAtLeast(long units) {
        return isAtLeast(Shares.whole(figure).subtract(figure.value()), units);
    }

    private boolean isAtLeast(BigDecimal part, long units) {
        BigDecimal least = part.subtract(figure.halfUnit()).multiply(BigDecimal.valueOf(base.low()));
        return figure.value().precision() <= EXACT_DIGITS
                && least.compareTo(BigDecimal.valueOf(units).multiply(Shares.whole(figure))) >= 0;
    }

    /** The counts that it can stand for; empty when no whole number fits the base. */
    Optional<ImpliedCounts> counts() {
        return among.counts(among.value(figure, base), base);
    }

    /** The counts that what is missing from the whole can stand for; empty when no whole number fits the base. */
    Optional<ImpliedCounts> rest() {
        return among.counts(among.value(figure, base).complement(), base);
    }

    /** Whether its count stands beside it. */
    boolean countPrinted() {
        return among.countIsPrinted(figure);
    }

    /** The share and its base in words. */
    String inWords() {
        String sign = figure.role() == ColumnRole.PERCENTAGE ? " %" : "";
        return figure.value().toPlainString() + sign + " of " + base.inWords();
    }
}
