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
        return isNumber(text) ? new Figure(text, value(text, behindBound(text, 0)), new Place(line, column)) : null;
    }

    /** Whether a text is what {@link #PATTERN} describes; as fast as can be, since every word of a print is asked. */
    static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && behind(text, 0) == text.length();
    }

    /** Where the number ends that a place begins, as long as can be; the place itself where none begins. */
    static int behind(String text, int from) {
        int at = behindBound(text, from);
        at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
        int whole = behindWhole(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = behindDigits(text, end + 1);
            if (whole == at && end == whole + 1) {
                return from; // a point alone
            }
        }
        return end > at ? behindExponent(text, end) : from;
    }

    /** Where a number ends that is read without its exponent or, having none, without its decimals; its beginning otherwise. */
    static int shorter(String text, int from, int end) {
        for (int at = end - 1; at > from; at--) {
            char c = text.charAt(at);
            if (c == 'e' || c == 'E' || (c == '.' && isDigit(text.charAt(at - 1)))) {
                return at;
            }
        }
        return from;
    }

    private static int behindBound(String text, int from) {
        int at = from;
        if (at < text.length() && (text.charAt(at) == '<' || text.charAt(at) == '>')) {
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
        while (end < text.length() && isDigit(text.charAt(end))) {
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
            } else if (isDigit(c)) {
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

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Whether a text stands for a number that is not there. */
    static boolean isMissing(String text) {
        return text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }
}
