package dev.sdc.rules.rnd;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.PrintedDecimals;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells shares of rounded counts from shares of the exact counts before them. A column of shares is that of a column of
 * counts over a base if every one of them lies where counts that round to the printed ones would put it.
 */
final class SharesOfRounded {
    /** As many shares fit a base by no chance. */
    private static final int MANY = 3;

    /** Fewer do, unless counts that round to the printed ones could make few others. */
    private static final BigDecimal BY_CHANCE = new BigDecimal("0.05");

    private static final int PLACES = 6;
    /** How many columns on either side are looked at for a base. */
    private static final int REACH = 8;

    private static final long MOST_SLACK = 2_000;

    /** A share with the count and the base it may be made of. */
    private record Made(Quantity share, Printed value, long count, long base, long slack, int row) {
        /** Whether it is the printed count over the printed base. */
        boolean ofPrinted() {
            return reaches(value.low(), count, base) && reachedBy(value.high(), count, base);
        }

        /** Whether counts that round to the printed ones can make it. */
        boolean possible(CountGrid grid) {
            return reaches(value.low(), grid.high(count), baseLow(grid))
                    && reachedBy(value.high(), grid.low(count), baseHigh(grid));
        }

        /** The part of all shares that such counts can make, rounded up: how likely any share is to be among them. */
        BigDecimal chance(CountGrid grid) {
            BigDecimal most = BigDecimal.valueOf(grid.high(count))
                    .divide(BigDecimal.valueOf(baseLow(grid)), PLACES, RoundingMode.UP);
            BigDecimal least = BigDecimal.valueOf(grid.low(count))
                    .divide(BigDecimal.valueOf(baseHigh(grid)), PLACES, RoundingMode.DOWN);
            return most.subtract(least).min(BigDecimal.ONE);
        }

        private long baseLow(CountGrid grid) {
            return Math.max(1, Math.min(grid.low(base), base - slack));
        }

        private long baseHigh(CountGrid grid) {
            return Math.max(grid.high(base), base + slack);
        }

        private static boolean reaches(BigDecimal low, long count, long base) {
            return low.multiply(BigDecimal.valueOf(base)).compareTo(BigDecimal.valueOf(count)) <= 0;
        }

        private static boolean reachedBy(BigDecimal high, long count, long base) {
            return high.multiply(BigDecimal.valueOf(base)).compareTo(BigDecimal.valueOf(count)) >= 0;
        }
    }

    private final Table table;
    private final Settings settings;
    private final CountGrid evident;
    private final PrintedDecimals decimals;

    SharesOfRounded(Table table, Settings settings, CountGrid evident) {
        this.table = table;
        this.settings = settings;
        this.evident = evident;
        this.decimals = new PrintedDecimals(table);
    }

    /**
     * A share that is not that of the printed counts.
     *
     * @param count the printed count that it is of
     * @param base the printed base
     * @param cells the cells of the count and the base, as far as they stand in one, each {@code file!cell}
     */
    record Exact(Quantity share, long count, long base, List<String> cells) {}

    /**
     * What a column of shares may be of.
     *
     * @param of the base of each row; 0 where there is none
     * @param cells where each stands; empty where it is in no cell
     */
    private record Bases(IntToLongFunction of, IntFunction<Optional<String>> cells) {}

    /** The shares that are those of exact counts, and not those of the printed ones. */
    List<Exact> fromExactCounts() {
        List<Exact> found = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.mayHold(ColumnRole.PERCENTAGE) || column.mayHold(ColumnRole.PROPORTION)) {
                found.addAll(fromExactCounts(column));
            }
        }
        return found;
    }

    private List<Exact> fromExactCounts(Column shares) {
        List<Exact> best = null;
        for (Column counts : counts(shares)) {
            CountGrid stated = CountGrid.of(table, counts, settings);
            CountGrid grid = stated.rounds() ? stated : evident;
            for (Bases bases : bases(shares, counts)) {
                List<Exact> others = grid.rounds() ? others(shares, counts, bases, grid) : null;
                if (others != null && (best == null || others.size() < best.size())) {
                    best = others;
                }
            }
        }
        return best == null ? List.of() : best;
    }

    /** The counts that the shares may be of: those in the same cells, else those of the columns beside. */
    private List<Column> counts(Column shares) {
        if (shares.mayHold(ColumnRole.COUNT)) {
            return List.of(shares);
        }
        return countsNear(shares, 2);
    }

    private List<Column> countsNear(Column column, int reach) {
        List<Column> near = new ArrayList<>();
        for (int i = Math.max(0, column.index() - reach); i <= column.index() + reach; i++) {
            if (i != column.index()
                    && i < table.columns().size()
                    && table.columns().get(i).mayHold(ColumnRole.COUNT)) {
                near.add(table.columns().get(i));
            }
        }
        return near;
    }

    /** Bases for every row, as far as each way of finding one goes; 0 where it finds none. */
    private List<Bases> bases(Column shares, Column counts) {
        int rows = table.rowCount();
        List<Bases> bases = new ArrayList<>();
        long sum = 0;
        long total = 0;
        int ofTotal = -1;
        for (int row = 0; row < rows; row++) {
            long n = LineCounts.at(table, row, counts.index());
            if (table.isTotalRow(row)) {
                ofTotal = n > total ? row : ofTotal;
                total = Math.max(total, n);
            } else {
                sum += Math.max(0, n);
            }
        }
        add(total, ofTotal < 0 ? null : place(ofTotal, counts), bases);
        add(sum, null, bases);
        add(counts.headerN(), table.file() + "!" + table.headerAddress(counts.index()), bases);
        add(shares.headerN(), table.file() + "!" + table.headerAddress(shares.index()), bases);
        for (Column other : countsNear(counts, REACH)) {
            bases.add(new Bases(
                    row -> Math.max(0, LineCounts.at(table, row, other.index())),
                    row -> Optional.of(place(row, other))));
        }
        return bases;
    }

    private void add(@Nullable Long base, @Nullable String cell, List<Bases> bases) {
        if (base != null && base > 0) {
            long all = base;
            bases.add(new Bases(row -> all, row -> Optional.ofNullable(cell)));
        }
    }

    private String place(int row, Column column) {
        return table.file() + "!" + table.address(row, column.index());
    }

    /** The shares of this count and base that are not of the printed ones; null where the shares are of other counts. */
    private @Nullable List<Exact> others(Column shares, Column counts, Bases bases, CountGrid grid) {
        List<Made> made = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            long count = LineCounts.at(table, row, counts.index());
            Quantity share = share(row, shares);
            long base = bases.of().applyAsLong(row);
            if (share != null && count > 0 && base >= count && !(table.isTotalRow(row) && base == count)) {
                boolean percent = share.role() == ColumnRole.PERCENTAGE;
                Printed value = percent ? decimals.read(share).movePointLeft(2) : decimals.read(share);
                // a total of rounded counts may be off by the rounding of each
                long slack = Math.min(MOST_SLACK, (grid.base() + 1L) / 2 * Math.min(table.rowCount(), 20));
                made.add(new Made(share, value, count, base, slack, row));
            }
        }
        if (made.isEmpty() || !made.stream().allMatch(each -> each.possible(grid)) || mayBeChance(made, grid)) {
            return null;
        }
        return haveOneBase(made)
                ? List.of()
                : made.stream()
                        .filter(each -> !each.ofPrinted())
                        .map(each -> exact(each, counts, bases))
                        .toList();
    }

    /** Whether shares of something else could lie where these counts put them. */
    private static boolean mayBeChance(List<Made> made, CountGrid grid) {
        return made.size() < MANY
                && made.stream()
                                .map(each -> each.chance(grid))
                                .reduce(BigDecimal.ONE, BigDecimal::multiply)
                                .compareTo(BY_CHANCE)
                        > 0;
    }

    private Exact exact(Made made, Column counts, Bases bases) {
        List<String> cells = new ArrayList<>(List.of(place(made.row(), counts)));
        bases.cells().apply(made.row()).ifPresent(cells::add);
        return new Exact(made.share(), made.count(), made.base(), cells);
    }

    private @Nullable Quantity share(int row, Column column) {
        for (Quantity part : table.quantities(row, column.index())) {
            if (part.role() == ColumnRole.PERCENTAGE || part.role() == ColumnRole.PROPORTION) {
                return part;
            }
        }
        return null;
    }

    /** Whether all are the printed counts over one and the same base, be it printed or not. */
    private static boolean haveOneBase(List<Made> made) {
        Made first = made.get(0);
        long least = Math.max(1, first.base() - 4 * first.slack());
        for (long base = least; base <= first.base() + 4 * first.slack(); base++) {
            boolean all = true;
            for (Made each : made) {
                all &= new Made(each.share(), each.value(), each.count(), base, 0, each.row()).ofPrinted();
                if (!all) {
                    break;
                }
            }
            if (all) {
                return true;
            }
        }
        return false;
    }
}
