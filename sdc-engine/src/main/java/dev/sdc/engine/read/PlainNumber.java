package dev.sdc.engine.read;

/** Recognises numbers in plain form, whose text can be printed again from their digits and scale alone. */
final class PlainNumber {
    /** Not a plain number: keep the text. */
    static final long NOT_PLAIN = -1;

    private PlainNumber() {}

    /** The packed cell for a text: 0 for blank text, a packed number, or {@link #NOT_PLAIN}. */
    static long pack(String text, char decimal) {
        int length = text.length();
        int at = 0;
        if (length == 0) {
            return 0;
        }
        boolean negative = text.charAt(0) == '-';
        if (negative) {
            at = 1;
        }
        int first = at;
        long unscaled = 0;
        int scale = 0;
        int digits = 0;
        boolean point = false;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                if (digits >= 17) {
                    return blankOr(text);
                }
                unscaled = unscaled * 10 + (c - '0');
                digits++;
                if (point) {
                    scale++;
                }
            } else if (c == decimal && !point && digits > 0) {
                point = true;
            } else {
                return blankOr(text);
            }
        }
        boolean plain = digits > 0
                && unscaled <= Grid.MAX_UNSCALED
                && scale <= Grid.MAX_SCALE
                && point == scale > 0
                && !(negative && unscaled == 0)
                // a leading zero is part of a code, not of a number
                && (text.charAt(first) != '0' || digits - scale == 1);
        return plain ? Grid.packNumber(negative ? -unscaled : unscaled, scale) : blankOr(text);
    }

    private static long blankOr(String text) {
        return text.isBlank() ? 0 : NOT_PLAIN;
    }
}
