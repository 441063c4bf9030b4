package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
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
        if (!isFlow(table, column)) {
            return List.of();
        }
        List<Remainder> steps = new ArrayList<>();
        int before = -1;
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, column.index());
            if (n == LineCounts.NONE || FlowSteps.isTakenOff(table.rowLabel(row))) {
                continue;
            }
            if (before >= 0) {
                long last = LineCounts.at(table, before, column.index());
                steps.add(new Remainder(
                        table.address(row, column.index()),
                        table.rowLabel(row),
                        column.name(),
                        last,
                        n,
                        "left out at this step",
                        Remainder.less(
                                table.file() + "!" + table.address(before, column.index()),
                                List.of(table.file() + "!" + table.address(row, column.index())))));
            }
            before = row;
        }
        return steps;
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

    /** Whether the rows are called steps, or stand below what says that they are. */
    private static boolean isFlow(Table table, Column column) {
        FlowSteps steps =
                new FlowSteps(saysSteps(table) || table.titles().stream().anyMatch(FlowSteps::announces));
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, column.index());
            boolean counted = n != LineCounts.NONE && !FlowSteps.isTakenOff(table.rowLabel(row));
            if (counted && !steps.goOn(table.rowLabel(row), n)) {
                return false;
            }
        }
        return steps.told();
    }
}
