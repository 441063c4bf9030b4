package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Table;

/**
 * The counts along a line as they are printed.
 *
 * @param line the line
 * @param members the count of every category, {@link #NONE} where none is printed
 * @param total the total, {@link #NONE} where none is printed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record LineCounts(Line line, long[] members, long total) {
    /** In the place of a count that is not printed: held back, left blank, or not understood. */
    public static final long NONE = -1;

    /** Reads a line of a table. */
    public static LineCounts of(Table table, Line line) {
        long[] members = line.acrossColumns() ? new long[line.size()] : table.counts(line.members(), line.fixed());
        for (int i = 0; i < members.length; i++) {
            if (line.acrossColumns()) {
                members[i] = at(table, line.row(i), line.column(i));
            } else if (members[i] < 0) {
                members[i] = ofSeveral(table, line.row(i), line.column(i));
            }
        }
        return new LineCounts(line, members, line.hasTotal() ? at(table, line.totalRow(), line.totalColumn()) : NONE);
    }

    /** The count printed in a cell, or {@link #NONE}. */
    public static long at(Table table, int row, int column) {
        long plain = table.count(row, column);
        return plain >= 0 ? plain : ofSeveral(table, row, column);
    }

    /** The count in a cell of several numbers. */
    private static long ofSeveral(Table table, int row, int column) {
        CellValue cell = table.cell(row, column);
        if (cell instanceof CellValue.Composite composite) {
            for (CellValue.Part part : composite.parts()) {
                if (part.role() == ColumnRole.COUNT) {
                    return part.value().longValue();
                }
            }
        }
        return NONE;
    }

    /** Whether every category's count is printed. */
    public boolean complete() {
        for (long count : members) {
            if (count == NONE) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the counts that are printed, the total left out. */
    public long sum() {
        long sum = 0;
        for (long count : members) {
            sum += Math.max(count, 0);
        }
        return sum;
    }

    /** Whether a total is printed. */
    public boolean hasTotal() {
        return total != NONE;
    }

    /** The place of the largest count among the members; -1 where none is printed. */
    public int largest() {
        int largest = -1;
        for (int i = 0; i < members.length; i++) {
            if (members[i] != NONE && (largest < 0 || members[i] > members[largest])) {
                largest = i;
            }
        }
        return largest;
    }
}
