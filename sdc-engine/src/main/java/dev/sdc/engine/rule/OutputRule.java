package dev.sdc.engine.rule;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.table.Output;

/** A rule about one output of any kind. */
public non-sealed interface OutputRule extends Rule {
    /**
     * Whether the titles and notes of a table are put before it as a running text, too. A rule about texts says so, unless
     * it reads them with their table.
     */
    default boolean examinesNotes() {
        return false;
    }

    /** Examines an output. */
    Outcome check(Output output, Facts facts, Settings settings);
}
