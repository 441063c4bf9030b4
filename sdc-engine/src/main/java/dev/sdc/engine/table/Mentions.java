package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the sizes of groups that headers and titles state: {@code (n=176)}, {@code N = 12}. */
final class Mentions {
    private Mentions() {}

    /** The size of a group that a text states as {@code n=176}, or null. */
    static @Nullable Long base(String text, NumberStyle style) {
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                return null;
            }
            int name = equals - 1;
            while (name >= 0 && text.charAt(name) == ' ') {
                name--;
            }
            boolean n = name >= 0
                    && (text.charAt(name) == 'n' || text.charAt(name) == 'N')
                    && (name == 0 || !Character.isLetterOrDigit(text.charAt(name - 1)));
            int from = equals + 1;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            int to = from;
            while (to < text.length()
                    && (Character.isDigit(text.charAt(to))
                            || (text.charAt(to) == style.thousands()
                                    && to > from
                                    && to + 1 < text.length()
                                    && Character.isDigit(text.charAt(to + 1))))) {
                to++;
            }
            if (n && to > from) {
                BigDecimal value = Numerals.parse(text.substring(from, to), style);
                boolean decimalFollows = to + 1 < text.length()
                        && text.charAt(to) == style.decimal()
                        && Character.isDigit(text.charAt(to + 1));
                if (value != null && !decimalFollows && value.precision() < 19) {
                    return value.longValue();
                }
            }
            at = equals + 1;
        }
        return null;
    }
}
