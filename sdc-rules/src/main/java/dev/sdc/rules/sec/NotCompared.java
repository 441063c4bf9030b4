package dev.sdc.rules.sec;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.table.Table;

/** Says of a table that it was not held against all others. */
final class NotCompared {
    private NotCompared() {}

    static void tell(Table table, Findings findings) {
        findings.add(
                table.range(),
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("This table was not held against all others: there are too many.")
                        .because(
                                "what other tables print may give away what is missing here, and only some were looked at")
                        .remedy("Hand in fewer tables at a time, or compare these by hand."));
    }
}
