package dev.sdc.engine.audit;

import dev.sdc.engine.audit.HiddenCount.Range;
import dev.sdc.engine.audit.solve.Budget;
import dev.sdc.engine.audit.solve.ClpBackend;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Rounding;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rounded counts of which totals that were rounded on their own tell more than the rounding was to leave: two counts
 * rounded to 0 under a total rounded to 5 are 1 or 2 each.
 */
public final class RoundedCounts {
    /**
     * A small count that was rounded.
     *
     * @param n the count as printed
     * @param rounded what its rounding leaves
     * @param left what all totals leave
     * @param undecided whether it may be less
     * @param related the counts of its lines, each {@code file!cell}
     */
    public record RoundedCount(
            int row, int column, long n, Range rounded, Range left, boolean undecided, List<String> related) {}

    private final Table table;
    private final Settings settings;
    private final Map<Long, Integer> unknowns = new HashMap<>();
    private final List<Long> places = new ArrayList<>();
    private final Map<Long, List<Line>> through = new HashMap<>();
    private final Equations.Builder builder = new Equations.Builder();

    private RoundedCounts(Table table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** The small counts of a table that are narrower than their rounding leaves them, or may be. */
    public static List<RoundedCount> in(Table table, Facts facts, Settings settings) {
        Rounding declared = table.declaration().rounding();
        boolean added = declared != null && declared.totals() == Rounding.Totals.SUM_OF_ROUNDED;
        RoundedCounts counts = new RoundedCounts(table, settings);
        return added || !counts.anySmall() ? List.of() : counts.search(Margins.of(table, facts, settings));
    }

    private boolean anySmall() {
        boolean[] small = new boolean[1];
        table.forEachCount((row, column, n) -> small[0] |= isSmall(grid(column), n));
        return small[0];
    }

    private boolean isSmall(CountGrid grid, long n) {
        return grid.rounds() && grid.low(n) < grid.high(n) && grid.high(n) < settings.minCount();
    }

    private CountGrid grid(int column) {
        return CountGrid.of(table, table.columns().get(column), settings);
    }

    private List<RoundedCount> search(Margins margins) {
        List<Line> lines = new ArrayList<>();
        Set<Object> other = new HashSet<>();
        for (Margins.Margin margin : margins.lines()) {
            boolean complete = margin.statedAt() == null
                    && margin.counts().complete()
                    && margin.counts().hasTotal();
            if (complete && (margin.restLow() > 0 || margin.restHigh() < 0)) {
                other.add(margin.counts().line().members()); // something else is in its totals
            } else if (complete && margin.counts().total() != margin.counts().sum()) {
                lines.add(margin.counts().line());
            }
        }
        lines.removeIf(line -> other.contains(line.members()));
        if (lines.isEmpty()) {
            return List.of();
        }
        for (Line line : lines) {
            int[] parts = new int[line.size()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = unknown(line, line.row(i), line.column(i));
            }
            builder.sum(parts, unknown(line, line.totalRow(), line.totalColumn()), 0, 0);
        }
        Ranges ranges =
                Ranges.of(builder.build(), new Ranges.Effort(settings.minCount(), Budget.STANDARD, new ClpBackend()));
        List<RoundedCount> narrowed = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int row = (int) (places.get(i) / table.columns().size());
            int column = (int) (places.get(i) % table.columns().size());
            long n = LineCounts.at(table, row, column);
            CountGrid grid = grid(column);
            Range rounded = new Range(grid.low(n), grid.high(n));
            Range left = new Range(ranges.low(i), ranges.high(i));
            if (isSmall(grid, n)
                    && !ranges.contradicted(i)
                    && (ranges.undecided(i) || (left.low() >= 1 && left.values() < rounded.values()))) {
                narrowed.add(
                        new RoundedCount(row, column, n, rounded, left, ranges.undecided(i), related(row, column)));
            }
        }
        return narrowed;
    }

    /** The unknown behind a printed count of a line. */
    private int unknown(Line line, int row, int column) {
        through.computeIfAbsent(key(row, column), key -> new ArrayList<>()).add(line);
        return unknowns.computeIfAbsent(key(row, column), key -> {
            places.add(key);
            long n = LineCounts.at(table, row, column);
            CountGrid grid = grid(column);
            return builder.unknown(grid.low(n), grid.high(n));
        });
    }

    private long key(int row, int column) {
        return (long) row * table.columns().size() + column;
    }

    private List<String> related(int row, int column) {
        Set<String> cells = new LinkedHashSet<>();
        for (Line line : through.getOrDefault(key(row, column), List.of())) {
            cells.add(place(line.totalRow(), line.totalColumn()));
            for (int i = 0; i < Math.min(line.size(), Explanation.LISTED); i++) {
                cells.add(place(line.row(i), line.column(i)));
            }
        }
        cells.remove(place(row, column));
        return List.copyOf(cells);
    }

    private String place(int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }
}
