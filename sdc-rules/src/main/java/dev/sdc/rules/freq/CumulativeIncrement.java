package dev.sdc.rules.freq;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cumulative counts, and numbers at risk without their events, whose steps are small counts. */
@SdcRule(
        id = "FREQ-003",
        title = "Small step of a cumulative count",
        source = "Handbook on SDC, 2nd edition, 5.2",
        parameters = {"min_count", "national_exempt"})
public final class CumulativeIncrement implements TableOrTextRule {

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        if (CountGrid.nationalExempt(table, settings)) {
            return new Outcome.Passed("no step: the profile lets national counts be shown", List.of("level: national"));
        }
        Findings findings = Findings.in(this, table);
        long steps = 0;
        Set<Column> sideBySide = new HashSet<>();
        for (List<Column> columns : Series.across(table)) {
            sideBySide.addAll(columns);
            for (int row = 0; row < table.rowCount(); row++) {
                steps += across(table, row, columns, settings, findings);
            }
        }
        for (Column column : table.columns()) {
            if (sideBySide.contains(column)) {
                continue; // its rows are others
            }
            if (Series.isCumulative(table, column) || atRiskAlone(table, column)) {
                steps += down(table, column, settings, findings);
            } else if (!column.isLabel()) {
                for (SortedMap<Long, Integer> byLength : Windows.down(table, column)) {
                    steps += windows(table, column, byLength, settings, findings);
                }
            }
        }
        steps += windowsSideBySide(table, settings, findings);
        BitSet rows = table.rowsLabelled(Series::isCumulative);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            steps += across(table, row, table.columns(), settings, findings);
        }
        return steps == 0 ? new Outcome.NotApplicable("no cumulative counts") : findings.outcome(steps + " steps");
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        if (settings.nationalExempt() && prose.declaration().level() == Declaration.Level.NATIONAL) {
            return new Outcome.Passed("no step: the profile lets national counts be shown", List.of("level: national"));
        }
        Findings findings = Findings.in(this, prose);
        List<WindowsInWords> steps = WindowsInWords.in(prose, facts);
        for (WindowsInWords step : steps) {
            if (step.to() - step.from() < settings.minCount()) {
                findings.add(
                        step.where(),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words.message("The step of a cumulative count is below the minimum.")
                                .because(step.to() + " - " + step.from() + " = " + (step.to() - step.from())
                                        + " since the window before, below the minimum of " + settings.minCount())
                                .remedy("Tell fewer points in time, so that every step holds enough."));
            }
        }
        return findings.outcome(steps.size() + " steps told in words");
    }

    /** Where events are printed beside the numbers at risk, the rules on survival tables test events and withdrawals. */
    private static boolean atRiskAlone(Table table, Column column) {
        return column.role() == ColumnRole.AT_RISK && !table.holds(ColumnRole.EVENTS);
    }

    private static long down(Table table, Column column, Settings settings, Findings findings) {
        CountGrid grid = CountGrid.of(table, column, settings);
        Map<String, Integer> last = new HashMap<>();
        long steps = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            if (!table.isTotalRow(row) && LineCounts.at(table, row, column.index()) != LineCounts.NONE) {
                Integer before = last.put(Series.of(table, row), row);
                if (before != null) {
                    steps++;
                    step(table, before, column.index(), row, column.index(), grid, settings, findings);
                }
            }
        }
        return steps;
    }

    /** From each window to the next longer one. */
    private static long windows(
            Table table, Column column, SortedMap<Long, Integer> byLength, Settings settings, Findings findings) {
        CountGrid grid = CountGrid.of(table, column, settings);
        long before = 0;
        for (int row : byLength.values()) {
            long now = LineCounts.at(table, row, column.index());
            if (now < before) {
                return 0; // what falls is no count of those so far
            }
            before = now;
        }
        Integer last = null;
        for (int row : byLength.values()) {
            if (last != null) {
                step(table, last, column.index(), row, column.index(), grid, settings, findings);
            }
            last = row;
        }
        return byLength.size() - 1L;
    }

    /** Columns such as {@code 30-day deaths} and {@code 90-day deaths}, in every row that does not fall. */
    private static long windowsSideBySide(Table table, Settings settings, Findings findings) {
        Map<String, TreeMap<Long, Column>> series = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String of = column.isLabel() || !column.mayHold(ColumnRole.COUNT) ? "" : Windows.counted(column.name());
            if (!of.isEmpty()) {
                series.computeIfAbsent(of, s -> new TreeMap<>()).putIfAbsent(Windows.length(column.name()), column);
            }
        }
        long steps = 0;
        for (TreeMap<Long, Column> windows : series.values()) {
            Column before = null;
            for (Column now : windows.values()) {
                for (int row = 0; before != null && row < table.rowCount(); row++) {
                    long shorter = LineCounts.at(table, row, before.index());
                    long longer = LineCounts.at(table, row, now.index());
                    if (shorter != LineCounts.NONE && longer > shorter) {
                        steps++;
                        CountGrid grid = CountGrid.of(table, now, settings);
                        step(table, row, before.index(), row, now.index(), grid, settings, findings);
                    }
                }
                before = now;
            }
        }
        return steps;
    }

    private static long across(Table table, int row, List<Column> columns, Settings settings, Findings findings) {
        int before = -1;
        long steps = 0;
        for (Column column : columns) {
            if (!column.isLabel() && !column.total() && LineCounts.at(table, row, column.index()) != LineCounts.NONE) {
                if (before >= 0) {
                    steps++;
                    CountGrid grid = CountGrid.of(table, column, settings);
                    step(table, row, before, row, column.index(), grid, settings, findings);
                }
                before = column.index();
            }
        }
        return steps;
    }

    private static void step(
            Table table,
            int fromRow,
            int fromColumn,
            int row,
            int column,
            CountGrid grid,
            Settings settings,
            Findings findings) {
        long from = LineCounts.at(table, fromRow, fromColumn);
        long to = LineCounts.at(table, row, column);
        long step = Math.abs(to - from);
        if (step == 0 || step >= settings.minCount()) {
            return;
        }
        if (grid.rounds() && grid.holds(from) && grid.holds(to)) {
            if (grid.declaration() != null) {
                findings.restsOn(grid.declaration());
            }
            return;
        }
        findings.add(
                table,
                row,
                column,
                Disposition.BREACH,
                words -> words.message("The step of a cumulative count is below the minimum.")
                        .because(Math.max(from, to) + " - " + Math.min(from, to) + " = " + step + " since "
                                + Series.name(table, fromRow, fromColumn, row) + ", below the minimum of "
                                + settings.minCount())
                        .remedy(
                                "Print fewer points in time, so that every step holds enough, or round the cumulative counts.")
                        .related(table.file() + "!" + table.address(fromRow, fromColumn)));
    }
}
