package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.Map;

/** The grid that each printed count is on: as stated, else as its table makes evident. One for each run of a rule. */
public final class Grids {
    private final Settings settings;
    private final Map<String, CountGrid> evident = new HashMap<>();

    /** For the counts of any table under these settings. */
    public Grids(Settings settings) {
        this.settings = settings;
    }

    /** The grid of a count; {@link CountGrid#EXACT} where it is not rounded. */
    public CountGrid of(CountedCell cell) {
        Table table = cell.table();
        CountGrid stated = CountGrid.of(table, table.columns().get(cell.column()), settings);
        return stated.rounds() ? stated : evident.computeIfAbsent(table.id(), id -> EvidentRounding.of(table));
    }
}
