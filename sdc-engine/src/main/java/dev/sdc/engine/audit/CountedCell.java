package dev.sdc.engine.audit;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A printed count with the labels that say what it counts.
 *
 * @param table the table it stands in
 * @param row its row in the table
 * @param column its column in the table
 * @param n the printed count
 * @param labels its row's labels from the outermost inwards, then its column's headers, in one writing; a total is
 *     {@link #TOTAL} under any name
 */
public record CountedCell(Table table, int row, int column, long n, List<String> labels) {
    /** The label of a total. */
    static final String TOTAL = "*";

    /** All counts of a table, in its order. */
    public static List<CountedCell> of(Table table) {
        List<List<String>> headers = new ArrayList<>();
        for (Column column : table.columns()) {
            headers.add(column.header().stream().map(CountedCell::inOneWriting).toList());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels =
                    table.rowLabels(row).stream().map(CountedCell::inOneWriting).toList();
            rows.add(table.isTotalRow(row) && labels.size() == 1 ? List.of(TOTAL) : labels);
        }
        List<CountedCell> cells = new ArrayList<>();
        table.forEachCount((row, column, n) -> {
            List<String> labels = new ArrayList<>(rows.get(row));
            labels.addAll(headers.get(column));
            cells.add(new CountedCell(table, row, column, n, labels));
        });
        return cells;
    }

    /** The counts of a table by their labels, those left out that stand under the same labels twice. */
    static Map<List<String>, CountedCell> byLabels(Table table) {
        Map<List<String>, CountedCell> cells = new LinkedHashMap<>();
        Set<List<String>> twice = new HashSet<>();
        for (CountedCell cell : of(table)) {
            if (cells.put(cell.labels(), cell) != null) {
                twice.add(cell.labels());
            }
        }
        cells.keySet().removeAll(twice);
        return cells;
    }

    /** Whether it is a total of other cells; a column over all is none where it stands alone. */
    boolean isTotal() {
        Column own = table.columns().get(column);
        int ofRow = labels.size() - own.header().size();
        return table.isTotalRow(row)
                || labels.subList(0, ofRow).contains(TOTAL)
                || ((own.total() || labels.contains(TOTAL)) && holdsParts());
    }

    private boolean holdsParts() {
        for (Column other : table.columns()) {
            if (other.index() != column && !other.isLabel() && !other.total() && CellKeys.holdsCounts(other)) {
                return true;
            }
        }
        return false;
    }

    /** The cell's place in the submission, {@code t1.csv!B4}. */
    public String place() {
        return table.file() + "!" + table.address(row, column);
    }

    /** A label without regard to case and spaces; a total under any name is {@link #TOTAL}. */
    static String inOneWriting(String label) {
        return TotalNames.isName(label)
                ? TOTAL
                : label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
