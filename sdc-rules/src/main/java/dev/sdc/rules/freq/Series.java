package dev.sdc.rules.freq;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells which rows of a cumulative table follow upon one another. */
final class Series {
    private static final Pattern CUMULATIVE = Pattern.compile(
            "(?:^|[^\\p{L}])(?:cum|cumulative|running total|to date|so far|kumul|kumuliert|kumulativ)(?:[^\\p{L}]|$)");
    private static final Pattern TIME = Pattern.compile(
            "(?:month|year|week|day|quarter|date|time|period|monat|jahr|woche|tag|quartal"
                    + "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4])\\p{L}*\\W*\\d*|(?:19|20)\\d\\d.*|\\d{1,4}|\\d{1,2}[/.-].*");

    private Series() {}

    /** Whether a column's counts add up from row to row: by its name, or because a title says so and none falls. */
    static boolean isCumulative(Table table, Column column) {
        boolean share = column.role() == ColumnRole.PERCENTAGE || column.role() == ColumnRole.PROPORTION;
        if (column.isLabel() || column.total() || share) {
            return false;
        }
        return column.cumulative()
                || (column.role() == ColumnRole.COUNT
                        && (isCumulative(column.name())
                                || (table.titles().stream().anyMatch(Series::isCumulative) && rises(table, column))));
    }

    /** Whether a name says that its counts are cumulative. */
    static boolean isCumulative(String name) {
        return CUMULATIVE.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean rises(Table table, Column column) {
        long[] seen = {-1, 0};
        boolean[] falls = new boolean[1];
        table.forEachCount(column.index(), (row, c, n) -> {
            falls[0] |= n < seen[0];
            seen[0] = n;
            seen[1]++;
        });
        return seen[1] > 2 && !falls[0];
    }

    /** A key that all rows of one series share: their labels but for the point in time. */
    static String of(Table table, int row) {
        List<String> labels = table.rowLabels(row);
        int time = labels.size() - 1;
        for (int i = 0; i < labels.size(); i++) {
            if (TIME.matcher(labels.get(i).toLowerCase(Locale.ROOT)).matches()) {
                time = i;
            }
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            if (i != time) {
                key.append(labels.get(i)).append('\u0001');
            }
        }
        return key.toString();
    }

    /** What the earlier point in time is called. */
    static String name(Table table, int fromRow, int fromColumn, int row) {
        String name = fromRow == row ? table.columns().get(fromColumn).name() : table.rowLabel(fromRow);
        return name.isEmpty() ? "the one before" : "\"" + name + "\"";
    }
}
