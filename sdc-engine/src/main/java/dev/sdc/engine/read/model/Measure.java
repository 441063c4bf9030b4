package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;

/** What programs print of a model as a whole, under one name each. */
public enum Measure {
    OBSERVATIONS("number of observations", ColumnRole.COUNT),
    /** Observations before those with missing values are left out. */
    READ("observations read", ColumnRole.COUNT),
    SUBJECTS("number of subjects", ColumnRole.COUNT),
    EVENTS("number of events", ColumnRole.EVENTS),
    CENSORED("number censored", ColumnRole.CENSORED),
    DROPPED("observations deleted", ColumnRole.COUNT),
    PERFECTLY_PREDICTED("observations predicted perfectly", ColumnRole.COUNT),
    SHARE_PREDICTED("share predicted perfectly", ColumnRole.STATISTIC),
    CLUSTERS("number of clusters", ColumnRole.STATISTIC),
    SMALLEST_CLUSTER("smallest cluster", ColumnRole.STATISTIC),
    MEAN_CLUSTER("mean cluster size", ColumnRole.STATISTIC),
    LARGEST_CLUSTER("largest cluster", ColumnRole.STATISTIC),
    TIME_AT_RISK("time at risk", ColumnRole.STATISTIC),
    RESIDUAL_DOF("residual degrees of freedom", ColumnRole.DOF),
    MODEL_DOF("model degrees of freedom", ColumnRole.DOF),
    TOTAL_DOF("total degrees of freedom", ColumnRole.DOF),
    TEST_DOF("degrees of freedom of the test", ColumnRole.DOF),
    RESIDUAL_ERROR("residual standard error", ColumnRole.STATISTIC),
    R_SQUARED("R squared", ColumnRole.STATISTIC),
    ADJUSTED_R_SQUARED("adjusted R squared", ColumnRole.STATISTIC),
    PSEUDO_R_SQUARED("pseudo R squared", ColumnRole.STATISTIC),
    DEVIANCE("residual deviance", ColumnRole.STATISTIC),
    NULL_DEVIANCE("null deviance", ColumnRole.STATISTIC),
    LOG_LIKELIHOOD("log likelihood", ColumnRole.STATISTIC),
    NULL_LOG_LIKELIHOOD("null log likelihood", ColumnRole.STATISTIC),
    AIC("AIC", ColumnRole.STATISTIC),
    BIC("BIC", ColumnRole.STATISTIC),
    CONCORDANCE("concordance", ColumnRole.STATISTIC),
    SE("standard error", ColumnRole.STATISTIC),
    STATISTIC("test statistic", ColumnRole.STATISTIC),
    P_VALUE("p-value", ColumnRole.P_VALUE);

    private final String words;
    private final ColumnRole role;

    Measure(String words, ColumnRole role) {
        this.words = words;
        this.role = role;
    }

    /** The name in the words of the field. */
    public String words() {
        return words;
    }

    /** What such a number is. */
    public ColumnRole role() {
        return role;
    }

    Heading heading() {
        return new Heading(words, role);
    }
}
