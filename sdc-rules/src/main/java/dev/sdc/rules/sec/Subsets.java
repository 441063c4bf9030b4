package dev.sdc.rules.sec;

import dev.sdc.engine.audit.NestedNames;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.NamedParts;
import dev.sdc.engine.evidence.PartOfTotal;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Columns and rows that say that they count some of those in another ({@code of whom staged}, {@code Consented patients}
 * beside {@code Patients}, {@code After exclusions}): who is left.
 */
final class Subsets {
    /** More columns or rows than this are not compared in pairs. */
    private static final int MOST = 24;

    private static final int MOST_LIMITS = 1_000;

    private final Table table;
    private final List<Remainder> found = new ArrayList<>();

    private Subsets(Table table) {
        this.table = table;
    }

    static List<Remainder> of(Table table) {
        Subsets subsets = new Subsets(table);
        subsets.columns();
        subsets.rows();
        subsets.namedColumns();
        subsets.partOfTotal();
        subsets.namedRows();
        subsets.limits();
        return subsets.found.stream().distinct().toList(); // names may tell what the layout does
    }

    private void columns() {
        Column whole = null;
        for (Column column : table.columns()) {
            if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                if (!NamedParts.isPart(column.leaf())) {
                    whole = column;
                } else if (whole != null) {
                    List<Remainder> left = new ArrayList<>();
                    for (int row = 0; row < table.rowCount(); row++) {
                        left.add(left(row, whole.index(), row, column.index(), column.leaf()));
                    }
                    keep(left);
                }
            }
        }
    }

    private void rows() {
        BitSet subsets = table.rowsLabelled(NamedParts::isPart);
        subsets.stream().filter(row -> !NamedParts.isPart(innermost(row))).forEach(subsets::clear);
        for (int row = subsets.nextSetBit(0); row >= 0; row = subsets.nextSetBit(row + 1)) {
            int whole = subsets.previousClearBit(row);
            String name = innermost(row);
            if (whole >= 0) {
                List<Remainder> left = new ArrayList<>();
                for (Column column : table.columns()) {
                    if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                        left.add(left(whole, column.index(), row, column.index(), name));
                    }
                }
                keep(left);
            }
        }
    }

    /** Columns whose headers tell that one counts some of those that another counts. */
    private void namedColumns() {
        List<Column> counts = table.columns().stream()
                .filter(column -> !column.isLabel() && column.mayHold(ColumnRole.COUNT))
                .limit(MOST)
                .toList();
        for (Column part : counts) {
            for (Column whole : counts) {
                if (NestedNames.areColumns(whole.leaf(), part.leaf()) && sameParents(whole, part)) {
                    List<Remainder> left = new ArrayList<>();
                    for (int row = 0; row < table.rowCount(); row++) {
                        left.add(left(row, whole.index(), row, part.index(), part.leaf()));
                    }
                    keep(left);
                }
            }
        }
    }

    /** The only category that is printed beside the totals. */
    private void partOfTotal() {
        PartOfTotal.of(table).ifPresent(pair -> {
            List<Remainder> left = new ArrayList<>();
            for (int row = 0; row < table.rowCount(); row++) {
                left.add(left(
                        row,
                        pair.total().index(),
                        row,
                        pair.part().index(),
                        pair.part().leaf()));
            }
            keep(left);
        });
    }

    private static boolean sameParents(Column whole, Column part) {
        return whole.header().size() == part.header().size()
                && whole.header()
                        .subList(0, Math.max(0, whole.header().size() - 1))
                        .equals(part.header()
                                .subList(0, Math.max(0, part.header().size() - 1)));
    }

    /** Rows whose labels tell that one counts some of those that another counts. */
    private void namedRows() {
        int rows = Math.min(table.rowCount(), MOST);
        for (int part = 0; part < rows; part++) {
            for (int whole = 0; whole < rows; whole++) {
                boolean nested = whole != part
                        && (NestedNames.areRows(innermost(whole), innermost(part))
                                || (rows == 2
                                        && TotalNames.mayBeName(innermost(whole))
                                        && !TotalNames.mayBeName(innermost(part))
                                        && !NestedNames.isUnit(innermost(part))));
                if (nested && outer(whole).equals(outer(part))) {
                    keepRow(whole, part);
                }
            }
        }
    }

    /** Rows under a header such as {@code Survived at least}: each limit takes some off those of the one before. */
    private void limits() {
        for (Column column : table.columns()) {
            if (column.isLabel() && NestedNames.isLimit(column.leaf())) {
                for (int row = 1; row < Math.min(table.rowCount(), MOST_LIMITS); row++) {
                    if (outer(row).equals(outer(row - 1)) && beginsWithNumber(row) && beginsWithNumber(row - 1)) {
                        boolean within = NestedNames.isUpperLimit(column.leaf());
                        keepRow(within ? row : row - 1, within ? row - 1 : row);
                    }
                }
            }
        }
    }

    private boolean beginsWithNumber(int row) {
        String label = innermost(row);
        return !label.isEmpty() && Character.isDigit(label.charAt(0));
    }

    private void keepRow(int whole, int part) {
        List<Remainder> left = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.isLabel() && column.mayHold(ColumnRole.COUNT)) {
                left.add(left(whole, column.index(), part, column.index(), innermost(part)));
            }
        }
        keep(left);
    }

    /** The labels of a row but the innermost. */
    private List<String> outer(int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? labels : labels.subList(0, labels.size() - 1);
    }

    private String innermost(int row) {
        List<String> labels = table.rowLabels(row);
        return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    private Remainder left(int wholeRow, int wholeColumn, int row, int column, String name) {
        long whole = LineCounts.at(table, wholeRow, wholeColumn);
        long told = LineCounts.at(table, row, column);
        boolean printed = whole != LineCounts.NONE && told != LineCounts.NONE;
        return new Remainder(
                table.address(row, column),
                table.rowLabel(row),
                table.columns().get(column).name(),
                printed ? whole : 0,
                printed ? told : 0,
                "who are not \"" + name + "\"",
                Remainder.less(
                        table.file() + "!" + table.address(wholeRow, wholeColumn),
                        List.of(table.file() + "!" + table.address(row, column))));
    }

    /** A part that is larger than its whole somewhere is none. */
    private void keep(List<Remainder> left) {
        if (left.stream().noneMatch(remainder -> remainder.told() > remainder.whole())) {
            found.addAll(left);
        }
    }
}
