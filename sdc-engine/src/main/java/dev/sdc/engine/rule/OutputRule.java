package dev.sdc.engine.rule;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.table.Output;

/** A rule about one output of any kind. */
public non-sealed interface OutputRule extends Rule {
    /** Examines an output. */
    Outcome check(Output output, Facts facts, Settings settings);
}
