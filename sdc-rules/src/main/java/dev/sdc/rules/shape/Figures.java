package dev.sdc.rules.shape;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Numbers as cells write them. */
final class Figures {
    private static final int LONGEST = 40;

    private Figures() {}

    /** Digits with at most one decimal mark and a sign. */
    static boolean isNumber(String text) {
        int marks = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' || c == ',') {
                marks++;
            } else if (i > 0 || c != '-') {
                return false;
            }
        }
        return digits > 0 && marks <= 1 && text.length() <= LONGEST;
    }

    static boolean isWhole(String text) {
        return isNumber(text) && text.indexOf('.') < 0 && text.indexOf(',') < 0;
    }

    /** The number that a text writes, if it writes one. */
    static Optional<BigDecimal> of(String text) {
        if (!isNumber(text)) {
            return Optional.empty();
        }
        String number = text.replace(',', '.');
        return Optional.of(new BigDecimal(number.endsWith(".") ? number + "0" : number));
    }

    /** Whether all texts are numbers, each greater than the one before. */
    static boolean grow(List<String> texts) {
        BigDecimal last = null;
        for (String text : texts) {
            Optional<BigDecimal> number = of(text);
            if (number.isEmpty() || (last != null && number.get().compareTo(last) <= 0)) {
                return false;
            }
            last = number.get();
        }
        return true;
    }
}
