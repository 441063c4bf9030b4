package dev.sdc.rules.dif;

import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.table.Table;
import java.util.List;

/** Says of the files that hold them that some tables were not compared with all others. */
final class TooManyTables {
    private TooManyTables() {}

    static void report(List<Table> uncompared, Findings findings) {
        uncompared.stream()
                .map(Table::file)
                .distinct()
                .forEach(file -> findings.add(
                        file,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("Its tables were not compared with all others: there are too many.")
                                .because(uncompared.size() + " tables of this submission are left over after as many"
                                        + " comparisons as are made")
                                .remedy("Hand in fewer tables at a time, or compare these by hand.")));
    }
}
