package dev.sdc.rules.shape;

/** Ten digits in running text, in one piece or as 3-3-4 with spaces or hyphens. */
final class TenDigits {
    /** No number there. */
    static final long NONE = -1;

    private TenDigits() {}

    /** The number that begins here, or {@link #NONE}. */
    static long at(String text, int start) {
        int end = end(text, start);
        if (end < 0 || joinedBefore(text, start) || joinedAfter(text, end)) {
            return NONE;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                number = number * 10 + digit;
            }
        }
        return number;
    }

    /** The end of the ten digits that begin here; -1 when there are none. */
    static int end(String text, int start) {
        int at = start;
        for (int digits = 0; digits < 10; digits++) {
            if ((digits == 3 || digits == 6) && at < text.length() && separates(text.charAt(at))) {
                at++;
            }
            if (at >= text.length() || Character.digit(text.charAt(at), 10) < 0) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static boolean separates(char c) {
        return switch (c) {
            case ' ', '-', '\u00A0', '\u2009', '\u202F', '\u2010', '\u2011', '\u2013' -> true;
            default -> false;
        };
    }

    private static boolean joinedBefore(String text, int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        return Character.isLetterOrDigit(before)
                || before == '_'
                || ((before == '.' || before == ',' || before == '-' || before == '/')
                        && start > 1
                        && Character.isDigit(text.charAt(start - 2)));
    }

    private static boolean joinedAfter(String text, int end) {
        if (end == text.length()) {
            return false;
        }
        char after = text.charAt(end);
        if (after == '.' && text.startsWith(".0", end) && (end + 2 == text.length() || blank(text.charAt(end + 2)))) {
            return false; // a number that a data frame turned into a decimal
        }
        return Character.isLetterOrDigit(after)
                || after == '_'
                || ((after == '.' || after == ',' || after == '-' || after == '/')
                        && end + 1 < text.length()
                        && Character.isDigit(text.charAt(end + 1)));
    }

    private static boolean blank(char c) {
        return !Character.isLetterOrDigit(c) && c != '.';
    }
}
