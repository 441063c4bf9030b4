package dev.sdc.rules.file;

import java.util.regex.Pattern;

/** Whether a spreadsheet would take a text for a formula, and one that reaches outside. */
final class FormulaText {
    private static final Pattern NUMBER = Pattern.compile(
            "[+-][0-9.](?:[0-9.,;:' \u00A0()\\[\\]%*†‡±/–—-]|[ (\\[]\\+(?=[0-9.])|[eE][+-]?[0-9]| to \\+?)*(?: ?(?:log|Log|LOG|res|Res) ?.{0,20})?");
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\||\\b(?:HYPERLINK|WEBSERVICE|IMPORT(?:XML|DATA|HTML|FEED|RANGE)|DDE|CALL|EXEC|REGISTER|RTD|INDIRECT)\\s*\\(|https?://|\\bcmd\\b|\\[[^\\]]{1,200}\\]\\w*!",
            Pattern.CASE_INSENSITIVE);

    private FormulaText() {}

    /** Whether a text begins as a formula does and is neither a number nor marks alone; a dash and a space is text. */
    static boolean isFormula(String text) {
        if (text.length() < 2 || "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        if (text.startsWith("- ") || text.chars().noneMatch(Character::isLetterOrDigit)) {
            return false;
        }
        return !NUMBER.matcher(text).matches();
    }

    /** Whether a formula reaches out of the sheet: to a program, an address, or another file. */
    static boolean reachesOutside(String formula) {
        return OUTSIDE.matcher(formula).find();
    }
}
