package dev.sdc.engine.evidence;

import org.apache.commons.math3.distribution.TDistribution;

/** What Student's t and its two-sided p-value say of the degrees of freedom they belong to. */
public final class StudentTest {
    /** Far beyond the error of the computation. */
    private static final double MARGIN = 1e-6;
    /** Below this t, and above this p-value, one-sided tests cannot be told from two-sided ones. */
    private static final double LEAST_T = 1;

    private static final double MOST_P = 0.5;
    /** Smaller p-values are often those of a bound. */
    private static final double LEAST_P = 1e-6;

    private StudentTest() {}

    /**
     * Whether only fewer degrees of freedom than {@code least} give these figures: with as many or more the p-value would
     * be smaller, however both were rounded. A one-sided test has smaller p-values still, and is never taken for one of
     * few.
     */
    public static boolean isOfFewer(Printed t, Printed p, int least) {
        double smallest =
                Math.min(Math.abs(t.low().doubleValue()), Math.abs(t.high().doubleValue()));
        boolean plain = t.low().signum() == t.high().signum()
                && smallest >= LEAST_T
                && p.low().doubleValue() > LEAST_P
                && p.high().doubleValue() <= MOST_P;
        if (!plain) {
            return false;
        }
        double most = 2 * new TDistribution(least).cumulativeProbability(-smallest);
        return p.low().doubleValue() > most * (1 + MARGIN);
    }
}
