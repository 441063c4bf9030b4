package dev.sdc.rules.shape;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables of bins, each with the number of units in it: what hexagons, binned means and binned residuals are drawn from. */
public final class BinnedRows {
    private BinnedRows() {}

    /** Whether every row is another bin, and each holds the minimum of units at least. */
    public static boolean in(Table table, int minimum) {
        List<Column> bins = table.columns().stream()
                .filter(column -> Words.any(Words.of(column.name()), Vocabulary.of("bin")))
                .toList();
        List<Column> sizes = table.columns().stream().filter(BinnedRows::isSize).toList();
        if (bins.isEmpty() || sizes.isEmpty() || ListedColumn.of(table).stream().anyMatch(ListedColumn::isPersonKey)) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int here = row;
            String bin = bins.stream()
                    .map(column -> table.text(here, column.index()))
                    .collect(Collectors.joining("\n"));
            boolean enough = sizes.stream()
                    .allMatch(column ->
                            table.cell(here, column.index()) instanceof CellValue.Count count && count.n() >= minimum);
            if (!enough || !seen.add(bin)) {
                return false;
            }
        }
        return table.rowCount() > 0;
    }

    private static boolean isSize(Column column) {
        boolean counts = column.role() == ColumnRole.COUNT || column.role() == ColumnRole.DISTINCT_PATIENTS;
        return counts && Vocabulary.of("bin-size").containsAll(Words.of(column.name()));
    }
}
