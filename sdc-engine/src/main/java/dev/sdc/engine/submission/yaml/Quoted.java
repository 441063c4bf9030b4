package dev.sdc.engine.submission.yaml;

/** Text of a file as a message may show it: short, and without characters that could steer a terminal. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text between backticks, cut to a readable length, control and format characters as {@code ?}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("`");
        int shownCharacters = 0;
        for (int at = 0; at < text.length() && shownCharacters < LONGEST; shownCharacters++) {
            int character = text.codePointAt(at);
            shown.appendCodePoint(isPlain(character) ? character : '?');
            at += Character.charCount(character);
        }
        return shown.append(text.codePointCount(0, text.length()) > LONGEST ? "…`" : "`")
                .toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> character != '`';
        };
    }
}
