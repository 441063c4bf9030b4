package dev.sdc.rules.sec;

import dev.sdc.engine.audit.StackedVariables;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Variables of one table of characteristics that come to less than others do: a category may not be printed. */
final class UnequalVariables {
    private UnequalVariables() {}

    static List<Remainder> of(Table table, Facts facts) {
        List<Remainder> remainders = new ArrayList<>();
        for (StackedVariables.Sized variable : StackedVariables.of(table, facts)) {
            LineCounts counts = LineCounts.of(table, variable.line());
            if (counts.complete() && variable.agreed()) {
                int row = variable.line().row(0);
                int column = variable.line().fixed();
                remainders.add(new Remainder(
                        table.address(row, column),
                        table.rowLabel(row),
                        table.columns().get(column).name(),
                        variable.n(),
                        counts.sum(),
                        "that this variable leaves out and others count",
                        List.of(variable.place())));
            }
        }
        return remainders;
    }
}
