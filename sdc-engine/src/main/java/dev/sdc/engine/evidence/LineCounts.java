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

    /** Smaller counts are often sums of others by chance. */
    public static final long NO_CHANCE = 20;

    /** A count that is held back is seldom larger. */
    private static final int MOST_HIDDEN = 9;

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
        return hidden() == 0;
    }

    /** The sum of the counts that are printed, the total left out. */
    public long sum() {
        long sum = 0;
        for (long count : members) {
            sum += Math.max(count, 0);
        }
        return sum;
    }

    /** How many categories' counts are not printed. */
    public int hidden() {
        int hidden = 0;
        for (long count : members) {
            hidden += count == NONE ? 1 : 0;
        }
        return hidden;
    }

    /** Whether a number of people leaves for what is not printed what held back counts are like. */
    public boolean leavesFew(long n) {
        return areFew(n - sum(), hidden());
    }

    /** Whether so many people may be those of some held back counts: at least one each, and no more than small counts. */
    static boolean areFew(long people, int hidden) {
        return hidden > 0 && people >= hidden && people <= (long) MOST_HIDDEN * hidden;
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
