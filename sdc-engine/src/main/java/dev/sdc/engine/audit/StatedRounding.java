package dev.sdc.engine.audit;

import dev.sdc.engine.table.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the label or header of a total says of its rounding: {@code Total (rounded to the nearest 10)}. */
public final class StatedRounding {
    private static final Pattern ROUNDED = Pattern.compile(
            "\\b(?:rounded|gerundet)\\b[^.;\\d]{0,30}\\b(?:nearest|to|of|base|auf|nächste\\w*)\\s+(\\d{1,3})\\b",
            Pattern.CASE_INSENSITIVE);

    private StatedRounding() {}

    /** The grid that a total is said to lie on; {@link CountGrid#EXACT} where nothing is said, or it does not lie on it. */
    public static CountGrid of(Table table, int row, int column, long n) {
        Matcher said = ROUNDED.matcher(
                table.rowLabel(row) + "; " + table.columns().get(column).name());
        if (!said.find()) {
            return CountGrid.EXACT;
        }
        int base = Integer.parseInt(said.group(1));
        return base > 1 && n % base == 0 ? CountGrid.nearest(base, false, null) : CountGrid.EXACT;
    }
}
