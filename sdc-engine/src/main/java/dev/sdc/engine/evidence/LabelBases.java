package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Bases that stand in the labels of rows: {@code Thymus (n=41)} before a share of these 41, {@code Total (n=214)} before the
 * 100 % that the others are parts of. A number that is itself the share of one base, as in {@code Missing (n=7), 3.3}, is a
 * numerator and no base. Thread-safe.
 */
final class LabelBases {
    private static final int SAMPLE = 200;

    private final Table table;
    private final Map<String, Mention> labels = new HashMap<>();
    private final Map<Integer, Boolean> numerators = new ConcurrentHashMap<>();

    LabelBases(Table table) {
        this.table = table;
        for (Mention mention : table.mentions()) {
            if (mention.kind() == Mention.Kind.BASE) {
                labels.putIfAbsent(mention.text(), mention);
            }
        }
    }

    /** The base that the label of a share's row gives, or that of the total row of its column. */
    @Nullable
    Size of(Quantity share) {
        if (labels.isEmpty()) {
            return null;
        }
        Mention own = at(share.row());
        if (own != null && !numerators.computeIfAbsent(share.column(), this::areNumerators)) {
            return size(own);
        }
        return own == null ? ofTotal(share.column()) : null;
    }

    private @Nullable Size ofTotal(int column) {
        for (int row = table.rowCount() - 1; row >= 0; row--) {
            if (table.isTotalRow(row) && at(row) != null) {
                Mention total = at(row);
                for (Quantity figure : table.quantities(row, column)) {
                    if (total != null && isShare(figure) && figure.value().compareTo(whole(figure)) == 0) {
                        return size(total);
                    }
                }
            }
        }
        return null;
    }

    private Size size(Mention mention) {
        return Rounded.size(table, mention.n(), Size.Source.PRINTED, () -> table.file() + "!" + mention.where());
    }

    private @Nullable Mention at(int row) {
        List<String> names = table.rowLabels(row);
        return names.isEmpty() ? null : labels.get(names.get(names.size() - 1).strip());
    }

    /**
     * Whether the numbers in the labels are their shares of one base; one number alone may be, so that at least two are
     * needed to tell that they are not.
     */
    private boolean areNumerators(int column) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = null;
        int tested = 0;
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            Mention mention = at(row);
            for (Quantity share : mention == null ? List.<Quantity>of() : table.quantities(row, column)) {
                BigDecimal least = share.value().subtract(share.halfUnit());
                if (mention == null || !isShare(share) || mention.n() == 0 || least.signum() <= 0) {
                    continue;
                }
                BigDecimal scaled = whole(share).multiply(BigDecimal.valueOf(mention.n()));
                low = low.max(scaled.divide(share.value().add(share.halfUnit()), 6, RoundingMode.FLOOR));
                BigDecimal limit = scaled.divide(least, 6, RoundingMode.CEILING);
                high = high == null ? limit : high.min(limit);
                tested++;
            }
        }
        return tested < 2 || high == null || low.compareTo(high) <= 0;
    }

    private static boolean isShare(Quantity figure) {
        return figure.role() == ColumnRole.PERCENTAGE || figure.role() == ColumnRole.PROPORTION;
    }

    private static BigDecimal whole(Quantity share) {
        return share.role() == ColumnRole.PERCENTAGE ? BigDecimal.valueOf(100) : BigDecimal.ONE;
    }
}
