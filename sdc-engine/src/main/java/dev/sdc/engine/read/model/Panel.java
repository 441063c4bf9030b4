package dev.sdc.engine.read.model;

import java.util.List;

/**
 * A part of a model's print with rows and columns of its own.
 *
 * @param part which part it is
 */
public record Panel(Part part, List<Heading> headings, List<Row> rows) {
    /** The parts of a print. */
    public enum Part {
        /** The estimates, a row for each term. */
        COEFFICIENTS,
        /** Sums of squares or deviances, a row for each source. */
        SOURCES,
        /** Variances of random effects. */
        VARIANCES,
        /** Estimates for single clusters. */
        CLUSTERS,
        /** Quantiles of the residuals. */
        RESIDUALS,
        /** Groups that are compared, with their sizes. */
        GROUPS,
        /** A test: its statistic, degrees of freedom and p-value. */
        TEST,
        /** What is printed of the model as a whole: its size, its fit. */
        FIT
    }
}
