package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Windows of time that begin together: who died within 30 days is among those who died within a year. */
final class Windows {
    private static final String UNIT = "(day|week|month|year|tage?n?|wochen?|monate?n?|jahre?n?)s?";
    private static final Pattern WITHIN = Pattern.compile("\\b(?:within|inside of|innerhalb|binnen)\\b");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})([ -]?)" + UNIT + "\\b");
    private static final Pattern LEAD =
            Pattern.compile("(?:within|in|by|up to|at|after|innerhalb von|binnen|nach|bis)?\\s*(?:the )?(?:first )?");

    private Windows() {}

    /**
     * The rows that are windows which begin together, by length, each group for what it counts: {@code 30 days} and
     * {@code 1 year} where a title or header says "within", and {@code died within 30 days} wherever it stands.
     */
    static Collection<SortedMap<Long, Integer>> down(Table table, Column column) {
        boolean within = isWithin(column.name())
                || table.titles().stream().anyMatch(Windows::isWithin)
                || table.columns().stream().anyMatch(label -> label.isLabel() && isWithin(label.name()));
        Map<String, SortedMap<Long, Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            String label = table.rowLabel(row);
            boolean bare = days(label).isPresent();
            within |= bare && isWithin(label);
            String of = bare && within ? "#" : isWithin(label) ? counted(label) : "";
            if (!of.isEmpty() && LineCounts.at(table, row, column.index()) != LineCounts.NONE) {
                groups.computeIfAbsent(of, what -> new TreeMap<>()).putIfAbsent(length(label), row);
            }
        }
        return groups.values();
    }

    /**
     * What a header or label counts, whichever the window: {@code died within 30 days}, {@code 30-day deaths}; empty where
     * it names no window that begins with the others.
     */
    static String counted(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(name);
        if (!length.find()) {
            return "";
        }
        boolean hyphened = length.group(2).equals("-");
        String rest = name.substring(0, length.start()) + " # " + name.substring(length.end());
        return hyphened || isWithin(name) ? rest.replaceAll("\\s+", " ").strip() : "";
    }

    /** The length of the window that a header or label names, in days. */
    static long length(String text) {
        Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
        return length.find() ? days(length) : 0;
    }

    /** The length of time that a label is, in days; empty where it is anything else. */
    static OptionalLong days(String label) {
        String text = label.strip().toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(text);
        boolean whole = length.find()
                && length.end() == text.length()
                && LEAD.matcher(text.substring(0, length.start())).matches();
        return whole ? OptionalLong.of(days(length)) : OptionalLong.empty();
    }

    private static boolean isWithin(String text) {
        return WITHIN.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static long days(Matcher length) {
        long number = Long.parseLong(length.group(1));
        return switch (length.group(3).charAt(0)) {
            case 'w' -> 7 * number;
            case 'm' -> 30 * number;
            case 'y', 'j' -> 365 * number;
            default -> number;
        };
    }
}
