package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows that print a label and no number, and are categories all the same: they stand among the others under one total, and
 * the total leaves a little for them. A line that opens a section has rows below it that are not summed with those above.
 */
final class UnprintedRows {
    /** What is held back is seldom more. */
    private static final int LARGEST_HIDDEN = 20;

    private static final int MOST_STATED = 20;

    private final Grid grid;
    private final Header header;
    private final Block block;
    private final BitSet found = new BitSet();

    private UnprintedRows(Grid grid, Header header, Block block) {
        this.grid = grid;
        this.header = header;
        this.block = block;
    }

    /**
     * Their places among the rows of a block.
     *
     * @param stated totals that the lines around the table state
     */
    static BitSet of(Grid grid, Header header, Block block, List<Mention> stated) {
        UnprintedRows rows = new UnprintedRows(grid, header, block);
        if (Arrays.stream(block.rows()).noneMatch(header::isSection)) {
            return rows.found;
        }
        int first = header.depth();
        int end = block.rows().length;
        int from = first;
        for (int i = first; i < end; i++) {
            if (rows.isTotal(i)) {
                rows.underTotal(from, i, i);
                from = i + 1;
            }
        }
        if (from == first) {
            for (Mention mention : stated.subList(0, Math.min(stated.size(), MOST_STATED))) {
                rows.under(from, end, mention.n());
            }
        } else if (from == first + 1) {
            rows.underTotal(from, end, first);
        }
        return rows.found;
    }

    private boolean isTotal(int i) {
        int row = block.rows()[i];
        return !header.isSection(row) && TotalNames.isName(grid.text(row, block.firstColumn()));
    }

    private void underTotal(int from, int to, int totalRow) {
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            addUp(from, to, c, c, whole(block.rows()[totalRow], c));
        }
    }

    private void under(int from, int to, long total) {
        addUp(from, to, block.firstColumn() + 1, block.lastColumn(), total);
    }

    /** Keeps the rows without a number if they, and marks, can be what columns leave of a total. */
    private void addUp(int from, int to, int firstColumn, int lastColumn, long total) {
        for (int c = firstColumn; c <= lastColumn && total > 0; c++) {
            BitSet unprinted = new BitSet();
            long sum = 0;
            int shown = 0;
            int hidden = 0;
            for (int i = from; i < to && hidden >= 0; i++) {
                int row = block.rows()[i];
                long n = whole(row, c);
                if (n >= 0) {
                    sum += n;
                    shown++;
                } else if (grid.kind(row, c) == Grid.Kind.NUMBER) {
                    hidden = -1; // no column of counts
                } else {
                    hidden++;
                    unprinted.set(i, i > from && header.isSection(row));
                }
            }
            long rest = total - sum;
            if (hidden > 0 && shown > 1 && rest > 0 && rest <= (long) hidden * LARGEST_HIDDEN) {
                found.or(unprinted);
            }
        }
    }

    /** The whole number of a cell, or -1 where it holds none. */
    private long whole(int row, int column) {
        boolean whole = grid.kind(row, column) == Grid.Kind.NUMBER
                && grid.scale(row, column) == 0
                && grid.unscaled(row, column) >= 0;
        return whole ? grid.unscaled(row, column) : -1;
    }
}
