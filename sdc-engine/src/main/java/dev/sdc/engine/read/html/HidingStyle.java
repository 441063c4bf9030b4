package dev.sdc.engine.read.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the settings of a style that make text invisible. */
final class HidingStyle {
    private static final Pattern HIDING =
            Pattern.compile("(?:^|[;\\s])(?:display\\s*:\\s*none\\b|visibility\\s*:\\s*(?:hidden|collapse)\\b"
                    + "|opacity\\s*:\\s*0?\\.?0+\\s*(?:;|!|$)|font-size\\s*:\\s*0(?:px|pt|em|rem|%)?\\s*(?:;|!|$)"
                    + "|(?:left|top|text-indent|margin-left)\\s*:\\s*-\\d{4,}"
                    + "|clip\\s*:\\s*rect\\(\\s*0|clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%"
                    + "|mso-hide\\s*:\\s*all)");
    private static final Pattern NUMBERS = Pattern.compile("rgba?\\(([\\d.]+),([\\d.]+),([\\d.]+)(?:,([\\d.]+))?\\)");
    private static final Set<String> WHITE = Set.of("white", "#fff", "#ffffff", "255,255,255");

    private HidingStyle() {}

    /** Whether a style makes an element invisible. */
    static boolean hides(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String small = style.toLowerCase(Locale.ROOT);
        return HIDING.matcher(small).find()
                || (!value(small, "background-color").isEmpty()
                        && isInvisibleInk(value(small, "color"), value(small, "background-color")));
    }

    /** The value of one property of a style, in small letters; empty where it is not set. */
    static String value(String style, String property) {
        String value = "";
        for (String part : style.isEmpty() ? new String[0] : style.split(";", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0 && part.substring(0, colon).strip().equalsIgnoreCase(property)) {
                value = part.substring(colon + 1)
                        .replace("!important", "")
                        .strip()
                        .toLowerCase(Locale.ROOT);
            }
        }
        return value;
    }

    /** Whether a colour cannot be told from what it is written on. */
    static boolean isInvisibleInk(String ink, String paper) {
        if (ink.isEmpty()) {
            return false;
        }
        String written = colour(ink);
        String on = colour(paper);
        return written.equals("transparent") || written.equals(on) || (WHITE.contains(written) && WHITE.contains(on));
    }

    private static String colour(String written) {
        String plain = written.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        Matcher numbers = NUMBERS.matcher(plain);
        if (!numbers.matches()) {
            return plain;
        }
        String alpha = numbers.group(4);
        return alpha != null && alpha.matches("0?\\.?0*")
                ? "transparent"
                : numbers.group(1) + "," + numbers.group(2) + "," + numbers.group(3);
    }
}
