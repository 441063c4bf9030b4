package dev.sdc.engine.read.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The exact decimal that a workbook's number stands for: its 15 digits, without the noise of binary fractions. */
final class StoredNumber {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MAX_LENGTH = 64;
    private static final int MAX_EXPONENT = 308;

    private StoredNumber() {}

    /** The number, without trailing zeros; null where the text is no number that a workbook can hold. */
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long exponent = (long) number.precision() - number.scale();
        if (Math.abs(exponent) > MAX_EXPONENT) {
            return null;
        }
        boolean whole = number.scale() <= 0;
        BigDecimal plain = (whole ? number : number.round(DIGITS)).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
