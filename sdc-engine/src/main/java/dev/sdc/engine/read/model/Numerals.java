package dev.sdc.engine.read.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises numbers as statistics programs print them. */
final class Numerals {
    /** A number, with a sign, marks of thousands, an exponent, and a sign for a bound before it. */
    static final String PATTERN = "(?:[<>]=?\\s?)?[-+]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?|\\.\\d+)"
            + "(?:[eE][-+]?\\d{1,4})?";

    private static final Pattern NUMBER = Pattern.compile(PATTERN);
    private static final Set<String> MISSING = Set.of("na", "nan", ".", "inf", "-inf", "+inf", "none", "-");
    private static final int LONGEST = 40;

    private Numerals() {}

    /** The number that a text prints; null where it prints none. */
    static @Nullable Figure figure(String text, int line, int column) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return null;
        }
        int from = 0;
        while (from < text.length() && "<>= \t".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        String digits = text.substring(from).replace(",", "");
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (exponent > 0 && digits.charAt(exponent - 1) == '.') {
            digits = digits.substring(0, exponent - 1) + digits.substring(exponent);
        } else if (digits.endsWith(".")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        return new Figure(text, new BigDecimal(digits), new Place(line, column));
    }

    /** Whether a text stands for a number that is not there. */
    static boolean isMissing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }
}
