package dev.sdc.cli.render;

import java.util.Locale;

/** Text as YAML takes it. */
public final class Yaml {
    private Yaml() {}

    /** A text as a scalar: plain where nothing in it has a meaning of its own, else in double quotes. */
    public static String quoted(String text) {
        return isPlain(text) ? text : inQuotes(text);
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || text.endsWith(" ")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || " _-./()+".indexOf(c) >= 0;
            if (!harmless) {
                return false;
            }
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "any", "not_applicable" -> false;
            default -> true;
        };
    }

    private static String inQuotes(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append(
                                Character.isLetter(c)
                                        ? String.valueOf(c)
                                        : String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
