package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out what the printed counts of a table leave for those that are held back, left blank or not understood.
 *
 * <p>The attacker knows what is printed and what the marks say, and nothing else. A line whose total is the sum of what it
 * prints was added up anew without its hidden counts, and tells nothing of them.
 */
public final class HiddenCounts {
    private final Table table;
    private final boolean zerosShown;
    private final Equations.Builder builder = new Equations.Builder();
    private final Map<Long, Integer> unknowns = new HashMap<>();
    private final List<long[]> places = new ArrayList<>();
    private final List<Margins.Margin> sums = new ArrayList<>();

    private HiddenCounts(Table table) {
        this.table = table;
        boolean[] zero = new boolean[1];
        table.forEachCount((row, column, n) -> zero[0] |= n == 0);
        zerosShown = zero[0];
    }

    /** The hidden counts of a table, in the order in which its lines come to them; those that no total covers left out. */
    public static List<HiddenCount> in(Table table, Facts facts, Settings settings) {
        return in(table, facts, settings, List.of());
    }

    /** The same, with further lines whose total is the sum of their categories. */
    public static List<HiddenCount> in(Table table, Facts facts, Settings settings, List<Line> further) {
        if (!anyHidden(table)) {
            return List.of();
        }
        HiddenCounts counts = new HiddenCounts(table);
        for (Margins.Margin margin : Margins.of(table, facts, settings).lines()) {
            counts.add(margin);
        }
        CountGrid evident = EvidentRounding.of(table);
        for (Line line : further) {
            Margins.Margin margin = Margins.margin(table, line, evident, settings);
            if (margin != null) {
                counts.add(margin);
            }
        }
        return counts.solve();
    }

    private static boolean anyHidden(Table table) {
        for (int column = 0; column < table.columns().size(); column++) {
            if (!table.columns().get(column).isLabel()) {
                for (int row = table.nextOtherThanNumber(0, column);
                        row >= 0;
                        row = table.nextOtherThanNumber(row + 1, column)) {
                    CellValue cell = table.cell(row, column);
                    if (cell instanceof CellValue.Suppressed
                            || cell instanceof CellValue.Blank
                            || cell instanceof CellValue.Unread) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void add(Margins.Margin margin) {
        LineCounts counts = margin.counts();
        Line line = counts.line();
        boolean addedUpAnew = counts.hasTotal() && counts.total() == counts.sum();
        if (addedUpAnew || (counts.hasTotal() && (counts.complete() || margin.restHigh() < 0))) {
            return;
        }
        if (margin.statedAt() != null && !fits(margin)) {
            return;
        }
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (counts.members()[i] == LineCounts.NONE) {
                parts.add(unknown(line.row(i), line.column(i)));
            }
        }
        int whole = counts.hasTotal() ? Equations.NOBODY : unknown(line.totalRow(), line.totalColumn());
        builder.sum(parts.stream().mapToInt(Integer::intValue).toArray(), whole, margin.restLow(), margin.restHigh());
        sums.add(margin);
    }

    /** Whether a total stated elsewhere can be that of a line: it leaves what the marks of the line allow. */
    private boolean fits(Margins.Margin margin) {
        LineCounts counts = margin.counts();
        long least = 0;
        long most = 0;
        for (int i = 0; i < counts.members().length; i++) {
            if (counts.members()[i] == LineCounts.NONE) {
                long[] own = own(counts.line().row(i), counts.line().column(i));
                least += own[0];
                most = Math.min(most + own[1], Equations.OPEN);
            }
        }
        return margin.restLow() <= most && margin.restHigh() >= least;
    }

    private int unknown(int row, int column) {
        long key = (long) row * table.columns().size() + column;
        return unknowns.computeIfAbsent(key, k -> {
            long[] own = own(row, column);
            places.add(new long[] {row, column, own[0], own[1]});
            return builder.unknown(own[0], own[1]);
        });
    }

    private long[] own(int row, int column) {
        CellValue cell = table.cell(row, column);
        return cell instanceof CellValue.Suppressed mark ? interval(mark) : new long[] {0, Equations.OPEN};
    }

    /** What a mark says; one that is not declared leaves zero out where zeros are shown elsewhere. */
    private long[] interval(CellValue.Suppressed mark) {
        Bounds bounds = mark.interval();
        if (bounds == null) {
            return new long[] {0, Equations.OPEN};
        }
        BigDecimal low = bounds.low();
        BigDecimal high = bounds.high();
        long least = low == null ? 0 : Math.max(0, whole(low, RoundingMode.CEILING));
        long most = high == null ? Equations.OPEN : whole(high, RoundingMode.FLOOR);
        boolean declared = table.declaration().markers().containsKey(mark.marker());
        if (least == 0 && zerosShown && !declared && most < Equations.OPEN) {
            least = 1;
        }
        return most < least ? new long[] {0, Equations.OPEN} : new long[] {least, most};
    }

    private static long whole(BigDecimal value, RoundingMode mode) {
        BigDecimal rounded = value.setScale(0, mode);
        return rounded.precision() > 17 ? Equations.OPEN : rounded.longValue();
    }

    private List<HiddenCount> solve() {
        Ranges ranges = Ranges.of(builder.build());
        Explanation explanation = new Explanation(table, sums);
        List<HiddenCount> hidden = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            long[] place = places.get(i);
            hidden.add(explanation.of(
                    new HiddenCount(
                            table,
                            (int) place[0],
                            (int) place[1],
                            place[2],
                            place[3],
                            ranges.low(i),
                            ranges.high(i),
                            ranges.contradicted(i),
                            "",
                            List.of()),
                    ranges.lowBy(i),
                    ranges.highBy(i)));
        }
        return hidden;
    }
}
