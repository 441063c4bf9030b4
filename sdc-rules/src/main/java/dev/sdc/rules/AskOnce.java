package dev.sdc.rules;

import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the cells that lack the same evidence, so that a rule asks once for a column rather than once for a cell. One for
 * each run of a rule.
 */
public final class AskOnce {
    /** Asks for the evidence of one column. */
    @FunctionalInterface
    public interface Question {
        /**
         * Asks.
         *
         * @param address the column's data cells, or the cell where only one lacks it
         * @param column the column's header, or null when it has none
         * @param example the label of the first row that lacks it, for the key to fill in
         */
        void ask(String address, @Nullable String column, String example);
    }

    private final Table table;
    private final Map<Integer, Lacking> lacking = new TreeMap<>();

    /** The first cell of a column that lacks the evidence, and whether it is the only one. */
    private record Lacking(int row, boolean only) {}

    /** For the cells of a table. */
    public AskOnce(Table table) {
        this.table = table;
    }

    /** Notes a cell that lacks the evidence. */
    public void at(Quantity figure) {
        lacking.merge(
                figure.column(), new Lacking(figure.row(), true), (first, other) -> new Lacking(first.row, false));
    }

    /** Asks for every column that has such cells, from left to right. */
    public void inEveryColumn(Question question) {
        lacking.forEach((column, cells) -> {
            String header = table.columns().get(column).name();
            String label = table.rowLabel(cells.row);
            question.ask(
                    cells.only ? table.address(cells.row, column) : table.columnAddress(column),
                    header.isEmpty() ? null : header,
                    label.isEmpty() ? header : label);
        });
    }
}
