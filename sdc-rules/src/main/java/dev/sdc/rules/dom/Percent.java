package dev.sdc.rules.dom;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of a total as people read it. */
final class Percent {
    private Percent() {}

    static String of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "all"
                : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
