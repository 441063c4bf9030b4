package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the numbers of a table are once its rows are known to be records: whole numbers that nothing but their look made
 * counts say something of each record. What a header, a declaration or a total calls counts stays so, as in a listing with
 * frequencies, and so does a column in which numbers are held back.
 */
final class RecordValues {
    /** So many rows hardly count 0 or 1 each by chance. */
    private static final int FEWEST = 10;

    private RecordValues() {}

    /** The columns of a table of records; empty where they are what they were. */
    static Optional<List<Column>> of(Table table) {
        return as(table, column -> isByLook(table, column));
    }

    /** The same, where only columns of both 0 and 1, each in many rows, say something of each record. */
    static Optional<List<Column>> ofYesAndNo(Table table) {
        return as(table, column -> isByLook(table, column) && isYesAndNo(table, column.index()));
    }

    private static boolean isYesAndNo(Table table, int column) {
        int yes = 0;
        int no = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            switch (table.text(row, column).strip()) {
                case "1" -> yes++;
                case "0" -> no++;
                case "" -> {}
                default -> {
                    return false;
                }
            }
        }
        return yes > 0 && no > 0 && yes + no >= FEWEST;
    }

    private static Optional<List<Column>> as(Table table, Predicate<Column> isOfRecord) {
        List<Column> values = table.columns().stream()
                .map(column -> isOfRecord.test(column) ? column.named() : column)
                .toList();
        return values.equals(table.columns()) || hasTotals(table) ? Optional.empty() : Optional.of(values);
    }

    private static boolean isByLook(Table table, Column column) {
        return column.source() == RoleSource.CONTENT
                && column.holds().equals(Set.of(ColumnRole.COUNT))
                && IntStream.range(0, table.rowCount())
                        .mapToObj(row -> table.cell(row, column.index()))
                        .noneMatch(CellValue.Suppressed.class::isInstance);
    }

    private static boolean hasTotals(Table table) {
        return table.columns().stream().anyMatch(Column::total)
                || IntStream.range(0, table.rowCount())
                        .filter(table::isTotalRow)
                        .anyMatch(row -> table.rowLabels(row).stream().anyMatch(TotalNames::isName));
    }
}
