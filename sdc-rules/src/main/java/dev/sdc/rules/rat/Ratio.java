package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Confidence;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.RatioSpread;
import dev.sdc.engine.evidence.Terms;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A printed ratio, or its logarithm, with what its interval says of the counts behind it.
 *
 * @param figure the estimate
 * @param spread the standard error of its logarithm; empty when nothing printed gives it
 */
record Ratio(Quantity figure, RatioKind kind, boolean isLog, Optional<RatioSpread> spread) {

    /** Why a table holds no ratios to test, or empty when it does. */
    static Optional<String> none(Table table) {
        boolean typed = table.type() == OutputType.ODDS_RATIO || table.type() == OutputType.HAZARD_RATIO;
        if (table.holds(ColumnRole.ESTIMATE) && (typed || (!table.type().isModel() && namesRatios(table)))) {
            return Optional.empty();
        }
        return Optional.of("no odds, risk, rate or hazard ratios");
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

    /** Visits every ratio of a table but those of continuous regressors, which have no groups. */
    static void forEach(Table table, Consumer<Ratio> visitor) {
        table.forEachQuantity(Set.of(ColumnRole.ESTIMATE), figure -> {
            String label = table.rowLabel(figure.row());
            List<String> texts =
                    List.of(label, table.columns().get(figure.column()).name());
            Optional<RatioKind> kind = RatioKind.named(texts);
            if (kind.isEmpty()) {
                kind = RatioKind.of(table.type());
            }
            if (kind.isPresent() && !Terms.isIntercept(label) && !Terms.namesContinuous(label)) {
                boolean isLog = isLog(table, figure);
                visitor.accept(new Ratio(figure, kind.get(), isLog, spread(table, figure, isLog)));
            }
        });
    }

    private static boolean namesRatios(Table table) {
        List<String> texts = new ArrayList<>();
        table.columns().forEach(column -> texts.add(column.name()));
        for (int row = 0; row < Math.min(table.rowCount(), 50); row++) {
            texts.add(table.rowLabel(row));
        }
        return RatioKind.named(texts).isPresent();
    }

    private static boolean isLog(Table table, Quantity figure) {
        boolean lowerIsNegative = Companions.of(table, figure, ColumnRole.CI_LOWER)
                .filter(lower -> lower.value().signum() < 0)
                .isPresent();
        String header = table.columns().get(figure.column()).name();
        return figure.value().signum() < 0
                || lowerIsNegative
                || Wording.names(table.rowLabel(figure.row()), "log")
                || Wording.names(header, "log", "coef", "coefficient", "beta", "b");
    }

    private static Optional<RatioSpread> spread(Table table, Quantity figure, boolean isLog) {
        Optional<List<Quantity>> limits = Companions.limits(table, figure);
        Optional<RatioSpread> spread = limits.flatMap(ends -> {
            Printed lower = Printed.of(ends.get(0).value());
            Printed upper = Printed.of(ends.get(1).value());
            Confidence level = Confidence.in(headers(table));
            return isLog
                    ? RatioSpread.ofLogLimits(lower.interval(), upper.interval(), level)
                    : RatioSpread.ofLimits(lower, upper, level);
        });
        // a standard error printed beside a ratio itself may be that of the ratio, not of its logarithm
        return spread.isPresent() || !isLog
                ? spread
                : Companions.of(table, figure, ColumnRole.SE)
                        .flatMap(se -> RatioSpread.ofError(Printed.of(se.value())));
    }

    private static List<String> headers(Table table) {
        return table.columns().stream().map(column -> column.name()).toList();
    }
}
