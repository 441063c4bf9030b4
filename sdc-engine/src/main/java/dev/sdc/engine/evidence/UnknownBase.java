package dev.sdc.engine.evidence;

import java.util.List;
import java.util.Optional;

/**
 * The bases that a group of shares can have when the base itself is not printed: every N for which each share is a whole
 * number of units out of N.
 *
 * @param smallest the smallest base that fits; 0 when none does within the search
 * @param alwaysSmall whether every base up to the cohort's size leaves a small count (or is small itself); false where
 *     the cohort's size is not known or too large to search
 */
public record UnknownBase(long smallest, boolean alwaysSmall) {
    /** Where the search for the smallest base ends. */
    private static final long SMALLEST_LIMIT = 2_000;
    /** Shares times bases that a search may try. */
    private static final long WORK = 400_000;

    /**
     * Searches the bases of shares (each between 0 and 1) that have one base in common.
     *
     * @param cohort the size of the whole cohort, or 0 when it is not known
     * @param minCount a count from 1 to this less one is small
     */
    public static UnknownBase search(List<Printed> shares, long cohort, long minCount) {
        long smallest = 0;
        for (long n = 1; n <= SMALLEST_LIMIT && smallest == 0; n++) {
            smallest = fits(shares, n) ? n : 0;
        }
        return new UnknownBase(smallest, smallest > 0 && cohort > 0 && alwaysSmall(shares, cohort, minCount));
    }

    private static boolean alwaysSmall(List<Printed> shares, long cohort, long minCount) {
        boolean some = false;
        long work = WORK / Math.max(1, shares.size());
        for (long n = cohort; n >= 1; n--) {
            if (work-- <= 0) {
                return false;
            }
            if (fits(shares, n)) {
                if (!leavesSmallCount(shares, n, minCount)) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    private static boolean fits(List<Printed> shares, long n) {
        for (Printed share : shares) {
            if (ImpliedCounts.of(share, n).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean leavesSmallCount(List<Printed> shares, long n, long minCount) {
        if (n < minCount) {
            return true;
        }
        for (Printed share : shares) {
            Optional<ImpliedCounts> counts = ImpliedCounts.of(share, n);
            Optional<ImpliedCounts> rest = ImpliedCounts.of(share.complement(), n);
            if (isSmall(counts, minCount) || isSmall(rest, minCount)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(Optional<ImpliedCounts> counts, long minCount) {
        return counts.isPresent() && counts.get().smallness(minCount) == Smallness.ALL;
    }
}
