package dev.sdc.engine.read.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises numbers as statistics programs print them. */
final class Numerals {
    /** A number, with a sign, marks of thousands, an exponent, and a sign for a bound before it. */
    static final String PATTERN = "(?:[<>]=?\\s?)?[-+]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?|\\d+(?:\\.\\d*)?|\\.\\d+)"
            + "(?:[eE][-+]?\\d{1,4})?";

    private static final Set<String> MISSING = Set.of("na", "nan", ".", "inf", "-inf", "+inf", "none", "-");
    private static final int LONGEST_MISSING = 4;
    private static final int LONGEST = 40;
    private static final int LONGEST_EXPONENT = 4;
    /** So many digits fit into a long. */
    private static final int MOST_DIGITS = 18;

    private Numerals() {}

    /** The number that a text prints; null where it prints none. */
    static @Nullable Figure figure(String text, int line, int column) {
        return isNumber(text) ? new Figure(text, value(text, behindBound(text)), new Place(line, column)) : null;
    }

    /** Whether a text is what {@link #PATTERN} describes; as fast as can be, since every word of a print is asked. */
    static boolean isNumber(String text) {
        int at = behindBound(text);
        at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
        int whole = behindWhole(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = behindDigits(text, end + 1);
            if (whole == at && end == whole + 1) {
                return false; // a point alone
            }
        }
        return end > at && text.length() <= LONGEST && behindExponent(text, end) == text.length();
    }

    private static int behindBound(String text) {
        int at = 0;
        if (!text.isEmpty() && (text.charAt(0) == '<' || text.charAt(0) == '>')) {
            at++;
            at += at < text.length() && text.charAt(at) == '=' ? 1 : 0;
            at += at < text.length() && isSpace(text.charAt(at)) ? 1 : 0;
        }
        return at;
    }

    /** Where digits end, be there marks of thousands among them or not. */
    private static int behindWhole(String text, int from) {
        int end = behindDigits(text, from);
        if (end > from && end - from <= 3) {
            while (end < text.length() && text.charAt(end) == ',' && behindDigits(text, end + 1) == end + 4) {
                end += 4;
            }
        }
        return end;
    }

    private static int behindExponent(String text, int from) {
        if (from == text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return from;
        }
        int at = from + 1;
        at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
        int end = behindDigits(text, at);
        return end > at && end - at <= LONGEST_EXPONENT ? end : from;
    }

    private static int behindDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static BigDecimal value(String number, int from) {
        long unscaled = 0;
        int scale = 0;
        boolean point = false;
        for (int i = from; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'e' || c == 'E' || i - from > MOST_DIGITS) {
                return anyValue(number.substring(from));
            } else if (c == '.') {
                point = true;
            } else if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + c - '0';
                scale += point ? 1 : 0;
            }
        }
        return BigDecimal.valueOf(number.charAt(from) == '-' ? -unscaled : unscaled, scale);
    }

    private static BigDecimal anyValue(String number) {
        String digits = number.replace(",", "");
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (exponent > 0 && digits.charAt(exponent - 1) == '.') {
            digits = digits.substring(0, exponent - 1) + digits.substring(exponent);
        } else if (digits.endsWith(".")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        return new BigDecimal(digits);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Whether a text stands for a number that is not there. */
    static boolean isMissing(String text) {
        return text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }
}
