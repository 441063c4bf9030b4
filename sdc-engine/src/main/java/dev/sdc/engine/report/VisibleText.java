package dev.sdc.engine.report;

/**
 * Text from a file made safe to show: characters that would steer a terminal, reorder a line, or not be seen at all are
 * spelt out, such as {@code \\u202e}.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The text with every character either shown or spelt out. */
    public static String of(String text) {
        int at = 0;
        while (at < text.length() && isShown(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, at);
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isShown(c)) {
                safe.appendCodePoint(c);
            } else if (c == '\n') {
                safe.append("\\n");
            } else if (c == '\t') {
                safe.append("\\t");
            } else {
                String hex = Integer.toHexString(c);
                safe.append(c > 0xffff ? "\\U" : "\\u")
                        .append("0".repeat(Math.max(0, 4 - hex.length())))
                        .append(hex);
            }
        }
        return safe.toString();
    }

    /** The text, cut after so many characters with an ellipsis. */
    public static String of(String text, int most) {
        // cut first: a cell may hold millions of characters
        return of(text.length() > most ? text.substring(0, most) + "…" : text);
    }

    private static boolean isShown(int c) {
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
