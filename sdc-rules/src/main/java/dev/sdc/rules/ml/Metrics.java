package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A measure of how well a classifier does, with what it is a share of.
 *
 * @param figure the printed measure
 * @param base what it is a share of
 */
public record Metrics(Quantity figure, Base base) {
    /** What a measure is a share of. */
    public enum Base {
        POSITIVES,
        NEGATIVES,
        ALL,
        /** Those that are predicted positive or negative, of whom nothing is printed. */
        PREDICTED,
        /** Of nothing: an area, a score. */
        NONE
    }

    private static final String[] POSITIVES = {
        "sensitivity", "sens", "recall", "tpr", "true positive rate", "fnr", "false negative rate", "miss rate"
    };
    private static final String[] NEGATIVES = {
        "specificity", "spec", "tnr", "true negative rate", "fpr", "false positive rate", "fall out"
    };
    private static final String[] ALL = {"accuracy", "error rate", "misclassification", "misclassification rate"};
    private static final String[] PREDICTED = {
        "ppv", "npv", "precision", "positive predictive value", "negative predictive value"
    };
    /** Rows of means over all classes, which are no shares of anybody. */
    private static final String[] AVERAGES = {"macro avg", "macro average", "weighted avg", "weighted average"};

    private static final String[] NONE = {
        "auc",
        "auroc",
        "roc auc",
        "auprc",
        "pr auc",
        "average precision",
        "f1",
        "f1 score",
        "brier",
        "brier score",
        "log loss",
        "logloss",
        "mcc",
        "kappa",
        "balanced accuracy",
        "c statistic",
        "c index",
        "concordance",
        "youden",
        "calibration slope",
        "calibration intercept",
        "lift",
        "ece"
    };

    /** The measures of a table; empty where it has none, or stands for a curve. */
    static List<Metrics> in(Table table) {
        List<Metrics> metrics = new ArrayList<>();
        boolean declared = table.type() == OutputType.CLASSIFIER_METRICS
                || table.type() == OutputType.ML_MODEL
                || table.type() == OutputType.MODEL_OBJECT;
        for (Column column : declared ? table.columns() : List.<Column>of()) {
            if (column.isLabel()) {
                continue;
            }
            Base ofColumn = base(column.leaf());
            for (int row = 0; row < table.rowCount(); row++) {
                String label = innermost(table, row);
                Base ofBoth = ofColumn != null ? ofColumn : base(label);
                Base base = ofBoth != null && Wording.begins(label, AVERAGES) ? Base.NONE : ofBoth;
                if (base != null) {
                    add(metrics, table.quantities(row, column.index()), base);
                }
            }
        }
        return metrics;
    }

    private static void add(List<Metrics> metrics, List<Quantity> figures, Base base) {
        for (Quantity figure : figures) {
            boolean ofInterval = figure.role() == ColumnRole.CI_LOWER
                    || figure.role() == ColumnRole.CI_UPPER
                    || figure.role() == ColumnRole.SE;
            if (!figure.role().isCount() && !ofInterval) {
                metrics.add(new Metrics(figure, base));
            }
        }
    }

    /** The figures of a table that are such measures. */
    public static Set<Quantity> figures(Table table) {
        return in(table).stream().map(Metrics::figure).collect(Collectors.toSet());
    }

    private static String innermost(Table table, int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    private static @Nullable Base base(String name) {
        if (Wording.names(name, NONE)) {
            return Base.NONE;
        }
        if (Wording.names(name, POSITIVES)) {
            return Base.POSITIVES;
        }
        if (Wording.names(name, NEGATIVES)) {
            return Base.NEGATIVES;
        }
        if (Wording.names(name, ALL)) {
            return Base.ALL;
        }
        return Wording.names(name, PREDICTED) ? Base.PREDICTED : null;
    }
}
