package dev.sdc.rules.log;

import dev.sdc.engine.evidence.Interval;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Wording;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A function of counts that a header names.
 *
 * @param function what is done to the count
 * @param plusOne whether one is added to the count before
 * @param named whether the header says that it is done to counts
 */
record Scale(Function function, boolean plusOne, boolean named) {
    /** The functions that hide a count from the eye only. */
    enum Function {
        LN,
        LOG10,
        LOG2,
        ROOT
    }

    /** The whole numbers that a printed figure can be the function of; low exceeds high where there is none. */
    record Whole(long low, long high, boolean telling) {
        boolean any() {
            return low <= high;
        }

        String inWords() {
            return low == high ? Long.toString(low) : low + " to " + high;
        }
    }

    private static final Interval LN_10 = Interval.of(10).log();
    private static final Interval LN_2 = Interval.of(2).log();
    private static final String[] COUNTS = {
        "n",
        "count",
        "counts",
        "number",
        "freq",
        "frequency",
        "patients",
        "persons",
        "people",
        "cases",
        "deaths",
        "events",
        "admissions",
        "tumours",
        "tumors",
        "episodes",
        "anzahl",
        "patienten"
    };
    private static final String[] OTHER_THINGS = {
        "odds",
        "or",
        "hazard",
        "hr",
        "rr",
        "irr",
        "ratio",
        "rate",
        "rates",
        "likelihood",
        "rank",
        "loss",
        "cost",
        "costs",
        "fold",
        "fc",
        "p",
        "risk",
        "file",
        "dose",
        "income",
        "price",
        "se",
        "sd",
        "coef",
        "coefficient",
        "beta",
        "estimate"
    };
    /** An interval this wide holds a whole number by chance often enough to say nothing. */
    private static final double TELLING = 0.2;
    /** Where the header does not say so, so many figures must be telling, and four in five of them whole. */
    private static final int FEWEST = 5;
    /** Beyond this nothing is small. */
    private static final double LARGE = 1e6;

    /** The scale that a header names; empty where it names none. */
    static Optional<Scale> of(String header) {
        if (Wording.names(header, OTHER_THINGS)) {
            return Optional.empty();
        }
        boolean plusOne =
                Wording.names(header, "log1p") || header.replace(" ", "").contains("+1");
        boolean named = Wording.names(header, COUNTS);
        if (Wording.names(header, "log10")) {
            return Optional.of(new Scale(Function.LOG10, plusOne, named));
        }
        if (Wording.names(header, "log2")) {
            return Optional.of(new Scale(Function.LOG2, plusOne, named));
        }
        if (Wording.names(header, "log", "ln", "log1p", "logarithm")) {
            return Optional.of(new Scale(Function.LN, plusOne, named));
        }
        return Wording.names(header, "sqrt", "square root")
                ? Optional.of(new Scale(Function.ROOT, plusOne, named))
                : Optional.empty();
    }

    /** The counts that a figure, as printed, can be the function of. */
    Whole invert(BigDecimal value) {
        Interval x = Printed.of(value).interval();
        Interval n = switch (function) {
            case LN -> x.exp();
            case LOG10 -> x.times(LN_10).exp();
            case LOG2 -> x.times(LN_2).exp();
            case ROOT -> x.low() < 0 ? new Interval(1, 0) : x.squared();
        };
        double less = plusOne ? 1 : 0;
        double low = n.low() - less;
        double high = n.high() - less;
        if (!(high < LARGE) || low > high) {
            return new Whole(1, 0, false);
        }
        return new Whole((long) Math.ceil(low), (long) Math.floor(high), high - low < TELLING);
    }

    /** Whether figures are those of counts: as the header says and they do not contradict, or as four in five of them are. */
    boolean accepts(int telling, int whole) {
        return (named || telling >= FEWEST) && 5 * whole >= 4 * telling;
    }

    String inWords() {
        return switch (function) {
            case LN -> "the logarithm";
            case LOG10 -> "the logarithm to base 10";
            case LOG2 -> "the logarithm to base 2";
            case ROOT -> "the root";
        };
    }
}
