package dev.sdc.rules.rat;

import dev.sdc.engine.evidence.LogSpread;
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
                visitor.accept(
                        new Ratio(figure, kind.get(), LogSpread.isLog(table, figure), LogSpread.of(table, figure)));
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
}
