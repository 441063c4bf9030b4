package dev.sdc.rules.file;

import dev.sdc.engine.read.Grid;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell shows, beside what it stores. */
record Display(Grid grid, Grid.Shown cell) {
    private static final Pattern NUMBER =
            Pattern.compile("[^0-9<>a-zA-Z]*?(-?[0-9][0-9,' \u00A0]*(?:[.][0-9]+)?)\\s*(%?)[^0-9<>a-zA-Z]*");
    /** A double holds about fifteen digits; what differs past them is noise of its form. */
    private static final int EXACT_DIGITS = 14;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether the sheet shows a small count as such, in whatever form. */
    boolean showsSmallCount(int minCount) {
        BigDecimal shown = shown();
        return shown != null && shown.signum() > 0 && shown.compareTo(BigDecimal.valueOf(minCount)) < 0;
    }

    /** Whether more is stored than the sheet shows. */
    boolean hidesSomething() {
        BigDecimal stored = grid.number(cell.row(), cell.column());
        BigDecimal shown = shown();
        if (stored == null || shown == null) {
            return true;
        }
        BigDecimal difference = stored.subtract(shown).abs();
        int magnitude = stored.precision() - stored.scale();
        return difference.compareTo(BigDecimal.ONE.movePointRight(magnitude - EXACT_DIGITS)) > 0;
    }

    private @Nullable BigDecimal shown() {
        Matcher number = NUMBER.matcher(cell.displayed().strip());
        if (!number.matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(number.group(1).replaceAll("[,' \u00A0]", ""));
        return number.group(2).isEmpty() ? value : value.divide(HUNDRED);
    }
}
