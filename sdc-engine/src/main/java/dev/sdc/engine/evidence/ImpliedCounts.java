package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The counts that a printed share can stand for: every whole number k from {@code low} to {@code high} with k / N equal to
 * the share as printed, for a base N.
 *
 * @param low the smallest count
 * @param high the largest count
 */
public record ImpliedCounts(long low, long high) {
    /** Bases tried one by one; a wider interval of bases is taken as a whole. */
    private static final long BASES = 1_000;

    /** The counts behind a share (between 0 and 1) of a base; empty when no whole number fits. */
    public static Optional<ImpliedCounts> of(Printed share, long base) {
        BigDecimal n = BigDecimal.valueOf(base);
        BigDecimal least = share.low().multiply(n).max(BigDecimal.ZERO);
        BigDecimal most = share.high().multiply(n).min(n);
        if (least.compareTo(n) > 0 || most.signum() < 0) {
            return Optional.empty();
        }
        long low = least.setScale(0, RoundingMode.CEILING).longValue();
        long high = most.setScale(0, RoundingMode.FLOOR).longValue();
        return low <= high ? Optional.of(new ImpliedCounts(low, high)) : Optional.empty();
    }

    /** The counts behind a share of a base that is known within an interval; empty when no whole number fits any base. */
    public static Optional<ImpliedCounts> of(Printed share, Size base) {
        if (base.high() - base.low() > BASES) {
            return around(share, base);
        }
        Optional<ImpliedCounts> all = Optional.empty();
        for (long n = Math.max(1, base.low()); n <= base.high(); n++) {
            all = hull(all, of(share, n));
        }
        return all;
    }

    /** The multiples of a rounding base among the counts; empty when there is none. */
    public Optional<ImpliedCounts> multiplesOf(long base) {
        long least = -Math.floorDiv(-low, base) * base;
        long most = Math.floorDiv(high, base) * base;
        return least <= most ? Optional.of(new ImpliedCounts(least, most)) : Optional.empty();
    }

    /** Whether the share can stand for {@code count}. */
    public boolean contains(long count) {
        return low <= count && count <= high;
    }

    /** Whether the count behind the share is small. */
    public Smallness smallness(long minCount) {
        return Smallness.of(low, high, minCount);
    }

    /** The counts for people: {@code 3}, or {@code 3 to 5}. */
    public String inWords() {
        return low == high ? Long.toString(low) : low + " to " + high;
    }

    /** An interval that holds the counts of all bases at once. */
    private static Optional<ImpliedCounts> around(Printed share, Size base) {
        BigDecimal most = share.high().min(BigDecimal.ONE).multiply(BigDecimal.valueOf(base.high()));
        BigDecimal least = share.low().max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(base.low()));
        return most.compareTo(least) < 0
                ? Optional.empty()
                : Optional.of(new ImpliedCounts(
                        least.setScale(0, RoundingMode.CEILING).longValue(),
                        most.setScale(0, RoundingMode.FLOOR).longValue()));
    }

    private static Optional<ImpliedCounts> hull(Optional<ImpliedCounts> a, Optional<ImpliedCounts> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return Optional.of(new ImpliedCounts(Math.min(a.get().low, b.get().low), Math.max(a.get().high, b.get().high)));
    }
}
