package dev.sdc.engine.table;

import java.util.List;
import java.util.Set;

/** What the row is called that counts those of whom a value is not known: they are no group and contribute to no figure. */
public final class MissingNames {
    private static final Set<String> NAMES = Set.of(
            "missing",
            "n missing",
            "missing n",
            "missing values",
            "missing n listwise",
            "missing n pairwise",
            "nmiss",
            "n miss");

    private MissingNames() {}

    /** Whether the labels of a row end in such a name. */
    public static boolean isName(List<String> labels) {
        return !labels.isEmpty() && NAMES.contains(Words.normal(labels.get(labels.size() - 1)));
    }
}
