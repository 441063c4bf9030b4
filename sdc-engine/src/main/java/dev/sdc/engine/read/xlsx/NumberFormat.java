package dev.sdc.engine.read.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A number format: how a stored number is displayed.
 *
 * @param id its number in the workbook
 * @param code its pattern, such as {@code #,##0.0}
 * @param decimals the displayed decimals of a {@link Kind#FIXED} format
 */
record NumberFormat(int id, String code, Kind kind, int decimals) {
    /** What a format makes of a number. */
    enum Kind {
        /** As it is, as far as the cell is wide. */
        GENERAL,
        /** With a fixed number of decimals. */
        FIXED,
        /** Times a hundred, with a percent sign. */
        PERCENT,
        /** As a date or a time. */
        DATE,
        /** Anything else. */
        OTHER
    }

    private static final Pattern FIXED = Pattern.compile("(#,##)?0(?:\\.(0+))?");

    static NumberFormat of(int id, String code) {
        if (code.isEmpty() || code.equalsIgnoreCase("General") || code.equals("@")) {
            return new NumberFormat(id, code, Kind.GENERAL, 0);
        }
        Matcher fixed = FIXED.matcher(code);
        if (fixed.matches()) {
            String decimals = fixed.group(2);
            return new NumberFormat(id, code, Kind.FIXED, decimals == null ? 0 : decimals.length());
        }
        if (DateUtil.isADateFormat(id, code)) {
            return new NumberFormat(id, code, Kind.DATE, 0);
        }
        return new NumberFormat(id, code, isPercent(code) ? Kind.PERCENT : Kind.OTHER, 0);
    }

    private static boolean isPercent(String code) {
        boolean literal = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                literal = !literal;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '%' && !literal) {
                return true;
            }
        }
        return false;
    }

    /** Whether words stand in the pattern, as in {@code "<10"}: their digits are no places of the number. */
    boolean holdsLiterals() {
        return code.indexOf('"') >= 0 || code.indexOf('\\') >= 0;
    }

    /** Whether the pattern's part for texts is empty, as in {@code ;;;}. */
    boolean hidesText() {
        return code.endsWith(";;;") && kind == Kind.OTHER && showsNothing(0);
    }

    /** Whether the part of the pattern for numbers of a sign is empty, as in {@code ;;;}, so that nothing is shown. */
    boolean showsNothing(int sign) {
        int wanted = sign > 0 ? 0 : sign < 0 ? 1 : 2;
        int section = 0;
        int length = 0;
        boolean literal = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == ';' && !literal) {
                if (section == wanted) {
                    return length == 0;
                }
                section++;
                length = 0;
            } else {
                literal ^= c == '"';
                length++;
            }
        }
        // an empty last part counts only where it is not the whole pattern; fewer parts mean that the first serves all
        return section == wanted && section > 0 && length == 0;
    }
}
