package dev.sdc.engine.evidence;

/** Knows the terms of a model by their names. */
public final class Terms {
    private Terms() {}

    /** Whether a term is the constant of a model, or of one of its equations: {@code grade=2 / Intercept}. */
    public static boolean isIntercept(String term) {
        String name = term.substring(term.lastIndexOf(" / ") + 1);
        return Wording.is(name, "intercept", "const", "constant", "cons", "alpha");
    }

    /** Whether the words of a term say that its variable is measured rather than one of several groups. */
    public static boolean namesContinuous(String term) {
        return Wording.names(
                term,
                "per",
                "continuous",
                "each",
                "slope",
                "linear",
                "spline",
                "log",
                "age",
                "year",
                "years",
                "bmi",
                "weight",
                "height",
                "score",
                "dose",
                "income",
                "time",
                "months",
                "charlson");
    }
}
