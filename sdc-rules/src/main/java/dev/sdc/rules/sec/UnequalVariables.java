package dev.sdc.rules.sec;

import dev.sdc.engine.audit.StackedVariables;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Proof;
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
                        terms(table, variable)));
            }
        }
        return remainders;
    }

    /** What another variable comes to, less the categories of this one. */
    private static List<Proof.Term> terms(Table table, StackedVariables.Sized variable) {
        List<Proof.Term> terms = new ArrayList<>();
        variable.cells().forEach(cell -> terms.add(new Proof.Term(Proof.Sign.PLUS, cell)));
        Line line = variable.line();
        for (int i = 0; i < line.size(); i++) {
            terms.add(
                    new Proof.Term(Proof.Sign.MINUS, table.file() + "!" + table.address(line.row(i), line.column(i))));
        }
        return List.copyOf(terms);
    }
}
