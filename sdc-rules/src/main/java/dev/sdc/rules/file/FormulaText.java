package dev.sdc.rules.file;

import java.util.regex.Pattern;

/** What a text of a cell is to a spreadsheet that opens the file. */
enum FormulaText {
    /** No formula. */
    NONE,
    /** Begins as a formula does and names nothing to compute: {@code +ve}, {@code @handle}, {@code =>65}. */
    ALIKE,
    /** Is computed when the file is opened: {@code =B2+B3}, {@code @SUM(B2:B3)}. */
    COMPUTED,
    /** Reaches out of the sheet: to a program, an address, or another file. */
    OUTSIDE;

    private static final String BEGINNINGS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** Numbers with what is printed beside them are shorter. */
    private static final int LONGEST_NUMBER = 500;

    private static final Pattern NUMBER = Pattern.compile(
            "[+-][0-9.](?:[0-9.,;:' \u00A0()\\[\\]%*†‡±/–—-]|[ (\\[]\\+(?=[0-9.])|[eE][+-]?[0-9]| to \\+?)*(?: ?(?:log|Log|LOG|res|Res) ?.{0,20})?");
    private static final Pattern REACHES = Pattern.compile(
            "\\||\\b(?:HYPERLINK|WEBSERVICE|IMPORT(?:XML|DATA|HTML|FEED|RANGE)|DDE|CALL|EXEC|REGISTER|RTD|INDIRECT)\\s*\\(|https?://|\\bcmd\\b|\\[[^\\]]{1,200}\\]\\w*!",
            Pattern.CASE_INSENSITIVE);
    /** After {@code =} everything that an expression may begin with: {@code =>65} is none. */
    private static final Pattern EXPRESSION = Pattern.compile("\\s?[\\p{L}\\p{N}_('\"+$#{.\\[@-].*", Pattern.DOTALL);

    private static final String CELL = "\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}(?![A-Za-z0-9_])";
    /** A function of cells, of figures or of nothing; {@code -log10(p)} is a label. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w.])[A-Za-z][\\w.]*+\\((?:[0-9)\"'+-]|" + CELL + ")");
    /** Cells or figures with an operator between them. */
    private static final Pattern ARITHMETIC =
            Pattern.compile("(?:" + CELL + "|[0-9.]++) ?[-+*/^&:!] ?(?:" + CELL + "|[0-9.]++).*", Pattern.DOTALL);

    /** What a text is; numbers with a sign, marks alone, and a dash before a space are no formulas. */
    static FormulaText of(String cell) {
        int at = 0;
        while (at < cell.length() && "\t\r\n".indexOf(cell.charAt(at)) >= 0) {
            at++; // readers of delimited files drop them
        }
        String text = cell.substring(at);
        FormulaText kind = ofBeginning(text);
        boolean blank = at > 0 && cell.charAt(0) != '\n' && holdsWord(text);
        return kind == NONE && blank ? ALIKE : kind;
    }

    private static FormulaText ofBeginning(String text) {
        boolean begins = text.length() > 1 && BEGINNINGS.indexOf(text.charAt(0)) >= 0 && !text.startsWith("- ");
        boolean number = text.length() < LONGEST_NUMBER && NUMBER.matcher(text).matches();
        if (!begins || number || !holdsWord(text)) {
            return NONE;
        }
        if (REACHES.matcher(text).find()) {
            return OUTSIDE;
        }
        String rest = text.substring(1);
        boolean equals = text.charAt(0) == '=' || text.charAt(0) == '\uFF1D';
        boolean computed = equals
                ? EXPRESSION.matcher(rest).matches()
                : CALL.matcher(rest).find() || ARITHMETIC.matcher(rest).matches();
        return computed ? COMPUTED : ALIKE;
    }

    private static boolean holdsWord(String text) {
        return text.chars().anyMatch(Character::isLetterOrDigit);
    }
}
