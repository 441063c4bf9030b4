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
 * @param figure the percentage or proportion
 * @param value the same between 0 and 1
 * @param base the number of units that it is a share of
 * @param counts the counts that it can stand for; empty when no whole number fits the base
 * @param rest the counts that what is missing from the whole can stand for
 * @param countPrinted whether its count stands beside it
 */
record Share(
        Quantity figure,
        Printed value,
        Size base,
        Optional<ImpliedCounts> counts,
        Optional<ImpliedCounts> rest,
        boolean countPrinted) {

    /** The share and its base in words. */
    String inWords() {
        String sign = figure.role() == ColumnRole.PERCENTAGE ? " %" : "";
        return figure.value().toPlainString() + sign + " of " + base.inWords();
    }
}
