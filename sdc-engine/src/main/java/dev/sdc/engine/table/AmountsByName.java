package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whole numbers that nothing but their look makes counts, in a file whose name says that they are sums or means: {@code
 * cost_sum_0.csv}. A name settles nothing, so that a person must look.
 */
final class AmountsByName {
    private static final Set<String> NAMES =
            Set.of("sum", "sums", "mean", "means", "median", "medians", "average", "averages");

    private AmountsByName() {}

    static boolean mayBe(String path, List<Column> columns) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean named = Stream.of(name.split("[^\\p{L}]+", -1)).anyMatch(NAMES::contains);
        return named
                && columns.stream().anyMatch(column -> isCount(column) && column.source() == RoleSource.CONTENT)
                && columns.stream().noneMatch(column -> isCount(column) && column.source() != RoleSource.CONTENT);
    }

    private static boolean isCount(Column column) {
        ColumnRole role = column.role();
        return role != null && role.isCount();
    }
}
