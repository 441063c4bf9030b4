package dev.sdc.engine.rule;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.table.Table;

/** A rule about the cells of one table. */
public non-sealed interface TableRule extends Rule {
    /** Examines a table. Never throws on account of the table's content. */
    Outcome check(Table table, Facts facts, Settings settings);
}
