package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.RatioKind;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.Exempt;
import java.util.Optional;
import java.util.Set;

/** What the rules on models have in common. */
final class Models {
    /** The roles of the figures of a model. */
    static final Set<ColumnRole> FIGURES = Set.of(
            ColumnRole.ESTIMATE,
            ColumnRole.SE,
            ColumnRole.CI_LOWER,
            ColumnRole.CI_UPPER,
            ColumnRole.P_VALUE,
            ColumnRole.STATISTIC,
            ColumnRole.DOF);

    private Models() {}

    /** What comes of a table that is no model to test; empty where it is one. */
    static Optional<Outcome> settled(Table table, Settings settings) {
        if (!table.type().isModel()) {
            return Optional.of(new Outcome.NotApplicable("no model"));
        }
        if (FIGURES.stream().noneMatch(table::holds)) {
            return Optional.of(new Outcome.NotApplicable("no figures of a model"));
        }
        if (isCrudeRatio(table)) {
            return Optional.of(new Outcome.NotApplicable("a crude ratio of two groups is no model"));
        }
        return Exempt.from(settings, Exemption.MODELS);
    }

    /** Whether the model is one of events: its information on a group is at most the group's events. */
    static boolean isOfEvents(Table table) {
        return switch (table.type()) {
            case LOGISTIC_REGRESSION, POISSON_REGRESSION, COX_REGRESSION, ODDS_RATIO, HAZARD_RATIO -> true;
            default -> false;
        };
    }

    private static boolean isCrudeRatio(Table table) {
        if (!Boolean.FALSE.equals(table.declaration().adjusted())) {
            return false;
        }
        return table.type() == OutputType.ODDS_RATIO
                || table.type() == OutputType.HAZARD_RATIO
                || RatioKind.isNamedIn(table);
    }
}
