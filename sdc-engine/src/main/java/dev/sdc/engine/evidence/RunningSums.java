package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a column of cumulative shares sums up, line by line: {@code Freq., Percent, Cum.}. It has the base of all of
 * that, which is never the count of its own line. A cumulative incidence sums up nothing that is printed.
 */
final class RunningSums {
    private static final Pattern NAME = Pattern.compile("\\b(?:cum|kum|acum)", Pattern.CASE_INSENSITIVE);

    private static final int FEWEST = 2;
    private static final int SAMPLE = 2_000;

    private final Table table;
    private final Map<Integer, Optional<Column>> shares = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Column>> counts = new ConcurrentHashMap<>();

    RunningSums(Table table) {
        this.table = table;
    }

    /** The share of the line that a cumulative one has summed up last; null where it sums up no shares. */
    @Nullable
    Quantity lastOf(Quantity share) {
        Column parts = shares.computeIfAbsent(share.column(), all -> find(all, this::sumsUpShares))
                .orElse(null);
        return parts == null ? null : PrintedShare.at(table, share.row(), parts.index());
    }

    /** The counts of which a column of cumulative shares is the running sum, in shares of them all. */
    Optional<Column> countsOf(Quantity share) {
        return counts.computeIfAbsent(share.column(), all -> find(all, this::sumsUpCounts));
    }

    private Optional<Column> find(int cumulative, BiPredicate<Column, Integer> sumsUp) {
        return !isNamed(table.columns().get(cumulative))
                ? Optional.empty()
                : table.columns().stream()
                        .filter(column -> !column.isLabel() && !isNamed(column) && sumsUp.test(column, cumulative))
                        .findFirst();
    }

    private static boolean isNamed(Column column) {
        return NAME.matcher(column.name()).find();
    }

    private boolean sumsUpShares(Column parts, int cumulative) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        int lines = 0;
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            Quantity part = PrintedShare.at(table, row, parts.index());
            Quantity all = PrintedShare.at(table, row, cumulative);
            if (part == null || table.isTotalRow(row)) {
                continue;
            }
            sum = sum.add(part.value());
            slack = slack.add(part.halfUnit());
            if (all != null) {
                BigDecimal off = sum.subtract(all.value()).abs();
                if (all.role() != part.role() || off.compareTo(slack.add(all.halfUnit())) > 0) {
                    return false;
                }
                lines++;
            }
        }
        return lines >= FEWEST;
    }

    private boolean sumsUpCounts(Column parts, int cumulative) {
        long[] sums = new long[Math.min(table.rowCount(), SAMPLE)];
        long sum = 0;
        for (int row = 0; row < sums.length; row++) {
            sum += table.isTotalRow(row) ? 0 : Math.max(0, table.count(row, parts.index()));
            sums[row] = sum;
        }
        int lines = 0;
        for (int row = 0; row < sums.length; row++) {
            Quantity all = table.isTotalRow(row) ? null : PrintedShare.at(table, row, cumulative);
            if (all != null) {
                if (!PrintedShare.is(sums[row], sum, all)) {
                    return false;
                }
                lines++;
            }
        }
        return lines >= FEWEST && sum > 0;
    }
}
