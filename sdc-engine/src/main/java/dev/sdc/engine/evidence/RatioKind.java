package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kinds of ratios, by the counts whose reciprocals make the variance of their logarithm. */
public enum RatioKind {
    /** Four cells of a two by two table. */
    ODDS(4, true),
    /** Two numerators; their bases take something off, so that there is no lower bound. */
    RISK(2, false),
    /** The events of two groups. */
    RATE(2, true),
    /** The events of two groups. */
    HAZARD(2, true);

    private final int counts;
    private final boolean bounded;

    RatioKind(int counts, boolean bounded) {
        this.counts = counts;
        this.bounded = bounded;
    }

    /** How many counts the variance is made of: the smallest is at most this over the variance. */
    public int counts() {
        return counts;
    }

    /** Whether the smallest count of a crude ratio is at least one over the variance. */
    public boolean hasLowerBound() {
        return bounded;
    }

    /** Whether the ratio compares events over time. */
    public boolean isOfTime() {
        return this == RATE || this == HAZARD;
    }

    /** The kind that the first of these texts names which names one. */
    public static Optional<RatioKind> named(List<String> texts) {
        for (String text : texts) {
            if (Wording.names(text, "odds ratio", "odds ratios", "aor", "log odds", "log or", "crude or", "adjusted or")
                    || Wording.begins(text, "or")) {
                return Optional.of(ODDS);
            }
            if (Wording.names(text, "hazard ratio", "hazard ratios", "hr", "ahr", "log hr", "shr")) {
                return Optional.of(HAZARD);
            }
            if (Wording.names(text, "rate ratio", "rate ratios", "irr", "airr", "incidence rate ratio")) {
                return Optional.of(RATE);
            }
            if (Wording.names(text, "risk ratio", "relative risk", "rr", "arr", "prevalence ratio", "log risk")) {
                return Optional.of(RISK);
            }
        }
        return Optional.empty();
    }

    /**
     * The kind of ratios that a column says are powers of e and no more: {@code exp(coef)} is R's word for hazards, and {@code
     * Exp(B)} that of others, for odds most of all, whose variance is made of the most counts.
     */
    public static Optional<RatioKind> exponentiated(String header) {
        if (Wording.names(header, "exp coef")) {
            return Optional.of(HAZARD);
        }
        return Wording.names(header, "exp b", "exp beta", "exp est", "exp estimate")
                ? Optional.of(ODDS)
                : Optional.empty();
    }

    /** Whether the headers of a table, or the labels of its first rows, name a ratio. */
    public static boolean isNamedIn(Table table) {
        List<String> texts = new ArrayList<>();
        table.columns().forEach(column -> texts.add(column.name()));
        for (int row = 0; row < Math.min(table.rowCount(), 50); row++) {
            texts.add(table.rowLabel(row));
        }
        return named(texts).isPresent()
                || table.columns().stream()
                        .anyMatch(column -> exponentiated(column.name()).isPresent());
    }

    /** The kind that goes with a type of output. */
    public static Optional<RatioKind> of(OutputType type) {
        return switch (type) {
            case ODDS_RATIO, LOGISTIC_REGRESSION -> Optional.of(ODDS);
            case HAZARD_RATIO, COX_REGRESSION -> Optional.of(HAZARD);
            case POISSON_REGRESSION -> Optional.of(RATE);
            default -> Optional.empty();
        };
    }
}
