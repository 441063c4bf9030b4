package dev.sdc.rules.freq;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Windows of time that begin together: who died within 30 days is among those who died within a year. */
final class Windows {
    private static final String UNIT = "(day|week|month|year|tage?n?|wochen?|monate?n?|jahre?n?)s?";
    private static final Pattern WITHIN = Pattern.compile("\\b(?:within|inside of|innerhalb|binnen)\\b");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})([ -]?)" + UNIT + "\\b");
    private static final Pattern LEAD =
            Pattern.compile("(?:within|in|by|up to|at|after|innerhalb von|binnen|nach|bis)?\\s*(?:the )?(?:first )?");
    private static final int LONGEST = 120;

    private Windows() {}

    /** Whether rows are windows that begin together: their labels are lengths of time, and something says "within". */
    static boolean downRows(Table table, Column column) {
        if (column.isLabel()
                || column.total()
                || column.role() == null
                || !column.role().isCount()) {
            return false;
        }
        boolean within = isWithin(column.name())
                || table.titles().stream().anyMatch(Windows::isWithin)
                || table.columns().stream().anyMatch(label -> label.isLabel() && isWithin(label.name()));
        int windows = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            String label = table.rowLabel(row);
            if (days(label).isPresent()) {
                windows++;
                within |= isWithin(label);
            } else if (!table.isTotalRow(row)) {
                return false;
            }
        }
        return within && windows > 1;
    }

    /**
     * What a column counts, whichever the window: {@code died within 30 days}, {@code 30-day deaths}; empty where its
     * header names no window that begins with the others.
     */
    static String inColumn(Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(name);
        if (name.length() > LONGEST || !length.find()) {
            return "";
        }
        boolean hyphened = length.group(2).equals("-");
        String rest = name.substring(0, length.start()) + " # " + name.substring(length.end());
        return hyphened || isWithin(name) ? rest.replaceAll("\\s+", " ").strip() : "";
    }

    /** The length of the window that a column's header names, in days. */
    static long ofColumn(Column column) {
        Matcher length = LENGTH.matcher(column.name().toLowerCase(Locale.ROOT));
        return length.find() ? days(length) : 0;
    }

    /** The length of time that a label is, in days; empty where it is anything else. */
    static OptionalLong days(String label) {
        String text = label.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return OptionalLong.empty();
        }
        Matcher length = LENGTH.matcher(text);
        boolean whole = length.find()
                && length.end() == text.length()
                && LEAD.matcher(text.substring(0, length.start())).matches();
        return whole ? OptionalLong.of(days(length)) : OptionalLong.empty();
    }

    private static boolean isWithin(String text) {
        return text.length() <= LONGEST
                && WITHIN.matcher(text.toLowerCase(Locale.ROOT)).find();
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
