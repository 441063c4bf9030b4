package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which rows of a cumulative table follow upon one another. */
final class Series {
    private static final Pattern CUMULATIVE = Pattern.compile(
            "(?:^|[^\\p{L}])(?:cum|cumulative|running total|year.to.date|to date|ytd|so far|kumul|kumuliert|kumulativ)"
                    + "(?=[^\\p{L}]|$)");

    /** A point in time at the end of a header, and what says that counts are of all until then. */
    private static final Pattern POINT = Pattern.compile(
            "(?<until>(?:^|[^\\p{L}])(?:up to|by|until|through|bis)\\s+(?:the )?(?:end of )?)?(?<![\\p{L}\\d])"
                    + "(?:(?:month|year|week|day|quarter)\\s*\\d{1,4}"
                    + "|\\d{1,4}[ -](?:month|year|week|day|quarter)s?"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\W*(?:\\d\\d|\\d{4})?"
                    + "|q[1-4]|(?:19|20)\\d\\d)\\W*$");

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

    /**
     * Columns that are points in time of one cumulative count, {@code YTD Jan} and {@code YTD Feb}, {@code By 1 month} and
     * {@code By 2 months}, {@code Jan} and {@code Feb} under a title that says it, in their order; none that falls in a row.
     */
    static Collection<List<Column>> across(Table table) {
        boolean titled = table.titles().stream().anyMatch(Series::isCumulative);
        boolean named = table.columns().stream().anyMatch(column -> isCumulative(column.name()));
        Map<String, List<Column>> series = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            Matcher point = POINT.matcher(name);
            boolean counts = !column.isLabel() && !column.total() && column.mayHold(ColumnRole.COUNT);
            if (counts && point.find() && ((titled && !named) || point.group("until") != null || isCumulative(name))) {
                String of = CUMULATIVE.matcher(name.substring(0, point.start())).replaceAll(" ");
                series.computeIfAbsent(of.replaceAll("[^\\p{L}]+", " ").strip(), s -> new ArrayList<>())
                        .add(column);
            }
        }
        series.values().removeIf(columns -> columns.size() < (titled && !named ? 3 : 2) || falls(table, columns));
        return series.values();
    }

    private static boolean falls(Table table, List<Column> columns) {
        for (int row = 0; row < table.rowCount(); row++) {
            long before = 0;
            for (Column column : columns) {
                long now = LineCounts.at(table, row, column.index());
                if (now != LineCounts.NONE && now < before) {
                    return true;
                }
                before = Math.max(before, now);
            }
        }
        return false;
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
