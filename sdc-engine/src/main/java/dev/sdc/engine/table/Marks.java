package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.text.WordList;
import dev.sdc.engine.submission.Bounds;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the texts that stand where a value is held back: {@code *}, {@code [c]}, {@code <10}, {@code 1-7}. */
final class Marks {
    private static final Set<String> MARKERS = new HashSet<>(WordList.beside(Marks.class, "markers.txt"));
    private static final int LONGEST_MARK = 24;

    private static final String[][] STARTS = {
        {"<=", "<="},
        {"≤", "<="},
        {"&lt;=", "<="},
        {"<", "<"},
        {"&lt;", "<"},
        {"fewer than ", "<"},
        {"less than ", "<"},
        {"under ", "<"},
        {"below ", "<"},
        {"up to ", "<="},
        {"at most ", "<="},
        {">=", ">="},
        {"≥", ">="},
        {">", ">"},
        {"at least ", ">="},
        {"more than ", ">"},
        {"weniger als ", "<"}
    };

    private Marks() {}

    /** Whether a text is a usual mark for a value held back, or not there. */
    static boolean isMark(String s) {
        if (s.isEmpty() || s.length() > LONGEST_MARK) {
            return false;
        }
        if (MARKERS.contains(s.toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean framed = !Character.isLetterOrDigit(s.charAt(0));
        String words = framed ? Words.normal(s) : "";
        return words.length() > 2 && MARKERS.contains(words);
    }

    /** What a mark such as {@code <10}, {@code ≤7}, {@code 1-7} or {@code fewer than 5} says of the value, or null. */
    static @Nullable Bounds interval(String s, NumberStyle style) {
        if (s.isEmpty() || s.length() > 30 || !anyDigit(s)) {
            return null;
        }
        String t = s.toLowerCase(Locale.ROOT);
        if ((t.startsWith("[") && t.endsWith("]")) || (t.startsWith("(") && t.endsWith(")"))) {
            t = t.substring(1, t.length() - 1).strip();
        }
        for (String[] start : STARTS) {
            if (t.startsWith(start[0])) {
                BigDecimal limit = Numerals.parse(t.substring(start[0].length()), style);
                if (limit == null || !Numerals.isWhole(limit) || limit.signum() < 0) {
                    return null;
                }
                return switch (start[1]) {
                    case "<" ->
                        limit.signum() == 0 ? null : new Bounds(BigDecimal.ZERO, limit.subtract(BigDecimal.ONE));
                    case "<=" -> new Bounds(BigDecimal.ZERO, limit);
                    case ">" -> new Bounds(limit.add(BigDecimal.ONE), null);
                    default -> new Bounds(limit, null);
                };
            }
        }
        return between(t);
    }

    /** The limit in a figure such as {@code <0.001} or {@code p < 2e-16}: not held back, only too small to print. */
    static @Nullable BigDecimal limit(String s, NumberStyle style) {
        String t = s.startsWith("p") || s.startsWith("P") ? s.substring(1).strip() : s;
        int skip = t.startsWith("<=") || t.startsWith(">=") ? 2 : t.startsWith("<") || t.startsWith(">") ? 1 : 0;
        if (skip == 0 && !(t.startsWith("=") && t.length() < s.length())) {
            return null;
        }
        return Numerals.parse(
                PrintedFigure.withoutRemarks(t.substring(Math.max(skip, 1)).strip()), style);
    }

    /** {@code 1-7}, {@code 1–7}, {@code 1 to 7}: two whole numbers, the first smaller, both short. */
    private static @Nullable Bounds between(String t) {
        int dash = Math.max(t.indexOf('-', 1), Math.max(t.indexOf('–', 1), t.indexOf(" to ", 1)));
        if (dash <= 0) {
            return null;
        }
        boolean to = t.startsWith(" to ", dash);
        BigDecimal low = whole(t.substring(0, dash));
        BigDecimal high = whole(t.substring(dash + (to ? 4 : 1)));
        return low == null || high == null || low.compareTo(high) >= 0 ? null : new Bounds(low, high);
    }

    private static @Nullable BigDecimal whole(String text) {
        String s = text.strip();
        if (s.isEmpty() || s.length() > 6) {
            return null;
        }
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) < '0' || s.charAt(i) > '9') {
                return null;
            }
        }
        return new BigDecimal(s);
    }

    static boolean anyDigit(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= '0' && s.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
