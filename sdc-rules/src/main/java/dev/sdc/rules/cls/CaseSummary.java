package dev.sdc.rules.cls;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows the table that SPSS and PSPP put before another: how many cases were used and how many were not. Used and unused
 * cases are no group of people, and all cases used is no news of anybody.
 */
final class CaseSummary {
    private static final Set<String> USED = Set.of("valid", "included", "included in analysis", "selected cases");
    private static final Set<String> UNUSED = Set.of("missing", "excluded", "missing cases", "unselected cases");
    private static final Set<String> OTHER = Set.of("", "cases", "unweighted cases", "total", "n", "percent");

    private CaseSummary() {}

    /** Whether a table is one. */
    static boolean is(Table table) {
        return tellOfCases(() -> table.columns().stream()
                        .filter(column -> !column.isLabel())
                        .map(Column::header)
                        .flatMap(List::stream))
                || tellOfCases(() ->
                        IntStream.range(0, table.rowCount()).boxed().flatMap(row -> table.rowLabels(row).stream()));
    }

    private static boolean tellOfCases(Supplier<Stream<String>> names) {
        Supplier<Stream<String>> words =
                () -> names.get().map(name -> name.strip().toLowerCase(Locale.ROOT));
        return words.get().allMatch(name -> USED.contains(name) || UNUSED.contains(name) || OTHER.contains(name))
                && words.get().anyMatch(USED::contains)
                && words.get().anyMatch(UNUSED::contains);
    }
}
