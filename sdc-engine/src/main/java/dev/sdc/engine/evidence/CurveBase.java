package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The smallest cohort without withdrawals that a curve of shares fits: every share is a whole number of units out of it.
 *
 * @param size the number of units
 * @param units how many units each share stands for, in the order of the curve
 * @param beyondChance whether so many shares would hardly fit so small a cohort by accident
 */
public record CurveBase(long size, List<Long> units, boolean beyondChance) {
    private static final long LIMIT = 2_000;
    /** Fewer different shares may fit a small cohort for being plain numbers, such as a half. */
    private static final int FEWEST = 3;
    /** A fit that arises by accident less often than once in this many curves is no accident. */
    private static final long ODDS = 20;

    /** Searches the smallest cohort; empty when none fits while the decimals still tell one unit from the next. */
    public static Optional<CurveBase> of(List<Printed> shares) {
        for (long n = 1; n <= LIMIT && tellsUnitsApart(shares, n); n++) {
            Optional<List<Long>> units = units(shares, n);
            if (units.isPresent()) {
                return Optional.of(new CurveBase(n, units.get(), isBeyondChance(shares, n)));
            }
        }
        return Optional.empty();
    }

    private static boolean tellsUnitsApart(List<Printed> shares, long n) {
        for (Printed share : shares) {
            if (doubled(share.half(), n).compareTo(BigDecimal.ONE) >= 0) {
                return false;
            }
        }
        return !shares.isEmpty();
    }

    private static Optional<List<Long>> units(List<Printed> shares, long n) {
        List<Long> units = new ArrayList<>(shares.size());
        for (Printed share : shares) {
            BigDecimal size = BigDecimal.valueOf(n);
            BigDecimal count = share.value().multiply(size).setScale(0, RoundingMode.HALF_EVEN);
            if (count.compareTo(share.low().multiply(size)) < 0
                    || count.compareTo(share.high().multiply(size)) > 0) {
                return Optional.empty();
            }
            units.add(count.longValue());
        }
        return Optional.of(units);
    }

    /** The chance that any cohort up to n fits is at most n times the product of the shares of a unit that rounding covers. */
    private static boolean isBeyondChance(List<Printed> shares, long n) {
        BigDecimal chance = BigDecimal.valueOf(n * ODDS);
        BigDecimal previous = BigDecimal.ONE;
        int told = 0;
        for (Printed share : shares) {
            boolean tells = share.value().signum() > 0 && share.value().compareTo(previous) != 0;
            if (tells) {
                chance = chance.multiply(doubled(share.half(), n));
                previous = share.value();
                told++;
            }
        }
        return told >= FEWEST && chance.compareTo(BigDecimal.ONE) < 0;
    }

    private static BigDecimal doubled(BigDecimal half, long n) {
        return half.add(half).multiply(BigDecimal.valueOf(n));
    }
}
