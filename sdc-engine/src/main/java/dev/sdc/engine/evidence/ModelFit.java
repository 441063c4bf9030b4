package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How large a model is: from its own table, from a table of fit statistics beside it, and from evidence.
 *
 * @param observations the number of observations
 * @param parameters the number of estimated parameters
 * @param residual the residual degrees of freedom, as stated
 * @param events the number of events
 * @param residualError the standard error of the residuals of a linear model
 * @param restsOn the declarations that any of them rests on
 */
public record ModelFit(
        @Nullable Long observations,
        @Nullable Long parameters,
        @Nullable Long residual,
        @Nullable Long events,
        @Nullable Printed residualError,
        boolean isBernoulli,
        List<String> restsOn) {

    /** What is known of the model of a table. */
    public static ModelFit of(Table table, Facts facts) {
        DeclaredEvidence evidence = table.declaration().evidence();
        FitStatistics fit = FitStatistics.beside(table, facts);
        List<String> restsOn = new ArrayList<>();
        Long residual = stated(fit.residual(), evidence.dofResidual(), "evidence.dof_residual", restsOn);
        Long parameters = stated(fit.parameters(), evidence.nParameters(), "evidence.n_parameters", restsOn);
        Long observations = stated(fit.observations(), evidence.nObs(), "evidence.n_obs", restsOn);
        Long events = stated(fit.events(), evidence.nEvents(), "evidence.n_events", restsOn);
        Long coefficients = fit.coefficients();
        if (parameters == null && observations != null && residual != null) {
            parameters = observations - residual;
        }
        if (parameters == null && coefficients != null) {
            parameters = coefficients;
            if (residual == null) {
                restsOn.add("all coefficients of the model are printed");
            }
        }
        if (observations == null && residual != null && parameters != null) {
            observations = residual + parameters;
        }
        if (observations == null) {
            observations = population(table, facts, restsOn);
        }
        return new ModelFit(
                observations, parameters, residual, events, fit.residualError(), fit.isBernoulli(), restsOn);
    }

    /** The residual degrees of freedom as observations less parameters; empty when either is unknown. */
    public Optional<Long> computedResidual() {
        return observations == null || parameters == null ? Optional.empty() : Optional.of(observations - parameters);
    }

    private static @Nullable Long stated(
            @Nullable Long printed, @Nullable Long supplied, String key, List<String> restsOn) {
        if (printed == null && supplied != null) {
            restsOn.add(key + ": " + supplied);
        }
        return printed != null ? printed : supplied;
    }

    private static @Nullable Long population(Table table, Facts facts, List<String> restsOn) {
        for (int column = 0; column < table.columns().size(); column++) {
            for (int row = 0; row < table.rowCount(); row++) {
                for (Quantity figure : table.quantities(row, column)) {
                    boolean estimated = figure.role() == ColumnRole.ESTIMATE || figure.role() == ColumnRole.SE;
                    Optional<Size> n = estimated ? facts.sampleSize(table, figure) : Optional.empty();
                    String declared = n.map(Size::restsOn).orElse(null);
                    if (n.isPresent() && n.get().source() == Size.Source.POPULATION && declared != null) {
                        restsOn.add(declared);
                        return n.get().low();
                    }
                }
            }
        }
        return null;
    }

    /** A statistic that is a whole number, or null. */
    static @Nullable Long whole(@Nullable BigDecimal value) {
        return value == null || value.stripTrailingZeros().scale() > 0 || value.precision() > 18
                ? null
                : value.longValue();
    }
}
