package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import java.util.List;
import java.util.Set;

/** What kind of output a table is, from the roles of its numbers and the words of its headers. */
final class TypeGuess {
    private TypeGuess() {}

    static OutputType of(List<Column> columns, Set<ColumnRole> roles) {
        if (isRoc(columns)) {
            return OutputType.ROC_CURVE;
        }
        if (isFactorial(columns)) {
            return OutputType.FACTOR_ANALYSIS;
        }
        if (isClusters(columns)) {
            return OutputType.CLUSTER_ANALYSIS;
        }
        if (roles.contains(ColumnRole.SURVIVAL) || roles.contains(ColumnRole.AT_RISK)) {
            return OutputType.SURVIVAL_TABLE;
        }
        boolean interval = roles.contains(ColumnRole.CI_LOWER)
                || roles.contains(ColumnRole.SE)
                || roles.contains(ColumnRole.P_VALUE);
        if (roles.contains(ColumnRole.ESTIMATE)) {
            if (anyHeader(columns, "hr", "hazard ratio", "ahr", "adjusted hr", "crude hr")) {
                return OutputType.HAZARD_RATIO;
            }
            if (anyHeader(columns, "or", "odds ratio", "aor", "adjusted or", "crude or")) {
                return OutputType.ODDS_RATIO;
            }
            return OutputType.OTHER_MODEL;
        }
        if (roles.contains(ColumnRole.WEIGHTED_COUNT)) {
            return OutputType.WEIGHTED_TABLE;
        }
        if (roles.contains(ColumnRole.RATE)) {
            return OutputType.RATES;
        }
        boolean ends = roles.contains(ColumnRole.MINIMUM) || roles.contains(ColumnRole.MAXIMUM);
        if (roles.contains(ColumnRole.MEAN) || roles.contains(ColumnRole.SD)) {
            boolean several = ends || roles.contains(ColumnRole.PERCENTILE) || roles.contains(ColumnRole.PERCENTAGE);
            return several ? OutputType.DESCRIPTIVE_STATISTICS : OutputType.MEANS;
        }
        if (roles.contains(ColumnRole.PERCENTILE)) {
            return OutputType.PERCENTILES;
        }
        if (ends) {
            return OutputType.EXTREMES;
        }
        if (anyHeader(columns, "df2", "df 2", "den df") && roles.contains(ColumnRole.P_VALUE)) {
            return OutputType.HYPOTHESIS_TESTS;
        }
        if (roles.contains(ColumnRole.STATISTIC) || roles.contains(ColumnRole.DOF)) {
            return anyHeader(columns, "hhi", "herfindahl")
                    ? OutputType.CONCENTRATION_INDEX
                    : anyHeader(columns, "gini") ? OutputType.GINI : OutputType.OTHER_MODEL;
        }
        if (roles.contains(ColumnRole.MAGNITUDE)) {
            return OutputType.MAGNITUDE_TABLE;
        }
        if (roles.contains(ColumnRole.COUNT) || roles.contains(ColumnRole.DISTINCT_PATIENTS)) {
            return OutputType.FREQUENCY_TABLE;
        }
        if (roles.contains(ColumnRole.PERCENTAGE) || roles.contains(ColumnRole.PROPORTION)) {
            return OutputType.PERCENTAGES;
        }
        if (roles.contains(ColumnRole.P_VALUE) && isOfTests(columns)) {
            return OutputType.HYPOTHESIS_TESTS;
        }
        return interval ? OutputType.OTHER_MODEL : OutputType.OTHER;
    }

    /** Rates over the positives and over the negatives along thresholds, or under names that only curves have. */
    private static boolean isRoc(List<Column> columns) {
        boolean rising = anyHeader(columns, "tpr", "true positive rate");
        boolean positives = rising || anyHeader(columns, "sensitivity", "recall");
        boolean negatives = anyHeader(columns, "specificity", "precision", "ppv");
        boolean thresholds =
                anyHeader(columns, "threshold", "thresholds", "cutoff", "cut off", "cutpoint", "cut point");
        return (rising && anyHeader(columns, "fpr", "false positive rate"))
                || (positives && anyHeader(columns, "1 specificity"))
                || (positives && negatives && thresholds);
    }

    /** Components side by side, with what factor analysis alone says of them or of variables. */
    private static boolean isFactorial(List<Column> columns) {
        long components = columns.stream()
                .filter(column -> !column.isLabel() && ComponentNames.isOne(column.leaf()))
                .count();
        return anyHeader(columns, "eigenvalue", "eigenvalues", "uniqueness", "communality", "communalities")
                || (components > 1
                        && components
                                == columns.stream()
                                        .filter(column -> !column.isLabel())
                                        .count());
    }

    /** P-values of each group against the others, and nothing else. */
    private static boolean isOfTests(List<Column> columns) {
        return columns.stream().allMatch(column -> column.isLabel() || column.role() == ColumnRole.P_VALUE);
    }

    /** Rows that are clusters, with what only clusters have. */
    private static boolean isClusters(List<Column> columns) {
        return anyHeader(columns, "cluster", "cluster id", "latent class")
                && anyHeader(
                        columns,
                        "medoid",
                        "exemplar",
                        "centroid",
                        "within ss",
                        "withinss",
                        "silhouette",
                        "cluster size");
    }

    private static boolean anyHeader(List<Column> columns, String... words) {
        for (Column column : columns) {
            String leaf = Words.normal(column.leaf());
            String inside = Words.normal(Words.outsideBrackets(column.leaf()));
            for (String word : words) {
                if (leaf.equals(word) || inside.equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
