package dev.sdc.engine.submission.yaml;

/** Text of a file as a message may show it: short, and without characters that could steer a terminal. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text between backticks, cut to a readable length, control and format characters as {@code ?}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("`");
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(isPlain(c) ? c : '?');
        }
        return shown.append(text.length() > LONGEST ? "…`" : "`").toString();
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> c != '`';
        };
    }
}
