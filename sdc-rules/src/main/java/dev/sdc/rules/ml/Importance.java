package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;

/** Tells tables of the importance of features. */
public final class Importance {
    private static final String[] NAMES = {
        "importance",
        "feature importance",
        "variable importance",
        "mean abs shap",
        "mean shap",
        "shap importance",
        "mean decrease gini",
        "mean decrease accuracy",
        "meandecreasegini",
        "meandecreaseaccuracy",
        "permutation importance",
        "relative importance",
        "inc node purity",
        "incnodepurity",
        "mean shap value",
        "mean absolute shap",
        "mean absolute shap value"
    };

    private Importance() {}

    /** Whether the rows of a table are features and its numbers their importance. */
    public static boolean in(Table table) {
        boolean features = table.columns().stream().anyMatch(Column::isLabel);
        return features && table.columns().stream().anyMatch(Importance::is);
    }

    /** Whether a column holds the importance of features. */
    public static boolean is(Column column) {
        return !column.isLabel() && Wording.names(column.leaf(), NAMES);
    }
}
