package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The level of a confidence interval, with the quantiles that go with it.
 *
 * @param level the probability that the interval covers, such as 0.95
 */
public record Confidence(double level) {
    /** The usual 95 %. */
    public static final Confidence USUAL = new Confidence(0.95);

    private static final Pattern PERCENT = Pattern.compile("(?<![\\d.])([89]\\d(?:\\.\\d{1,2})?)\\s*(?:%|per ?cent)");
    /** The relative error that the quantiles of the library may have, with much room. */
    private static final double ERROR = 1e-6;
    /** Nothing is drawn at random; to make a generator costs far more than a quantile. */
    private static final @Nullable RandomGenerator NO_RANDOM = null;

    /** The level that texts (headers, titles) state, else the usual one. */
    public static Confidence in(List<String> texts) {
        for (String text : texts) {
            Matcher matcher = PERCENT.matcher(text);
            if (matcher.find()) {
                return new Confidence(
                        new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue());
            }
        }
        return USUAL;
    }

    /** The two-sided quantile of the normal distribution: 1.96 at 95 %. */
    public Interval normal() {
        return around(new NormalDistribution(NO_RANDOM, 0, 1).inverseCumulativeProbability(upperTail()));
    }

    /** The two-sided quantile of Student's distribution. */
    public Interval student(long degrees) {
        return around(new TDistribution(NO_RANDOM, degrees).inverseCumulativeProbability(upperTail()));
    }

    /** The exact lower Poisson limit of a count of events, at least 1. */
    public Interval poissonLower(long events) {
        return around(chiSquared(1 - upperTail(), 2.0 * events) / 2);
    }

    /** The exact upper Poisson limit of a count of events. */
    public Interval poissonUpper(long events) {
        return around(chiSquared(upperTail(), 2.0 * events + 2) / 2);
    }

    private double upperTail() {
        return (1 + level) / 2;
    }

    private static double chiSquared(double probability, double degrees) {
        return new ChiSquaredDistribution(NO_RANDOM, degrees).inverseCumulativeProbability(probability);
    }

    private static Interval around(double quantile) {
        return new Interval(quantile * (1 - ERROR), quantile * (1 + ERROR));
    }
}
