package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares side by side in a row, or one below the other, that may be those of one whole.
 *
 * @param shown the shares that are printed
 * @param hidden the cells that hold theirs back, each a row and a column
 * @param wholePrinted whether the whole stands at the end of the line, as 100
 */
record ShareLine(List<Quantity> shown, List<Cell> hidden, boolean wholePrinted) {
    /** Lines of more cells are no list of shares. */
    private static final int LONGEST = 200;

    record Cell(int row, int column) {}

    /** What the printed shares leave of one, with the rounding of all of them. */
    Printed rest(Shares among) {
        BigDecimal value = BigDecimal.ONE;
        BigDecimal half = BigDecimal.ZERO;
        for (Quantity share : shown) {
            Printed printed = among.value(share);
            value = value.subtract(printed.value());
            half = half.add(printed.half());
        }
        return new Printed(value, half);
    }

    /** Lines over the same categories: rows over the same columns, or columns over the same rows. */
    static List<List<ShareLine>> in(Table table) {
        List<Integer> columns = columns(table);
        List<List<ShareLine>> all = new ArrayList<>();
        if (columns.size() > 2 && columns.size() <= LONGEST) {
            all.add(acrossColumns(table, columns));
            Map<List<String>, List<Integer>> byOuter = new LinkedHashMap<>();
            for (int column : columns) {
                List<String> header = table.columns().get(column).header();
                byOuter.computeIfAbsent(header.subList(0, Math.max(0, header.size() - 1)), h -> new ArrayList<>())
                        .add(column);
            }
            byOuter.values().stream()
                    .filter(some -> some.size() > 2 && some.size() < columns.size())
                    .forEach(some -> all.add(acrossColumns(table, some)));
        }
        for (List<Integer> rows : sections(table)) {
            if (rows.size() > 2 && rows.size() <= LONGEST) {
                all.add(downRows(table, rows, columns));
            }
        }
        return all;
    }

    private static List<Integer> columns(Table table) {
        return table.columns().stream()
                .filter(column -> !column.isLabel() && Shares.ROLES.stream().anyMatch(column::mayHold))
                .map(Column::index)
                .toList();
    }

    /** Rows one below the other under the same outer labels, a total at their end among them. */
    private static List<List<Integer>> sections(Table table) {
        List<List<Integer>> sections = new ArrayList<>();
        List<String> before = null;
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels = table.rowLabels(row);
            List<String> outer = labels.subList(0, Math.max(0, labels.size() - 1));
            if (before == null || !(outer.equals(before) || (table.isTotalRow(row) && outer.isEmpty()))) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(row);
            before = outer;
        }
        return sections;
    }

    private static boolean isTotal(Table table, Cell cell) {
        Column column = table.columns().get(cell.column());
        return table.isTotalRow(cell.row())
                || column.total()
                || TotalNames.mayBeName(column.leaf())
                || TotalNames.mayBeName(table.rowLabel(cell.row()));
    }

    private static List<ShareLine> acrossColumns(Table table, List<Integer> columns) {
        List<ShareLine> lines = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            add(table, columns.stream().map(column -> new Cell(at, column)).toList(), lines);
        }
        return lines;
    }

    private static List<ShareLine> downRows(Table table, List<Integer> rows, List<Integer> columns) {
        List<ShareLine> lines = new ArrayList<>();
        for (int column : columns) {
            add(table, rows.stream().map(row -> new Cell(row, column)).toList(), lines);
        }
        return lines;
    }

    /** Adds a line unless a cell of it says something else. */
    private static void add(Table table, List<Cell> cells, List<ShareLine> lines) {
        List<Quantity> shown = new ArrayList<>();
        List<Cell> hidden = new ArrayList<>();
        boolean wholePrinted = false;
        for (Cell cell : cells) {
            Optional<Quantity> share = table.quantities(cell.row(), cell.column()).stream()
                    .filter(part -> Shares.ROLES.contains(part.role()))
                    .findFirst();
            CellValue value = table.cell(cell.row(), cell.column());
            if (share.isPresent() && isTotal(table, cell)) {
                if (share.get().value().compareTo(Shares.whole(share.get())) != 0) {
                    return;
                }
                wholePrinted = true;
            } else if (share.isPresent()) {
                shown.add(share.get());
            } else if (value instanceof CellValue.Suppressed || value instanceof CellValue.Blank) {
                hidden.add(cell);
            } else {
                return;
            }
        }
        if (shown.size() > 1) {
            lines.add(new ShareLine(List.copyOf(shown), List.copyOf(hidden), wholePrinted));
        }
    }
}
