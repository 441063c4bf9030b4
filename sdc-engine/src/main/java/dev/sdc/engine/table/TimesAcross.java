package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A first row that says which points in time, or ages, the columns are: {@code Days, 7, 14, 28, 62}. */
final class TimesAcross {
    private static final String UNIT =
            "(?:minutes?|min|hours?|hrs?|days?|weeks?|months?|years?|yrs?|stunden?|tagen?|wochen?"
                    + "|monaten?|jahren?)";

    private static final Pattern TIME = Pattern.compile(
            "(?:(?:survival |follow.?up )?time|follow.?up|age|zeit|alter|" + UNIT + ")"
                    + "(?:,? ?[(\\[]?(?:in )?" + UNIT + "[)\\]]?)?"
                    + "(?: (?:since|from|after|post|seit|nach)\\b.*)?:?",
            Pattern.CASE_INSENSITIVE);

    private static final BigDecimal LONGEST = BigDecimal.valueOf(10_000);

    private TimesAcross() {}

    /** Whether the label of a row is a measure of time and its numbers rise from one column to the next. */
    static boolean stand(Grid grid, Block block, int row) {
        return TIME.matcher(grid.text(row, block.firstColumn()).strip()).matches() && rise(grid, block, row);
    }

    /** Whether all cells of a row behind its label are numbers that rise from one column to the next, as times do. */
    static boolean rise(Grid grid, Block block, int row) {
        BigDecimal before = BigDecimal.ONE.negate();
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            BigDecimal time = grid.number(row, c);
            if (time == null || time.compareTo(before) <= 0 || time.compareTo(LONGEST) >= 0) {
                return false;
            }
            before = time;
        }
        return block.lastColumn() > block.firstColumn() + 1;
    }
}
