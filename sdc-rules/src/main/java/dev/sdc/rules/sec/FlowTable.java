package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.sec.StepList.Step;
import java.util.ArrayList;
import java.util.List;

/** A table of steps from those registered to those analysed: what each step takes off. */
final class FlowTable {
    private FlowTable() {}

    static List<Remainder> of(Table table) {
        List<Remainder> steps = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                steps.addAll(of(table, column));
            }
        }
        return steps;
    }

    private static List<Remainder> of(Table table, Column column) {
        List<Step> steps = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, column.index());
            if (n != LineCounts.NONE) {
                String where = table.address(row, column.index());
                steps.add(new Step(
                        table.rowLabel(row), n, where, table.file() + "!" + where, table.rowLabel(row), column.name()));
            }
        }
        List<Step> kept = StepList.kept(steps);
        boolean announced = saysSteps(table) || table.titles().stream().anyMatch(FlowSteps::announces);
        return StepList.told(kept, announced) ? StepList.remainders(kept) : List.of();
    }

    /** Whether the header of the labels says that they are steps of a selection. */
    private static boolean saysSteps(Table table) {
        return table.columns().stream()
                .anyMatch(column -> column.isLabel()
                        && Wording.is(
                                column.leaf(),
                                "step",
                                "steps",
                                "selection",
                                "selection step",
                                "exclusion step",
                                "inclusion step",
                                "cohort step",
                                "flow",
                                "schritt"));
    }
}
