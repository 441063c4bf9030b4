package dev.sdc.engine.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Whether hiding and rounding fit each other. Where counts below 6 are hidden and the rest is rounded to 5, a printed 5 is a
 * 6 or a 7: the rounding gives back what it was to blur.
 */
public final class RoundingFit {
    private RoundingFit() {}

    /** What does not fit, in a sentence; empty where nothing is rounded or all is well. */
    public static Optional<String> misfit(Settings settings) {
        int base = settings.roundBase();
        int least = settings.minCount();
        if (base < 2 || !settings.roundingGrid().equals(RoundingGrid.NONE)) {
            return Optional.empty();
        }
        long shown = rounded(least, base);
        int most = least;
        while (rounded(most + 1, base) == shown) {
            most++;
        }
        int values = most - least + 1;
        return values >= settings.ambiguity()
                ? Optional.empty()
                : Optional.of("Hiding counts below " + least + " and rounding to " + base + " do not fit: a printed "
                        + shown + " leaves open only " + least + (values == 1 ? "" : " to " + most) + ", " + values
                        + " of the " + settings.ambiguity() + " values that a rounded count is to leave open.");
    }

    private static long rounded(int count, int base) {
        return BigDecimal.valueOf(count)
                .divide(BigDecimal.valueOf(base), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(base))
                .longValueExact();
    }
}
