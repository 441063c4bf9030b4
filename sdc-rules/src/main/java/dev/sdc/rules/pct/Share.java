package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import java.util.Optional;

/**
 * A printed share whose base is known.
 *
 * @param among all shares of the table
 * @param figure the percentage or proportion
 * @param value the same between 0 and 1
 * @param base the number of units that it is a share of
 * @param counts the counts that it can stand for; empty when no whole number fits the base
 */
record Share(Shares among, Quantity figure, Printed value, Size base, Optional<ImpliedCounts> counts) {

    /** The counts that what is missing from the whole can stand for; empty when no whole number fits the base. */
    Optional<ImpliedCounts> rest() {
        return among.counts(value.complement(), base);
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
