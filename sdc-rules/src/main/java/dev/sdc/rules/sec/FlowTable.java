package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.sec.StepList.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of steps from those registered to those analysed, below one another or side by side: what each step takes off. */
final class FlowTable {
    /** Among more numbers than these that rise somewhere no arms are looked for. */
    private static final int MOST_STEPS = 1_000;

    /** Two columns may be a number and another of something else. */
    private static final int FEWEST_SIDE_BY_SIDE = 3;

    private static final int MOST_SIDE_BY_SIDE = 24;

    private FlowTable() {}

    static List<Remainder> of(Table table) {
        List<Remainder> steps = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                steps.addAll(of(table, column));
            }
        }
        steps.addAll(across(table));
        return steps;
    }

    /** {@code Invited, Attended, Positive}: three columns of counts or more that fall, or stay, from one to the next in every row. */
    private static List<Remainder> across(Table table) {
        List<Column> columns = table.columns().stream()
                .filter(column -> !column.isLabel() && !column.total() && column.mayHold(ColumnRole.COUNT))
                .toList();
        boolean named = columns.size() >= FEWEST_SIDE_BY_SIDE
                && columns.size() <= MOST_SIDE_BY_SIDE
                && FlowSteps.begins(columns.get(0).leaf())
                && columns.stream().skip(1).anyMatch(column -> FlowSteps.goesOn(column.leaf()))
                && !areCategories(columns);
        List<Remainder> found = new ArrayList<>();
        for (int row = 0; named && row < table.rowCount(); row++) {
            List<Step> steps = new ArrayList<>();
            for (Column column : columns) {
                long n = LineCounts.at(table, row, column.index());
                if (n != LineCounts.NONE && !FlowSteps.isTakenOff(column.leaf())) {
                    if (!steps.isEmpty() && n > steps.get(steps.size() - 1).n()) {
                        return List.of();
                    }
                    String where = table.address(row, column.index());
                    steps.add(new Step(
                            column.leaf(), n, where, table.file() + "!" + where, table.rowLabel(row), column.name()));
                }
            }
            found.addAll(StepList.remainders(steps));
        }
        return found;
    }

    /** Whether two neighbours are called alike, {@code Stage I, Stage II}, or by numbers: they are no steps of one another. */
    private static boolean areCategories(List<Column> columns) {
        String before = "";
        for (Column column : columns) {
            String first = column.leaf().strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 2)[0];
            if (first.equals(before) || first.isEmpty() || Character.isDigit(first.charAt(0))) {
                return true;
            }
            before = first;
        }
        return false;
    }

    private static List<Remainder> of(Table table, Column column) {
        if (table.rowCount() > MOST_STEPS && rises(table, column)) {
            return List.of();
        }
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

    private static boolean rises(Table table, Column column) {
        long last = Long.MAX_VALUE;
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, column.index());
            if (n == LineCounts.NONE || FlowSteps.isTakenOff(table.rowLabel(row))) {
                continue;
            }
            if (n > last) {
                return true;
            }
            last = n;
        }
        return false;
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
