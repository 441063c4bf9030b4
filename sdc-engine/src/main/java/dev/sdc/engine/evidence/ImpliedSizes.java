package dev.sdc.engine.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The numbers of units that the decimals of a printed mean of whole numbers admit. */
public final class ImpliedSizes {
    private ImpliedSizes() {}

    /** Every n from {@code low} to {@code high} for which some whole sum over n rounds to the mean; ascending. */
    public static List<Long> ofMean(Printed mean, long low, long high) {
        List<Long> sizes = new ArrayList<>();
        for (long n = low; n <= high; n++) {
            BigDecimal units = BigDecimal.valueOf(n);
            BigDecimal least = mean.low().multiply(units).setScale(0, RoundingMode.CEILING);
            if (least.compareTo(mean.high().multiply(units)) <= 0) {
                sizes.add(n);
            }
        }
        return sizes;
    }
}
