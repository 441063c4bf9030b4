package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import org.jspecify.annotations.Nullable;

/** Knows the rows that state the size or the fit of a model, and are no coefficients of it. */
final class FitWords {
    private FitWords() {}

    /** What the numbers of a row are if its label names a size or a statistic of fit, else null. */
    static @Nullable ColumnRole role(String label) {
        return switch (Words.normal(label.replace('²', '2').replace("^2", "2"))) {
            case "n",
                    "nobs",
                    "n obs",
                    "num obs",
                    "observations",
                    "no observations",
                    "number of obs",
                    "number of observations",
                    "nevent",
                    "n events",
                    "number of events" -> ColumnRole.COUNT;
            case "df residual",
                    "df residuals",
                    "df resid",
                    "df model",
                    "df error",
                    "error df",
                    "dof residual",
                    "residual df",
                    "residual dof",
                    "residual degrees of freedom" -> ColumnRole.DOF;
            case "r2",
                    "r2 tjur",
                    "r2 nagelkerke",
                    "r2 mcfadden",
                    "r2 cox snell",
                    "r2 r2 adjusted",
                    "r2 adjusted",
                    "marginal r2",
                    "conditional r2",
                    "marginal r2 conditional r2",
                    "r squared",
                    "adj r2",
                    "adj r squared",
                    "adjusted r2",
                    "adjusted r squared",
                    "pseudo r2",
                    "pseudo r squared",
                    "f statistic",
                    "aic",
                    "bic",
                    "loglik",
                    "log lik",
                    "log likelihood",
                    "deviance",
                    "null deviance",
                    "residual deviance",
                    "sigma",
                    "rmse",
                    "root mse",
                    "residual std error",
                    "residual standard error",
                    "concordance",
                    "c statistic",
                    "omnibus",
                    "prob omnibus",
                    "durbin watson",
                    "jarque bera jb",
                    "prob jb",
                    "skew",
                    "kurtosis",
                    "cond no",
                    "condition no",
                    "npar",
                    "n parameters",
                    "number of parameters" -> ColumnRole.STATISTIC;
            default -> null;
        };
    }
}
