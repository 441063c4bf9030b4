package dev.sdc.rules.rate;

import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.table.Quantity;
import java.util.Optional;

/** The events behind a rate, as supplied. */
final class SuppliedEvents {
    private SuppliedEvents() {}

    static Optional<Long> of(SuppliedEvidence evidence, Quantity figure) {
        Optional<Long> events = evidence.eventsByLevel(figure.row(), figure.column());
        return events.isPresent() ? events : evidence.cellCount(figure.row(), figure.column());
    }
}
