package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Categories without a total whose percentages tell of how many they are: {@code 802 (80.2%), 121 (12.1%), 71 (7.1%)} are
 * of 1,000, and come to 994.
 */
final class SharesOfAll {
    /** Longer lists are no categories of one variable. */
    private static final int MOST = 60;

    private final Table table;
    private final List<Remainder> found = new ArrayList<>();

    private SharesOfAll(Table table) {
        this.table = table;
    }

    static List<Remainder> of(Table table, Facts facts) {
        SharesOfAll shares = new SharesOfAll(table);
        if (table.holds(ColumnRole.PERCENTAGE) || table.holds(ColumnRole.PROPORTION)) {
            facts.forEachLine(table, shares::line);
        }
        return shares.found;
    }

    private void line(Line line) {
        if (line.acrossColumns() || line.hasTotal() || line.size() < 2 || line.size() > MOST) {
            return;
        }
        LineCounts counts = LineCounts.of(table, line);
        if (!counts.complete()) {
            return;
        }
        BigDecimal low = BigDecimal.valueOf(counts.sum());
        BigDecimal high = BigDecimal.valueOf(Long.MAX_VALUE);
        for (int i = 0; i < line.size(); i++) {
            Optional<Printed> share = share(line.row(i), line.column(i));
            BigDecimal n = BigDecimal.valueOf(counts.members()[i]);
            if (share.isEmpty() || share.get().low().signum() <= 0) {
                return;
            }
            low = low.max(n.divide(share.get().high(), 0, RoundingMode.CEILING));
            high = high.min(n.divide(share.get().low(), 0, RoundingMode.FLOOR));
        }
        // where they may be of all that is printed, nobody need be left
        if (low.compareTo(BigDecimal.valueOf(counts.sum())) > 0 && low.compareTo(high) <= 0) {
            found.add(remainder(line, counts, high.longValue()));
        }
    }

    private Remainder remainder(Line line, LineCounts counts, long all) {
        int largest = counts.largest();
        String where = table.address(line.row(largest), line.column(largest));
        return new Remainder(
                where,
                table.rowLabel(line.row(largest)),
                table.columns().get(line.column(largest)).name(),
                all,
                counts.sum(),
                "in a category that is not printed, as the percentages are of so many at most",
                List.of());
    }

    /** The share of 1 that is printed with a count: in its cell, or in the next column. */
    private Optional<Printed> share(int row, int column) {
        Optional<Printed> own = share(table.quantities(row, column));
        return own.isEmpty() && column + 1 < table.columns().size() ? share(table.quantities(row, column + 1)) : own;
    }

    private static Optional<Printed> share(List<Quantity> figures) {
        for (Quantity figure : figures) {
            if (figure.role() == ColumnRole.PERCENTAGE) {
                return Optional.of(Printed.of(figure.value()).movePointLeft(2));
            }
            if (figure.role() == ColumnRole.PROPORTION) {
                return Optional.of(Printed.of(figure.value()));
            }
        }
        return Optional.empty();
    }
}
