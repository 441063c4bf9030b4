package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.LogSpread;
import dev.sdc.engine.evidence.RatioKind;
import dev.sdc.engine.evidence.RatioSpread;
import dev.sdc.engine.evidence.Terms;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A printed ratio, or its logarithm, with what its interval says of the counts behind it.
 *
 * @param figure the estimate
 * @param spread the standard error of its logarithm; empty when nothing printed gives it
 */
record Ratio(Quantity figure, RatioKind kind, boolean isLog, Optional<RatioSpread> spread) {

    /** Why a table holds no ratios to test, or empty when it does. */
    static Optional<String> none(Table table) {
        boolean ratios = switch (table.type()) {
            case ODDS_RATIO, HAZARD_RATIO, LOGISTIC_REGRESSION, POISSON_REGRESSION, COX_REGRESSION -> true;
            case LINEAR_REGRESSION, MULTILEVEL_MODEL -> false;
            default -> RatioKind.isNamedIn(table);
        };
        return ratios && table.holds(ColumnRole.ESTIMATE)
                ? Optional.empty()
                : Optional.of("no odds, risk, rate or hazard ratios");
    }

    /** Whether the ratio is declared, or named, to compare groups without regard to anything else. */
    static boolean isCrude(Table table, Quantity figure) {
        Boolean adjusted = table.declaration().adjusted();
        if (adjusted != null) {
            return !adjusted;
        }
        String header = table.columns().get(figure.column()).name();
        return Wording.names(header, "crude", "unadjusted", "univariable", "univariate");
    }

    /** Visits every ratio of a table but those of continuous regressors, which have no groups, and of reference levels. */
    static void forEach(Table table, Consumer<Ratio> visitor) {
        LogSpread spread = new LogSpread(table);
        table.forEachQuantity(Set.of(ColumnRole.ESTIMATE), figure -> {
            String label = table.rowLabel(figure.row());
            String header = table.columns().get(figure.column()).name();
            Optional<RatioKind> kind = RatioKind.named(List.of(label, header));
            boolean isNamed = RatioKind.named(List.of(label)).isPresent();
            if (kind.isEmpty()) {
                kind = RatioKind.of(table.type()).or(() -> RatioKind.exponentiated(header));
            }
            if (kind.isPresent() && !Terms.isIntercept(label) && (isNamed || !Terms.namesContinuous(label))) {
                Ratio ratio = new Ratio(figure, kind.get(), spread.isLog(figure), spread.of(figure));
                if (!ratio.isReference(table)) {
                    visitor.accept(ratio);
                }
            }
        });
    }

    /** The level that others are compared with is printed as 1, or as 0 on the log scale, without an interval. */
    private boolean isReference(Table table) {
        BigDecimal same = isLog ? BigDecimal.ZERO : BigDecimal.ONE;
        return figure.value().compareTo(same) == 0
                && Stream.of(ColumnRole.SE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER)
                        .noneMatch(role -> Companions.of(table, figure, role).isPresent());
    }
}
