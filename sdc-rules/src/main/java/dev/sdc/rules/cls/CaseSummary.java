package dev.sdc.rules.cls;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Knows the table that SPSS and PSPP put before another: how many cases were used and how many were not. Used and unused
 * cases are no group of people, and all cases used is no news of anybody.
 */
final class CaseSummary {
    private static final Set<String> USED = Set.of("valid", "included", "included in analysis", "selected cases");
    private static final Set<String> UNUSED = Set.of("missing", "excluded", "missing cases", "unselected cases");
    private static final Set<String> OTHER = Set.of("", "cases", "unweighted cases", "total", "n", "percent");
    private static final int MOST_ROWS = 200;

    private CaseSummary() {}

    /** Whether a table is one. */
    static boolean is(Table table) {
        if (table.rowCount() > MOST_ROWS) {
            return false;
        }
        List<String> headers = table.columns().stream()
                .filter(column -> !column.isLabel())
                .map(Column::header)
                .flatMap(List::stream)
                .toList();
        return tellsOfCases(headers) || tellsOfCases(labels(table));
    }

    private static List<String> labels(Table table) {
        return IntStream.range(0, table.rowCount())
                .boxed()
                .flatMap(row -> table.rowLabels(row).stream())
                .toList();
    }

    private static boolean tellsOfCases(List<String> names) {
        boolean used = false;
        boolean unused = false;
        for (String name : names) {
            String words = name.strip().toLowerCase(Locale.ROOT);
            boolean isUsed = USED.contains(words);
            boolean isUnused = UNUSED.contains(words);
            if (!isUsed && !isUnused && !OTHER.contains(words)) {
                return false;
            }
            used |= isUsed;
            unused |= isUnused;
        }
        return used && unused;
    }
}
