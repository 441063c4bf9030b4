package dev.sdc.engine.read.csv;

/** Recognises cells that a spreadsheet would run as a formula when it opens the file. */
final class FormulaText {
    private FormulaText() {}

    /** Whether a cell begins as a formula does and is neither a number nor a lone mark such as {@code -} or {@code ++}. */
    static boolean isFormula(String text) {
        String trimmed = text.stripLeading();
        if (trimmed.isEmpty() || text.charAt(0) == ' ') {
            return false; // after a space, spreadsheets see text
        }
        char first = trimmed.charAt(0);
        return switch (first) {
            case '=', '@', '\uFF1D', '\uFF20' -> !isOneCharacter(trimmed, first);
            case '+', '-' ->
                !isOneCharacter(trimmed, first)
                        && !(trimmed.length() > 1 && trimmed.charAt(1) == ' ')
                        && (!startsNumber(trimmed) || calls(trimmed));
            default -> false;
        };
    }

    /** A mark repeated: a ruler such as {@code ----}, or a grade such as {@code +++}. */
    private static boolean isOneCharacter(String text, char mark) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != mark && text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsNumber(String text) {
        int at = 1;
        char c = text.charAt(at);
        if ((c == '.' || c == ',') && text.length() > 2) {
            c = text.charAt(++at);
        }
        return (c >= '0' && c <= '9') || text.startsWith("Inf", 1) || text.startsWith("inf", 1) || c == '\u221E';
    }

    /** {@code -2+cmd|' /C calc'!A0} starts with a number and is none. */
    private static boolean calls(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' || c == '|' || c == '!' || c == '@' || c == '"') {
                return true;
            }
            char before = text.charAt(i - 1);
            boolean operator = before == '+' || before == '*' || before == '/' || before == '-' || before == '&';
            if ((c == '(' && Character.isLetter(before)) || (i > 1 && operator && Character.isLetter(c))) {
                return true;
            }
        }
        return false;
    }
}
