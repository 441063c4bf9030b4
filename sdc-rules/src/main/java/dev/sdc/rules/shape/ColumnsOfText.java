package dev.sdc.rules.shape;

import java.util.List;

/** Tells a number written in groups (3-3-4) from three columns of a printed table. */
final class ColumnsOfText {
    private static final int FIRST_GAP = 3;
    private static final int SECOND_GAP = 7;
    private static final int LENGTH = 12;

    private ColumnsOfText() {}

    /**
     * Whether the groups that begin here are cells of a printed table: a neighbouring line has the same gaps between
     * other digits, and no valid number in their place.
     */
    static boolean splits(List<String> lines, int index, int at) {
        String line = lines.get(index);
        return isGrouped(line, at)
                && ((index > 0 && isOtherRow(lines.get(index - 1), at))
                        || (index + 1 < lines.size() && isOtherRow(lines.get(index + 1), at)));
    }

    private static boolean isGrouped(String line, int at) {
        return at + LENGTH <= line.length()
                && line.charAt(at + FIRST_GAP) == ' '
                && line.charAt(at + SECOND_GAP) == ' ';
    }

    private static boolean isOtherRow(String line, int at) {
        if (!isGrouped(line, at)) {
            return false;
        }
        long number = TenDigits.at(line, at);
        boolean digits =
                digit(line, at + FIRST_GAP - 1) && digit(line, at + SECOND_GAP - 1) && digit(line, at + LENGTH - 1);
        return digits && (number == TenDigits.NONE || !Modulus11.valid(number));
    }

    private static boolean digit(String line, int at) {
        return Character.isDigit(line.charAt(at));
    }
}
