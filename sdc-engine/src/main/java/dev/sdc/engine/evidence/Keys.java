package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is declared for a cell under any of the names it goes by: row label, column header, both joined. */
final class Keys {
    private Keys() {}

    /** The value for a cell, the most particular name first, or null where nothing is declared for it. */
    static <T> @Nullable T find(Map<String, T> declared, Table table, int row, int column) {
        if (declared.isEmpty()) {
            return null;
        }
        for (String name : names(table, row, column)) {
            T value = declared.get(name);
            if (value != null) {
                return value;
            }
        }
        for (String name : names(table, row, column)) {
            for (Map.Entry<String, T> entry : declared.entrySet()) {
                if (same(entry.getKey(), name)) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    /** The names that a cell goes by, the most particular first. */
    static List<String> names(Table table, int row, int column) {
        Column c = table.columns().get(column);
        List<String> names = new ArrayList<>();
        List<String> labels = table.rowLabels(row);
        String label = String.join(" / ", labels);
        for (String header : List.of(c.name(), c.leaf())) {
            if (!header.isEmpty()) {
                names.add(label + " / " + header);
                names.add(header + " / " + label);
            }
        }
        names.add(label);
        for (int i = labels.size() - 1; i >= 0; i--) {
            names.add(labels.get(i));
        }
        names.add(c.name());
        for (int i = c.header().size() - 1; i >= 0; i--) {
            names.add(c.header().get(i));
        }
        return names;
    }

    /** Whether two names are the same but for case, spaces and the sign between a variable and its level. */
    static boolean same(String a, String b) {
        return simple(a).equals(simple(b));
    }

    private static String simple(String name) {
        StringBuilder simple = new StringBuilder(name.length());
        String lower = name.toLowerCase(Locale.ROOT);
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isWhitespace(c) || c == '_' || c == ':' || c == '=') {
                gap = true;
            } else {
                if (gap && !simple.isEmpty()) {
                    simple.append(' ');
                }
                simple.append(c);
                gap = false;
            }
        }
        return simple.toString();
    }
}
