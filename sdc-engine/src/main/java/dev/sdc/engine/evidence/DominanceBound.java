package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What must hold of the contributions to a total when no single one can exceed a limit and none is negative. It settles
 * dominance without any microdata.
 *
 * @param limit the most that one unit can contribute
 * @param total the least that the total can be
 */
public record DominanceBound(BigDecimal limit, BigDecimal total) {
    private static final MathContext UP = new MathContext(24, RoundingMode.CEILING);
    private static final MathContext DOWN = new MathContext(24, RoundingMode.FLOOR);

    /**
     * The most that the largest of n non-negative values can be, given their mean and sample standard deviation: mean + SD
     * (n - 1) / √n (Samuelson's inequality), rounded up.
     */
    public static BigDecimal largestValue(BigDecimal mean, BigDecimal sd, long n) {
        BigDecimal units = BigDecimal.valueOf(n);
        return mean.add(sd.multiply(BigDecimal.valueOf(n - 1)).divide(units.sqrt(DOWN), UP));
    }

    /** Whether the largest {@code n} contributors certainly hold at most {@code share} of the total. */
    public boolean heldByTop(int n, BigDecimal share) {
        return BigDecimal.valueOf(n).multiply(limit).compareTo(share.multiply(total)) <= 0;
    }

    /** Whether the rest behind the two largest certainly is at least {@code p} of the largest. */
    public boolean remainderCovers(BigDecimal p) {
        BigDecimal remainder = total.subtract(limit.add(limit));
        return remainder.compareTo(p.multiply(limit)) >= 0;
    }
}
