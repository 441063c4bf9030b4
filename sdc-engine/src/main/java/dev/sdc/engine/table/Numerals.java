package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a number as people write it: thousands separators, a sign, an exponent, a currency sign before it. */
final class Numerals {
    private static final int LONGEST = 40;

    private Numerals() {}

    /** The exact number a text is, with its printed decimals as scale, or null where it is none. */
    static @Nullable BigDecimal parse(String text, NumberStyle style) {
        String s = text.strip();
        for (int i = 0; i < SUFFIXES.length; i++) {
            String suffix = SUFFIXES[i];
            boolean ends = s.length() > suffix.length()
                    && s.regionMatches(true, s.length() - suffix.length(), suffix, 0, suffix.length());
            if (ends) {
                BigDecimal value =
                        parsePlain(s.substring(0, s.length() - suffix.length()).strip(), style);
                return value == null ? null : value.scaleByPowerOfTen(POWERS[i]);
            }
        }
        return parsePlain(s, style);
    }

    /** Thousands, millions, billions behind a figure, longest first. */
    private static final String[] SUFFIXES = {"million", "billion", "bn", "mn", "k", "m"};

    private static final int[] POWERS = {6, 9, 9, 6, 3, 6};

    private static @Nullable BigDecimal parsePlain(String s, NumberStyle style) {
        if (s.isEmpty() || s.length() > LONGEST) {
            return null;
        }
        int at = 0;
        StringBuilder plain = new StringBuilder(s.length());
        char first = s.charAt(0);
        if (first == '-' || first == '−' || first == '+') {
            if (first != '+') {
                plain.append('-');
            }
            at = 1;
        }
        if (at < s.length() && isCurrency(s.charAt(at))) {
            at++;
        }
        int digits = 0;
        int group = -1;
        boolean point = false;
        for (; at < s.length(); at++) {
            char c = s.charAt(at);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digits++;
                if (group >= 0) {
                    group++;
                }
            } else if (c == style.decimal() && !point) {
                if (group >= 0 && group != 3) {
                    return null;
                }
                group = -1;
                point = true;
                plain.append(digits == 0 ? "0." : ".");
            } else if (!point && digits > 0 && isSeparator(c, style)) {
                if (group >= 0 ? group != 3 : digits > 3) {
                    return null;
                }
                group = 0;
            } else if ((c == 'e' || c == 'E') && digits > 0) {
                return group >= 0 && group != 3 ? null : exponent(plain, s.substring(at + 1));
            } else {
                return null;
            }
        }
        if (digits == 0 || (group >= 0 && group != 3)) {
            return null;
        }
        return decimal(plain.toString());
    }

    private static @Nullable BigDecimal exponent(StringBuilder digits, String exponent) {
        int from = exponent.startsWith("+") || exponent.startsWith("-") ? 1 : 0;
        if (exponent.length() == from || exponent.length() > from + 3) {
            return null;
        }
        for (int i = from; i < exponent.length(); i++) {
            if (exponent.charAt(i) < '0' || exponent.charAt(i) > '9') {
                return null;
            }
        }
        return decimal(digits + "e" + exponent);
    }

    private static @Nullable BigDecimal decimal(String plain) {
        String s = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain.replace(".e", "e");
        return new BigDecimal(s);
    }

    /** Whether a number is whole, and short enough to count with. */
    static boolean isWhole(BigDecimal number) {
        return number.precision() - number.scale() <= 18
                && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
    }

    private static boolean isSeparator(char c, NumberStyle style) {
        return c == style.thousands() || c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f' || c == '\'';
    }

    static boolean isCurrency(char c) {
        return c == '£' || c == '€' || c == '$';
    }
}
