package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.OutputType;

/** Kinds of models and tests. */
public enum ModelKind {
    LINEAR("linear model", OutputType.LINEAR_REGRESSION),
    LOGISTIC("logistic model", OutputType.LOGISTIC_REGRESSION),
    POISSON("Poisson model", OutputType.POISSON_REGRESSION),
    NEGATIVE_BINOMIAL("negative binomial model", OutputType.POISSON_REGRESSION),
    GENERALISED_LINEAR("generalised linear model", OutputType.OTHER_MODEL),
    COX("Cox model", OutputType.COX_REGRESSION),
    PARAMETRIC_SURVIVAL("parametric survival model", OutputType.OTHER_MODEL),
    MIXED("mixed model", OutputType.MULTILEVEL_MODEL),
    NONLINEAR("nonlinear model", OutputType.OTHER_MODEL),
    ANALYSIS_OF_VARIANCE("analysis of variance", OutputType.LINEAR_REGRESSION),
    RATIOS("ratios of a two by two table", OutputType.ODDS_RATIO),
    MODEL("model", OutputType.OTHER_MODEL),
    SURVIVAL_CURVES("survival curves", OutputType.SURVIVAL_TABLE),
    LOG_RANK_TEST("log-rank test", OutputType.HYPOTHESIS_TESTS),
    T_TEST("t test", OutputType.HYPOTHESIS_TESTS),
    CHI_SQUARED_TEST("chi-squared test", OutputType.HYPOTHESIS_TESTS),
    FISHER_TEST("Fisher's exact test", OutputType.HYPOTHESIS_TESTS),
    RANK_TEST("rank test", OutputType.HYPOTHESIS_TESTS),
    CORRELATION_TEST("correlation test", OutputType.CORRELATION),
    TEST("test", OutputType.HYPOTHESIS_TESTS);

    private final String words;
    private final OutputType type;

    ModelKind(String words, OutputType type) {
        this.words = words;
        this.type = type;
    }

    /** The name in the words of the field. */
    public String words() {
        return words;
    }

    /** The kind of output that such a print is. */
    public OutputType type() {
        return type;
    }

    /** Whether it is a test rather than a model. */
    public boolean isTest() {
        return type == OutputType.HYPOTHESIS_TESTS || type == OutputType.CORRELATION;
    }
}
