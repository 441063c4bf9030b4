package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A table of steps from those registered to those analysed: what each step takes off. */
final class FlowTable {
    private static final Pattern STEP = Pattern.compile(
            "\\b(?:assessed|screened|registered|eligible|include[ds]?|randomi[sz]ed"
                    + "|allocated|analy[sz]ed|analysis (?:cohort|set|population|sample)|remaining|after excl\\w*|consented|enrolled"
                    + "|approached|invited|responded|complete data|final (?:cohort|sample)|study population|followed|completed"
                    + "|with (?:a )?valid|linked|received allocated|eingeschlossen|ausgewertet|geeignet|verbleibend)\\b");
    private static final Pattern TAKEN_OFF = Pattern.compile(
            "^\\W*(?:exclu|lost|withdr|missing|declin|refus|died|duplicat|not |no |inelig|without|ausgeschl|verloren|fehlend)");

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
            String label = table.rowLabel(row).toLowerCase(Locale.ROOT);
            long n = LineCounts.at(table, row, column.index());
            if (n == LineCounts.NONE || TAKEN_OFF.matcher(label).find()) {
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

    /** Whether no step rises, and two or more are called a step, or all of them are by their header. */
    private static boolean isFlow(Table table, Column column) {
        long last = Long.MAX_VALUE;
        int named = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            long n = LineCounts.at(table, row, column.index());
            String label = n == LineCounts.NONE ? "" : table.rowLabel(row).toLowerCase(Locale.ROOT);
            if (n != LineCounts.NONE && !TAKEN_OFF.matcher(label).find()) {
                if (n > last) {
                    return false;
                }
                last = n;
                named += STEP.matcher(label).find() ? 1 : 0;
            }
        }
        return named >= 2 || saysSteps(table);
    }
}
