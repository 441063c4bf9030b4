package dev.sdc.engine.submission;

import java.util.Locale;
import java.util.Optional;

/** What the numbers of a column (or row) are: the vocabulary of {@code columns:} in a declaration. */
public enum ColumnRole {
    LABEL,
    COUNT,
    DISTINCT_PATIENTS,
    PERCENTAGE,
    PROPORTION,
    RATE,
    MAGNITUDE,
    MEAN,
    SD,
    SE,
    CI_LOWER,
    CI_UPPER,
    ESTIMATE,
    P_VALUE,
    STATISTIC,
    DOF,
    WEIGHT,
    WEIGHTED_COUNT,
    MINIMUM,
    MAXIMUM,
    PERCENTILE,
    AT_RISK,
    EVENTS,
    CENSORED,
    SURVIVAL,
    TIME,
    IGNORE;

    /** The name used in files: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this file name, if there is one. */
    public static Optional<ColumnRole> of(String key) {
        for (ColumnRole role : values()) {
            if (role.key().equals(key)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether numbers of this role count people or events one by one. */
    public boolean isCount() {
        return switch (this) {
            case COUNT, DISTINCT_PATIENTS, AT_RISK, EVENTS, CENSORED -> true;
            default -> false;
        };
    }
}
