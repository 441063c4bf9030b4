package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Curve;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rules on survival curves have in common. */
final class SurvivalTable {
    private SurvivalTable() {}

    /** Why a table has no curve to test, or empty when it has one. */
    static Optional<String> none(Table table) {
        return table.holds(ColumnRole.SURVIVAL) || table.holds(ColumnRole.AT_RISK)
                ? Optional.empty()
                : Optional.of("no survival curve or life table");
    }

    /** A printed count, or null when it is not printed or is no whole number. */
    static @Nullable Long count(@Nullable Quantity figure) {
        return figure == null || figure.value().remainder(BigDecimal.ONE).signum() != 0
                ? null
                : figure.value().longValue();
    }

    /** Whether a count is small: from 1 to the minimum less one. */
    static boolean isSmall(@Nullable Long count, int minimum) {
        return count != null && count >= 1 && count < minimum;
    }

    /** The group of a curve in words, for a finding. */
    static String of(Curve curve) {
        return curve.group().isEmpty() ? "" : " in this group";
    }
}
