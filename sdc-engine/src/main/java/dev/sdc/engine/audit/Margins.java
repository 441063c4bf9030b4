package dev.sdc.engine.audit;

import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table whose total is, or may be, the sum of their categories.
 *
 * <p>A dimension whose fully printed lines mostly do not add up is none that adds up (several answers a person, a category
 * left out): its lines tell nothing of hidden counts.
 *
 * @param lines every line with a total, printed or held back, of a dimension that adds up
 * @param all whether all tables that may state a total were looked at
 */
record Margins(List<Margin> lines, boolean all) {

    /**
     * A line with what its printed counts stand for.
     *
     * @param counts the counts as printed
     * @param restLow the least that total less printed categories can be; the total counts as 0 where it is not printed
     * @param restHigh the most that it can be
     * @param statedAt where the total is stated, {@code file!cell}, if not in the line itself; else null
     */
    record Margin(
            LineCounts counts,
            long restLow,
            long restHigh,
            @Nullable String statedAt) {}

    static Margins of(Table table, Facts facts, Settings settings) {
        CountGrid evident = EvidentRounding.of(table);
        List<Margin> all = new ArrayList<>();
        Map<Object, int[]> additive = new HashMap<>();
        facts.forEachLine(table, line -> {
            Margin margin = line.hasTotal() ? margin(table, LineCounts.of(table, line), null, evident, settings) : null;
            if (margin != null) {
                all.add(margin);
                LineCounts counts = margin.counts();
                if (counts.complete() && counts.hasTotal()) {
                    boolean adds = margin.restLow() <= 0 && margin.restHigh() >= 0;
                    additive.computeIfAbsent(dimension(line), d -> new int[2])[adds ? 0 : 1]++;
                }
            }
        });
        all.removeIf(margin -> {
            int[] adds = additive.get(dimension(margin.counts().line()));
            return adds != null && adds[1] > adds[0];
        });
        OutsideTotals.Totals totals = OutsideTotals.of(table, facts);
        for (OutsideTotals.Stated stated : totals.stated()) {
            LineCounts counts = new LineCounts(
                    stated.line(), LineCounts.of(table, stated.line()).members(), stated.total());
            Margin margin = margin(table, counts, stated.place(), evident, settings);
            if (margin != null) {
                all.add(margin);
            }
        }
        return new Margins(all, totals.all());
    }

    private static Object dimension(Line line) {
        return line.dimension().isEmpty() ? line.members() : line.acrossColumns() + line.dimension();
    }

    /** A line with what its printed counts stand for; null where they are too large to add. */
    static @Nullable Margin margin(Table table, Line line, CountGrid evident, Settings settings) {
        return margin(table, LineCounts.of(table, line), null, evident, settings);
    }

    private static @Nullable Margin margin(
            Table table, LineCounts counts, @Nullable String statedAt, CountGrid evident, Settings settings) {
        Line line = counts.line();
        Rounding declared = table.declaration().rounding();
        boolean exactTotal = declared != null && declared.totals() == Rounding.Totals.EXACT;
        boolean sumOfRounded = declared != null && declared.totals() == Rounding.Totals.SUM_OF_ROUNDED;
        long least = 0;
        long most = 0;
        if (counts.hasTotal()) {
            CountGrid grid = exactTotal
                    ? CountGrid.EXACT
                    : grid(table, line.hasTotal() ? line.totalColumn() : line.column(0), evident, settings);
            if (line.hasTotal() && !grid.rounds()) {
                grid = StatedRounding.of(table, line.totalRow(), line.totalColumn(), counts.total());
            }
            least = sumOfRounded ? counts.total() : grid.low(counts.total());
            most = sumOfRounded ? counts.total() : grid.high(counts.total());
        }
        for (int i = 0; i < line.size(); i++) {
            long count = counts.members()[i];
            CountGrid grid = grid(table, line.column(i), evident, settings);
            if (count == LineCounts.NONE) {
                // where rounded values were added up, the hidden ones were rounded before
                least -= sumOfRounded ? grid.base() / 2 + 1 : 0;
                most += sumOfRounded ? grid.base() / 2 + 1 : 0;
            } else {
                least -= sumOfRounded ? count : grid.high(count);
                most -= sumOfRounded ? count : grid.low(count);
            }
            if (Math.abs(least) > Equations.OPEN / 2) {
                return null;
            }
        }
        return new Margin(counts, least, most, statedAt);
    }

    private static CountGrid grid(Table table, int column, CountGrid evident, Settings settings) {
        CountGrid grid = CountGrid.of(table, table.columns().get(column), settings);
        return grid.rounds() ? grid : evident;
    }
}
