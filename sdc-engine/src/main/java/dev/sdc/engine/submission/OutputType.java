package dev.sdc.engine.submission;

import java.util.Locale;
import java.util.Optional;

/** The kind of an output: the vocabulary of {@code output_type:} in a declaration. */
public enum OutputType {
    FREQUENCY_TABLE,
    PERCENTAGES,
    RATES,
    STANDARDISED_RATIOS,
    WEIGHTED_TABLE,
    MAGNITUDE_TABLE,
    MEANS,
    PERCENTILES,
    EXTREMES,
    MODE,
    DESCRIPTIVE_STATISTICS,
    CORRELATION,
    CONCENTRATION_INDEX,
    GINI,
    LINEAR_REGRESSION,
    LOGISTIC_REGRESSION,
    POISSON_REGRESSION,
    COX_REGRESSION,
    MULTILEVEL_MODEL,
    OTHER_MODEL,
    HYPOTHESIS_TESTS,
    ODDS_RATIO,
    HAZARD_RATIO,
    SURVIVAL_TABLE,
    LIFE_TABLE,
    REGRESSION_RESIDUALS,
    FACTOR_ANALYSIS,
    PCA_SCORES,
    CLUSTER_ANALYSIS,
    CLASSIFIER_METRICS,
    DECISION_TREE,
    ML_MODEL,
    MODEL_OBJECT,
    HISTOGRAM,
    BAR_CHART,
    BOX_PLOT,
    SCATTER_PLOT,
    LINE_PLOT_DATA,
    TIME_SERIES,
    ROC_CURVE,
    SET_DIAGRAM,
    FIGURE,
    MAP,
    NETWORK,
    TEXT,
    QUALITATIVE,
    CODE,
    LOG,
    RECORD_LEVEL,
    SYNTHETIC_DATA,
    OTHER;

    /** The name used in files: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this file name, if there is one. */
    public static Optional<OutputType> of(String key) {
        for (OutputType type : values()) {
            if (type.key().equals(key)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether the output is the coefficients of a statistical model. */
    public boolean isModel() {
        return switch (this) {
            case LINEAR_REGRESSION,
                    LOGISTIC_REGRESSION,
                    POISSON_REGRESSION,
                    COX_REGRESSION,
                    MULTILEVEL_MODEL,
                    OTHER_MODEL,
                    ODDS_RATIO,
                    HAZARD_RATIO -> true;
            default -> false;
        };
    }
}
