package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number of units that a share is a share of. What is the same for all shares of a column is worked out once,
 * so that a long table costs no more for each of its shares than a short one. Thread-safe.
 */
final class Bases {
    private static final Set<String> BASE_NAMES =
            Set.of("base", "denominator", "total", "n total", "total n", "all", "population", "nenner", "basis");
    private static final int SAMPLE = 200;
    /** Among more counts no two are tried together. */
    private static final int MOST_PAIRED = 12;

    /** A column and what its shares are of: 100 or 1. */
    private record Scale(int column, BigDecimal whole) {}

    /** A base that the counts of a column come to, and where it stands. */
    private record Sum(long base, String where) {}

    private final Table table;
    private final Sizes sizes;
    private final LabelBases labels;
    private final RunningSums running;
    private final CrossingBases crossing;
    private final Optional<BaseInWords> told;
    private final Map<Integer, Optional<Column>> columnsBeside = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Pair>> pairs = new ConcurrentHashMap<>();
    private final Map<Integer, int[]> countRows = new ConcurrentHashMap<>();
    private final Map<Integer, Sum> sums = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Size>> sumsOfOthers = new ConcurrentHashMap<>();
    private final Map<Scale, Boolean> wholes = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Size>> oneBase = new ConcurrentHashMap<>();

    Bases(Table table, Sizes sizes) {
        this.table = table;
        this.sizes = sizes;
        this.labels = new LabelBases(table);
        this.running = new RunningSums(table);
        this.crossing = new CrossingBases(table);
        this.told = BaseInWords.of(table).filter(base -> base.only() && BaseInWords.hasOneColumnOfShares(table));
    }

    Optional<Size> of(Quantity share) {
        if (crossing.tells(share)) {
            return Optional.ofNullable(crossing.of(share));
        }
        Quantity summedUp = running.lastOf(share);
        if (summedUp != null) {
            return of(summedUp);
        }
        Optional<Column> counted = running.countsOf(share);
        if (counted.isPresent()) {
            Sum all = sums.computeIfAbsent(counted.get().index(), this::sumOf);
            return all.base > 0 ? Optional.of(size(all)) : Optional.empty();
        }
        Size size = sameCell(share);
        if (size == null) {
            size = sumOfPair(share);
        }
        if (size == null) {
            size = sameRow(share);
        }
        if (size == null) {
            size = header(share.column());
        }
        if (size == null) {
            size = baseRow(share);
        }
        if (size == null) {
            size = labels.of(share);
        }
        if (size == null) {
            size = sumOfCounts(share);
        }
        if (size == null) {
            size = inWords(share);
        }
        if (size == null) {
            size = wholePopulation(share);
        }
        if (size == null) {
            size = oneBase.computeIfAbsent(share.column(), this::oneBaseOf).orElse(null);
        }
        return Optional.ofNullable(size);
    }

    /** The second number of {@code 12/340 (3.5%)}. */
    private @Nullable Size sameCell(Quantity share) {
        List<CellValue.Part> counts = countsOf(share.row(), share.column());
        return counts.size() < 2
                ? null
                : Rounded.size(
                        table,
                        counts.get(1).value().longValue(),
                        Size.Source.SAME_CELL,
                        () -> table.file() + "!" + table.address(share.row(), share.column()));
    }

    /** The counts that stand in the cell of a share. */
    private List<CellValue.Part> countsOf(int row, int column) {
        return table.cell(row, column) instanceof CellValue.Composite composite
                ? composite.parts().stream()
                        .filter(part -> part.role().isCount())
                        .toList()
                : List.of();
    }

    /** Two counts of which one over both gives the shares: {@code Complete, Missing, Completeness (%)}. */
    private record Pair(int part, int rest) {}

    private @Nullable Size sumOfPair(Quantity share) {
        Pair pair = pairs.computeIfAbsent(share.column(), this::pairOf).orElse(null);
        long part = pair == null ? -1 : table.count(share.row(), pair.part());
        long rest = pair == null ? -1 : table.count(share.row(), pair.rest());
        return pair == null || part < 0 || rest < 0
                ? null
                : Rounded.size(
                        table,
                        part + rest,
                        Size.Source.INFERRED,
                        () -> table.file() + "!" + table.address(share.row(), pair.rest()));
    }

    private Optional<Pair> pairOf(int share) {
        List<Column> counts = table.columns().stream()
                .filter(c -> c.role() != null && c.role().isCount() && !c.isLabel())
                .filter(c -> related(table.columns().get(share), c))
                .limit(MOST_PAIRED)
                .toList();
        for (Column part : counts) {
            for (Column rest : counts) {
                if (part.index() != rest.index() && isShareOfBoth(part.index(), rest.index(), share)) {
                    return Optional.of(new Pair(part.index(), rest.index()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isShareOfBoth(int part, int rest, int share) {
        int tested = 0;
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            Long n = plain(row, part);
            Long other = plain(row, rest);
            Quantity p = PrintedShare.at(table, row, share);
            if (n != null && other != null && p != null && n + other > 0) {
                if (!PrintedShare.is(n, n + other, p)) {
                    return false;
                }
                tested++;
            }
        }
        return tested > 1;
    }

    private @Nullable Size sameRow(Quantity share) {
        ColumnRole own = table.columns().get(share.column()).role();
        if (!countsOf(share.row(), share.column()).isEmpty() || (own != null && own.isCount())) {
            return null; // what stands beside a count and its share is of others
        }
        Optional<Column> beside = columnsBeside.computeIfAbsent(share.column(), this::columnBeside);
        if (beside.isEmpty()) {
            return null;
        }
        int column = beside.get().index();
        long n = table.count(share.row(), column);
        if (n < 0) {
            return null;
        }
        return Rounded.size(
                table, n, Size.Source.PRINTED, () -> table.file() + "!" + table.address(share.row(), column));
    }

    /** The count column that holds the bases of a share column: the nearest that holds no numerators of it. */
    private Optional<Column> columnBeside(int share) {
        Column own = table.columns().get(share);
        return table.columns().stream()
                .filter(c -> c.role() != null && c.role().isCount() && !c.isLabel() && related(own, c))
                .sorted(Comparator.comparingInt(c -> rank(own, c)))
                .filter(c -> !isNumerator(c.index(), share))
                .findFirst();
    }

    /** Whether two columns stand under the same outer header, or one of them under none. */
    private static boolean related(Column share, Column count) {
        return count.header().size() < 2
                || share.header().size() < 2
                || count.header().get(0).equals(share.header().get(0))
                || count.total();
    }

    private static int rank(Column share, Column c) {
        String word = c.leaf().strip().toLowerCase(Locale.ROOT);
        boolean sameParent = c.header().size() > 1 && share.header().size() > 1;
        int rank = sameParent ? 0 : 100_000;
        rank += BASE_NAMES.contains(word) || c.total() ? 0 : Sizes.isSizeName(c.leaf()) ? 10_000 : 20_000;
        return rank + Math.abs(share.index() - c.index());
    }

    /**
     * Whether a count column holds the numerators of a share column: its counts over its own sum, or over another count
     * column, give the shares.
     */
    private boolean isNumerator(int count, int share) {
        long sum = 0;
        long totalPrinted = -1;
        for (int row = 0; row < table.rowCount(); row++) {
            Long n = plain(row, count);
            if (n != null) {
                if (table.isTotalRow(row)) {
                    totalPrinted = n;
                } else if (table.rowRole(row) == null) {
                    sum += n;
                }
            }
        }
        if (agrees(count, share, -1, totalPrinted >= 0 ? totalPrinted : sum)) {
            return true;
        }
        Long headerN = table.columns().get(count).headerN();
        boolean namesAll = Wording.names(table.columns().get(count).leaf(), "population", "denominator");
        if ((headerN != null && agrees(count, share, -1, headerN)) || (!namesAll && haveOneBase(count, share))) {
            return true;
        }
        for (Column other : table.columns()) {
            boolean counts = other.role() != null && other.role().isCount() && other.index() != count;
            if (counts && agrees(count, share, other.index(), 0)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The one base that the counts beside a column of shares come to, though nobody prints it: the counts are all of it, or
     * all of it several times. Groups of one size with shares of one size seem to have a common base too, a larger one.
     */
    private Optional<Size> oneBaseOf(int share) {
        for (Column c : table.columns()) {
            boolean counts = c.role() != null && c.role().isCount() && c.index() != share;
            if (counts && related(table.columns().get(share), c)) {
                boolean some = holdsBackSome(share, c.index());
                Optional<Size> base = inferredBase(c.index(), share, some ? 1 : 2);
                if (base.isPresent() && (some || isWholeBase(base.get(), c.index()))) {
                    return base;
                }
                Size all = sizes.population();
                if (base.isPresent() && all != null && isWithin(all, base.get())) {
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether some counts are held back beside shares that add up to the whole all the same. */
    private boolean holdsBackSome(int share, int counts) {
        boolean hidden = false;
        BigDecimal whole = null;
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            Quantity p = PrintedShare.at(table, row, share);
            hidden |= p != null && table.cell(row, counts) instanceof CellValue.Suppressed;
            whole = p == null ? whole : p.role() == ColumnRole.PERCENTAGE ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        }
        return hidden && whole != null && wholes.computeIfAbsent(new Scale(share, whole), this::addsUp);
    }

    private static boolean isWithin(Size all, Size base) {
        return all.low() >= base.low() && all.high() <= base.high();
    }

    private boolean isWholeBase(Size base, int column) {
        if (base.low() <= 0) {
            return false;
        }
        Sum sum = sums.computeIfAbsent(column, this::sumOf);
        long times = sum.base / base.high();
        return contains(base, sum.base, times) || contains(base, sum.base, times + 1);
    }

    private static boolean contains(Size base, long sum, long times) {
        return times > 0 && sum / times >= base.low() && sum <= times * base.high();
    }

    /** Whether different counts are their shares of one base, though nobody prints it. */
    private boolean haveOneBase(int count, int share) {
        return inferredBase(count, share, 2).isPresent();
    }

    /**
     * The whole numbers of which different counts are their shares.
     *
     * @param fewest how many different counts it takes: one may be a share of anything
     */
    private Optional<Size> inferredBase(int count, int share, int fewest) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = null;
        Set<Long> different = new HashSet<>();
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            Long n = plain(row, count);
            Quantity p = PrintedShare.at(table, row, share);
            if (n == null || p == null || n == 0 || table.isTotalRow(row)) {
                continue;
            }
            BigDecimal whole = p.role() == ColumnRole.PERCENTAGE ? BigDecimal.valueOf(100) : BigDecimal.ONE;
            BigDecimal most = p.value().add(p.halfUnit());
            BigDecimal least = p.value().subtract(p.halfUnit());
            if (least.signum() <= 0) {
                continue;
            }
            BigDecimal scaled = whole.multiply(BigDecimal.valueOf(n));
            low = low.max(scaled.divide(most, 6, RoundingMode.FLOOR));
            BigDecimal limit = scaled.divide(least, 6, RoundingMode.CEILING);
            high = high == null ? limit : high.min(limit);
            different.add(n);
        }
        if (different.size() < fewest || high == null || low.compareTo(high) > 0) {
            return Optional.empty();
        }
        long least = low.setScale(0, RoundingMode.CEILING).longValue();
        long most = high.setScale(0, RoundingMode.FLOOR).longValue();
        return least > most
                ? Optional.empty()
                : Optional.of(new Size(
                        least,
                        most,
                        Size.Source.INFERRED,
                        "the counts of " + table.columns().get(count).name(),
                        null));
    }

    private boolean agrees(int count, int share, int baseColumn, long fixedBase) {
        int tested = 0;
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            Long n = plain(row, count);
            Long base = baseColumn < 0 ? Long.valueOf(fixedBase) : plain(row, baseColumn);
            Quantity p = PrintedShare.at(table, row, share);
            if (n == null || base == null || p == null || base <= 0 || n > base) {
                if (n != null && base != null && n > base) {
                    return false;
                }
                continue;
            }
            if (!PrintedShare.is(n, base, p)) {
                return false;
            }
            tested++;
        }
        return tested > 0;
    }

    private @Nullable Long plain(int row, int column) {
        long n = table.count(row, column);
        return n < 0 ? null : n;
    }

    private @Nullable Size header(int column) {
        Long n = table.columns().get(column).headerN();
        return n == null
                ? null
                : Rounded.size(table, n, Size.Source.HEADER, () -> table.file() + "!" + table.headerAddress(column));
    }

    /** A count row above or below, such as {@code Number of patients} or {@code n}. */
    private @Nullable Size baseRow(Quantity share) {
        for (int row : countRows.computeIfAbsent(share.column(), this::countRowsOf)) {
            Long n = row == share.row() ? null : plain(row, share.column());
            if (n != null) {
                return Rounded.size(
                        table, n, Size.Source.PRINTED, () -> table.file() + "!" + table.address(row, share.column()));
            }
        }
        return null;
    }

    /** The first two count rows that have a count in a column: one of them is not the row of the share. */
    private int[] countRowsOf(int column) {
        return IntStream.range(0, Math.min(table.rowCount(), 2_000))
                .filter(row -> table.rowRole(row) == ColumnRole.COUNT && plain(row, column) != null)
                .limit(2)
                .toArray();
    }

    /** The printed total, or else the sum, of a count column whose shares these are. */
    private @Nullable Size sumOfCounts(Quantity share) {
        Sum own = sums.computeIfAbsent(share.column(), this::sumOf);
        return fitsOwn(share, own.base)
                ? size(own)
                : sumsOfOthers
                        .computeIfAbsent(share.column(), this::sumOfOthers)
                        .orElse(null);
    }

    private Optional<Size> sumOfOthers(int share) {
        for (Column c : table.columns()) {
            boolean counts = c.role() != null && c.role().isCount() && c.index() != share;
            if (counts && related(table.columns().get(share), c)) {
                Sum sum = sums.computeIfAbsent(c.index(), this::sumOf);
                if (sum.base > 0 && agrees(c.index(), share, -1, sum.base)) {
                    return Optional.of(size(sum));
                }
            }
        }
        return Optional.empty();
    }

    private Sum sumOf(int column) {
        long sum = 0;
        long total = -1;
        String where = "the sum of the counts";
        boolean complete = true;
        for (int row = 0; row < table.rowCount(); row++) {
            long n = count(row, column);
            if (n < 0) {
                complete &= !(table.cell(row, column) instanceof CellValue.Suppressed);
            } else if (table.isTotalRow(row)) {
                total = n;
                where = table.file() + "!" + table.address(row, column);
            } else if (table.rowRole(row) == null) {
                sum += n;
            }
        }
        return new Sum(total >= 0 ? total : complete ? sum : -1, where);
    }

    /** The count that a cell is or holds first; -1 where there is none. */
    private long count(int row, int column) {
        long plain = table.count(row, column);
        if (plain >= 0) {
            return plain;
        }
        List<CellValue.Part> counts = countsOf(row, column);
        return counts.isEmpty() ? -1 : counts.get(0).value().longValue();
    }

    private Size size(Sum sum) {
        return Rounded.size(table, sum.base, Size.Source.INFERRED, sum::where);
    }

    private boolean fitsOwn(Quantity share, long base) {
        List<CellValue.Part> counts = countsOf(share.row(), share.column());
        if (counts.isEmpty() || base <= 0) {
            return false;
        }
        return PrintedShare.is(counts.get(0).value().longValue(), base, share);
    }

    /** What is said of the table, for a list of shares of the whole that adds up to it. */
    private @Nullable Size inWords(Quantity share) {
        return told.filter(base -> addsUp(share))
                .map(base -> Rounded.size(table, base.most(), Size.Source.PRINTED, base::where))
                .orElse(null);
    }

    /** The declared population, for a list of shares of the whole that adds up to it. */
    private @Nullable Size wholePopulation(Quantity share) {
        return addsUp(share) || table.rowCount() == 1 ? sizes.population() : null;
    }

    private boolean addsUp(Quantity share) {
        BigDecimal whole = share.role() == ColumnRole.PERCENTAGE ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        return wholes.computeIfAbsent(new Scale(share.column(), whole), this::addsUp);
    }

    private boolean addsUp(Scale scale) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        for (int row = 0; row < Math.min(table.rowCount(), 5_000); row++) {
            Quantity q = PrintedShare.at(table, row, scale.column);
            if (q != null && !table.isTotalRow(row)) {
                sum = sum.add(q.value());
                slack = slack.add(q.halfUnit());
            }
        }
        return sum.subtract(scale.whole).abs().compareTo(slack) <= 0;
    }
}
