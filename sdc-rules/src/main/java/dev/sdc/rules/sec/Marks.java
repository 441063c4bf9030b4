package dev.sdc.rules.sec;

import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Table;

/** Names the declarations that a hidden count rests on. */
final class Marks {
    private Marks() {}

    static void restsOn(Table table, Findings findings) {
        table.declaration().markers().keySet().forEach(mark -> findings.restsOn("markers: " + mark));
        Rounding rounding = table.declaration().rounding();
        if (rounding != null) {
            findings.restsOn("rounding.base: " + rounding.base());
        }
    }
}
