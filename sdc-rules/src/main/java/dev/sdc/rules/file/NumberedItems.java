package dev.sdc.rules.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the tables and figures that a sentence numbers: {@code Tables 1 to 4 and Figure 1} are five. */
final class NumberedItems {
    private static final Pattern ITEMS = Pattern.compile(
            "(?i)\\b(?:tables?|figures?|figs?\\.?)\\s+(\\d{1,3})(?:\\s*(?:to|-|\u2013|through|until)\\s*(\\d{1,3}))?");
    /** A longer purpose is read as far as this. */
    private static final int LONGEST = 5_000;

    private NumberedItems() {}

    /** How many a purpose numbers; 0 where it numbers none. */
    static long in(@Nullable String purpose) {
        if (purpose == null) {
            return 0;
        }
        long count = 0;
        Matcher items = ITEMS.matcher(purpose.substring(0, Math.min(LONGEST, purpose.length())));
        while (items.find()) {
            long first = Long.parseLong(items.group(1));
            long last = items.group(2) == null ? first : Long.parseLong(items.group(2));
            count += Math.max(1, last - first + 1);
        }
        return count;
    }
}
