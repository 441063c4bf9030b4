package dev.sdc.engine.read;

/** Recognises numbers in plain form, whose text can be printed again from their digits and scale alone. */
final class PlainNumber {
    /** Not a plain number: keep the text. */
    static final long NOT_PLAIN = -1;

    private static final int MAX_DIGITS = 17;

    private PlainNumber() {}

    /** The packed cell for a stretch of characters: 0 for blank text, a packed number, or {@link #NOT_PLAIN}. */
    static long pack(char[] text, int offset, int length, char decimal) {
        if (length == 0) {
            return 0;
        }
        int end = offset + length;
        boolean negative = text[offset] == '-';
        int first = negative ? offset + 1 : offset;
        int at = first;
        long unscaled = 0;
        int digit;
        while (at < end && (digit = text[at] - '0') >= 0 && digit <= 9) {
            unscaled = unscaled * 10 + digit;
            at++;
        }
        int whole = at - first;
        int scale = 0;
        if (at < end) {
            if (whole == 0 || text[at] != decimal) {
                return isBlank(text, offset, end) ? 0 : NOT_PLAIN;
            }
            for (at++; at < end && (digit = text[at] - '0') >= 0 && digit <= 9; at++) {
                unscaled = unscaled * 10 + digit;
            }
            scale = end - first - whole - 1;
            if (at < end || scale == 0) {
                return NOT_PLAIN;
            }
        }
        boolean plain = whole > 0
                && whole + scale <= MAX_DIGITS // so that the sum above did not overflow
                && unscaled <= Grid.MAX_UNSCALED
                && !(negative && unscaled == 0)
                // a leading zero is part of a code, not of a number
                && (text[first] != '0' || whole == 1);
        return plain ? Grid.packNumber(negative ? -unscaled : unscaled, scale) : NOT_PLAIN;
    }

    private static boolean isBlank(char[] text, int offset, int end) {
        for (int at = offset; at < end; at++) {
            char c = text[at];
            if (c > ' ' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
            if (c < ' ' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }
}
