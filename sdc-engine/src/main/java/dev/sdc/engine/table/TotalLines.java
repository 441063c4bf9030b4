package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the rows and columns that hold totals: by their names, and by arithmetic where the name is missing or vague. */
final class TotalLines {
    private static final int LONGEST = 40;
    /** What a mark holds back is seldom more. */
    private static final int LARGEST_HIDDEN = 20;

    private static final Pattern HUNDRED = Pattern.compile("[\\d.,'e+ ]+[(\\[]\\s*100([.,]0+)?\\s*%?\\s*[)\\]]");

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    TotalLines(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    /** Marks total columns. */
    void columns() {
        List<ColumnReading> counts = new ArrayList<>();
        boolean named = false;
        for (ColumnReading column : columns) {
            if (column.isCount()) {
                counts.add(column);
            }
        }
        for (ColumnReading column : columns) {
            boolean sums = !column.isLabel() && hasSibling(column);
            for (String text : column.header) {
                column.total |= sums && TotalNames.isName(text) && !everywhere(text);
            }
            named |= column.total;
        }
        if (named || counts.size() < 3) {
            vagueColumn(counts, named);
            return;
        }
        Sums sums = new Sums(grid, rows, columns);
        int span = Spans.among(counts.size(), i -> counts.get(i).leaf());
        for (int at : new int[] {counts.size() - 1, 0}) {
            ColumnReading candidate = counts.get(at);
            boolean vague = (TotalNames.mayBeName(candidate.leaf()) || at == span)
                    && isSumOfOthersWithHidden(candidate, counts);
            if (vague || isSumOfOthers(candidate, counts) || sums.isNearlyTotal(candidate, counts)) {
                candidate.total = true;
                return;
            }
        }
    }

    /** A header over every column names the table, not a total. */
    private boolean everywhere(String header) {
        for (ColumnReading column : columns) {
            if (!column.isLabel() && !column.header.contains(header)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another column holds numbers of the same role, so that there is something to sum. */
    private boolean hasSibling(ColumnReading column) {
        for (ColumnReading other : columns) {
            if (other != column && !other.isLabel() && other.role != null && other.role == column.role) {
                return true;
            }
        }
        return false;
    }

    private void vagueColumn(List<ColumnReading> counts, boolean named) {
        if (named) {
            return;
        }
        int span = Spans.among(counts.size(), i -> counts.get(i).leaf());
        for (ColumnReading candidate : counts) {
            boolean sums = isSumOfOthers(candidate, counts) || isSumOfOthersWithHidden(candidate, counts);
            boolean vague = TotalNames.mayBeName(candidate.leaf()) || counts.indexOf(candidate) == span;
            if (counts.size() > 1 && vague && sums) {
                candidate.total = true;
                return;
            }
        }
    }

    private boolean isSumOfOthers(ColumnReading candidate, List<ColumnReading> counts) {
        int tested = 0;
        for (int row : rows) {
            long sum = 0;
            for (ColumnReading column : counts) {
                long n = whole(row, column.gridColumn);
                if (n < 0) {
                    return false;
                }
                sum += column == candidate ? -n : n;
            }
            if (sum != 0) {
                return false;
            }
            tested += whole(row, candidate.gridColumn) > 0 ? 1 : 0;
        }
        return tested > 1 || (tested == 1 && counts.size() > 3);
    }

    /** Whether a column is the sum of the others but for what marks hold back. */
    private boolean isSumOfOthersWithHidden(ColumnReading candidate, List<ColumnReading> counts) {
        int tested = 0;
        for (int row : rows) {
            long sum = 0;
            int marks = 0;
            for (ColumnReading column : counts) {
                long n = whole(row, column.gridColumn);
                if (column == candidate) {
                    sum -= n;
                } else if (n >= 0) {
                    sum += n;
                } else {
                    marks++;
                }
            }
            boolean total = whole(row, candidate.gridColumn) > 0;
            if (!total || sum > 0 || -sum > (long) marks * LARGEST_HIDDEN) {
                return false;
            }
            tested++;
        }
        return tested > 0;
    }

    /** What a label says of a total. */
    private enum Naming {
        NAME,
        /** A name for a total if the arithmetic bears it out. */
        VAGUE,
        /** The same of kinds of which a person may have several: {@code Any complication}. */
        ANY
    }

    private static @Nullable Naming naming(String label) {
        if (TotalNames.isName(label) || !TotalNames.mayBeName(label)) {
            return TotalNames.isName(label) ? Naming.NAME : null;
        }
        return TotalNames.isAny(label) ? Naming.ANY : Naming.VAGUE;
    }

    /**
     * The total rows.
     *
     * @param statistics rows whose label names a statistic; they are left out of sums
     */
    BitSet rows(RowLabels labels, BitSet statistics) {
        LabelTexts<Naming> names = new LabelTexts<>(grid, TotalLines::naming);
        BitSet totals = new BitSet();
        BitSet vague = new BitSet();
        BitSet any = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < labels.columns().length; c++) {
                int at = labels.source()[c][i];
                Naming naming = at < 0 ? null : names.of(at, labels.columns()[c]);
                if (naming == Naming.NAME) {
                    totals.set(i);
                } else if (naming != null) {
                    vague.set(i);
                    any.set(i, naming == Naming.ANY);
                }
            }
        }
        if (totals.isEmpty()) {
            nameVaguely(labels, vague);
        }
        if (totals.isEmpty() && rows.length > 2 && isWhole(rows[0])) {
            totals.set(0);
            return totals;
        }
        List<ColumnReading> counts = new ArrayList<>();
        for (ColumnReading column : columns) {
            if (column.isCount() && !column.cumulative) {
                counts.add(column);
            }
        }
        if (counts.isEmpty() || !totals.isEmpty() || rows.length < 3) {
            return totals;
        }
        int[] candidates = {rows.length - 1, 0};
        for (int candidate : candidates) {
            if (!statistics.get(candidate)
                    && isSumWithHidden(candidate, counts, statistics, vague.get(candidate), any.get(candidate))) {
                totals.set(candidate);
                return totals;
            }
            boolean enough = vague.get(candidate) || counts.size() > 1 || rows.length > 3;
            if (enough && !statistics.get(candidate) && isSumOfOtherRows(candidate, counts, statistics)) {
                totals.set(candidate);
                return totals;
            }
        }
        return totals;
    }

    /** What only its place makes a name for a total: {@code N} below all others, {@code Stage I-IV} below its stages. */
    private void nameVaguely(RowLabels labels, BitSet vague) {
        int last = rows.length - 1;
        int span = Spans.among(rows.length, row -> innermost(labels, row));
        if (span >= 0) {
            vague.set(span);
        }
        if (last > 1 && Words.normal(innermost(labels, last)).equals("n")) {
            vague.set(last);
        }
    }

    private String innermost(RowLabels labels, int row) {
        int level = labels.innermost(row);
        return level < 0 ? "" : grid.text(labels.source()[level][row], labels.columns()[level]);
    }

    /**
     * Whether a row is the sum of the others but for what marks hold back: in every column the shown rows come to no more,
     * and to little less. Without a name for a total, two shown rows or more must come near it; with one, a category may
     * be missing altogether.
     */
    private boolean isSumWithHidden(
            int candidate, List<ColumnReading> counts, BitSet statistics, boolean named, boolean ofSeveral) {
        boolean hidden = false;
        for (ColumnReading column : counts) {
            long total = whole(rows[candidate], column.gridColumn);
            long sum = 0;
            int marks = 0;
            int shown = 0;
            for (int i = 0; i < rows.length; i++) {
                if (i == candidate || statistics.get(i)) {
                    continue;
                }
                long n = whole(rows[i], column.gridColumn);
                if (n >= 0) {
                    sum += n;
                    shown++;
                } else if (grid.kind(rows[i], column.gridColumn) == Grid.Kind.TEXT) {
                    marks++;
                } else {
                    return false;
                }
            }
            long rest = total - sum;
            long most = (long) (named && !ofSeveral && shown >= 2 ? Math.max(marks, 1) : marks) * LARGEST_HIDDEN;
            boolean near = named || (shown >= 2 && most * 4 <= sum);
            if (total <= 0 || rest < 0 || rest > most || !near) {
                return false;
            }
            hidden |= marks > 0 || rest > 0;
        }
        return hidden;
    }

    /** Whether every cell of a row is a count and 100 per cent, as on top of a table of characteristics. */
    private boolean isWhole(int row) {
        int seen = 0;
        for (ColumnReading column : columns) {
            if (!column.isLabel()) {
                String text = grid.text(row, column.gridColumn).strip();
                if (!HUNDRED.matcher(text.length() > LONGEST ? "" : text).matches()) {
                    return false;
                }
                seen++;
            }
        }
        return seen > 0;
    }

    private boolean isSumOfOtherRows(int candidate, List<ColumnReading> counts, BitSet statistics) {
        long any = 0;
        for (ColumnReading column : counts) {
            long sum = 0;
            for (int i = 0; i < rows.length; i++) {
                if (statistics.get(i)) {
                    continue;
                }
                long n = whole(rows[i], column.gridColumn);
                if (n < 0) {
                    return false;
                }
                sum += i == candidate ? -n : n;
                any = Math.max(any, i == candidate ? n : 0);
            }
            if (sum != 0) {
                return false;
            }
        }
        return any > 0;
    }

    /** The whole number of a cell, or -1 where it holds none. */
    private long whole(int row, int column) {
        if (grid.kind(row, column) != Grid.Kind.NUMBER || grid.unscaled(row, column) < 0) {
            return -1;
        }
        long n = grid.unscaled(row, column);
        for (int scale = grid.scale(row, column); scale > 0; scale--) {
            if (n % 10 != 0) {
                return -1;
            }
            n /= 10;
        }
        return n;
    }
}
