package dev.sdc.engine.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What programs call the settings that an analyst chose for a model before it was fitted: they are of no record. */
public final class ModelSettings {
    private static final Set<String> SETTINGS = Set.of(
            "n_estimators",
            "num_trees",
            "ntree",
            "n_trees",
            "mtry",
            "max_features",
            "max_leaf_nodes",
            "max_leaves",
            "num_leaves",
            "max_iter",
            "max_iterations",
            "maxit",
            "max_epochs",
            "max_bin",
            "max_bins",
            "max_samples",
            "max_delta_step",
            "maxdepth",
            "min_samples_leaf",
            "min_samples_split",
            "min_child_weight",
            "min_child_samples",
            "min_data_in_leaf",
            "min_impurity_decrease",
            "min_weight_fraction_leaf",
            "min_split_gain",
            "min_gain_to_split",
            "min_node_size",
            "min_bucket",
            "minbucket",
            "minsplit",
            "learning_rate",
            "subsample",
            "colsample_bytree",
            "reg_alpha",
            "reg_lambda",
            "ccp_alpha",
            "batch_size",
            "hidden_layer_sizes",
            "n_neighbors",
            "random_state",
            "early_stopping_rounds");

    /** Names that a summary may give to the extremes of a variable too. */
    private static final Set<String> AMBIGUOUS = Set.of("max_depth", "min_weight", "max_weight");

    private ModelSettings() {}

    /** Whether the labels of the rows of a table hold settings of a model, beside whatever else. */
    public static boolean in(List<String> labels) {
        return labels.stream().anyMatch(label -> SETTINGS.contains(plain(label)));
    }

    /** Whether a label among settings is one. */
    static boolean isOne(String label) {
        String name = plain(label);
        return SETTINGS.contains(name) || AMBIGUOUS.contains(name);
    }

    private static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replace('.', '_');
    }
}
