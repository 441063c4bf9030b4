package dev.sdc.rules.cls;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A group and how its members spread over the categories of a dimension: a line of counts, its structural zeros left out.
 *
 * @param counts the counts as printed
 * @param categories the places in the line that can hold someone
 * @param size the number of members: the total as printed, else the sum where every count is printed and no zero may stand
 *     for more; 0 where unknown
 * @param largest the place in the line of the largest category
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GroupLine(LineCounts counts, int[] categories, long size, int largest) {
    private static final Pattern SHOWN = Pattern.compile(
            "\\b(?:shown|displayed|printed|published|disclosed|gezeigte[nrs]?|ausgewiesene[nrs]?)\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * Visits every group of a table whose size is known; those of a total row or column only if asked for. Returns how many
     * there are: a long table has too many to keep.
     *
     * @param restsOn is told the declared zeros that are left out, or stand for more than nobody
     */
    static long forEach(
            Table table, Facts facts, boolean ofTotals, Consumer<String> restsOn, Consumer<GroupLine> visitor) {
        if (isSurvival(table) || CaseSummary.is(table)) {
            return 0;
        }
        long[] groups = new long[1];
        boolean anew = totalsAddedUpAnew(table, facts);
        facts.forEachLine(table, line -> {
            boolean total = line.acrossColumns()
                    ? table.isTotalRow(line.fixed())
                    : table.columns().get(line.fixed()).total();
            if (total == ofTotals && !countsTimes(table, line)) {
                GroupLine group = of(table, facts, line, restsOn);
                if (anew && !group.counts().complete()) {
                    return; // the total says nothing of what is held back
                }
                if (group.categories().length > 1 && group.size() > 0 && group.largest() >= 0) {
                    groups[0]++;
                    visitor.accept(group);
                }
            }
        });
        return groups[0];
    }

    /** Whether a table follows people through time, where zeros and ends are the affair of the survival rules. */
    static boolean isSurvival(Table table) {
        return table.type() == OutputType.SURVIVAL_TABLE
                || table.type() == OutputType.LIFE_TABLE
                || table.holds(ColumnRole.AT_RISK)
                || table.holds(ColumnRole.SURVIVAL);
    }

    private static String totalName(Table table, Line line) {
        return line.acrossColumns() ? table.columns().get(line.totalColumn()).name() : table.rowLabel(line.totalRow());
    }

    /** Whether totals are called those of what is shown, and are so wherever something is held back: none is of all. */
    private static boolean totalsAddedUpAnew(Table table, Facts facts) {
        boolean[] some = new boolean[1];
        boolean[] more = new boolean[1];
        facts.forEachLine(table, line -> {
            LineCounts counts = line.hasTotal() ? LineCounts.of(table, line) : null;
            if (counts != null && counts.hasTotal() && !counts.complete()) {
                some[0] |= SHOWN.matcher(totalName(table, line)).find();
                more[0] |= counts.total() != counts.sum();
            }
        });
        return some[0] && !more[0];
    }

    private static boolean countsTimes(Table table, Line line) {
        return !line.acrossColumns() && table.columns().get(line.fixed()).cumulative();
    }

    static GroupLine of(Table table, Facts facts, Line line, Consumer<String> restsOn) {
        LineCounts counts = LineCounts.of(table, line);
        int[] categories = new int[line.size()];
        int some = 0;
        for (int i = 0; i < line.size(); i++) {
            if (counts.members()[i] <= 0 && facts.structuralZero(table, line.row(i), line.column(i))) {
                restsOn.accept("structural_zeros: " + table.rowLabel(line.row(i)) + " / "
                        + table.columns().get(line.column(i)).name());
            } else {
                categories[some++] = i;
            }
        }
        int largest = counts.largest();
        return new GroupLine(
                counts,
                some == categories.length ? categories : Arrays.copyOf(categories, some),
                largest < 0 ? 0 : size(table, line, counts, largest, restsOn),
                largest);
    }

    private static long size(Table table, Line line, LineCounts counts, int largest, Consumer<String> restsOn) {
        long sum = counts.sum();
        if (counts.hasTotal()) {
            return counts.total() >= sum ? counts.total() : 0;
        }
        if (!counts.complete()) {
            return 0;
        }
        if (table.declaration().zeroIsAMark() && Arrays.stream(counts.members()).anyMatch(count -> count == 0)) {
            restsOn.accept("markers: 0");
            return 0;
        }
        // rows without a total may be answers of which everybody can give several: a larger base is printed then
        Column column = table.columns().get(line.column(largest));
        Long base = line.acrossColumns() ? null : column.headerN();
        boolean ofMore = (base != null && base > sum) || isPartOf(table, line.row(largest), column.index());
        return ofMore ? 0 : sum;
    }

    /** Whether the cell itself says that it is less than all: {@code 40 (30%)}. */
    private static boolean isPartOf(Table table, int row, int column) {
        if (table.cell(row, column) instanceof CellValue.Composite composite) {
            for (CellValue.Part part : composite.parts()) {
                if (part.role() == ColumnRole.PERCENTAGE && part.value().compareTo(BigDecimal.valueOf(100)) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The members in the largest category. */
    long most() {
        return counts.members()[largest];
    }

    /** Whether the largest category holds at least this share of the group. */
    boolean holds(BigDecimal share) {
        return BigDecimal.valueOf(most()).compareTo(share.multiply(BigDecimal.valueOf(size))) >= 0;
    }

    int row() {
        return counts.line().row(largest);
    }

    int column() {
        return counts.line().column(largest);
    }

    /** What the group is called. */
    String name(Table table) {
        Line line = counts.line();
        String label = line.acrossColumns()
                ? table.rowLabel(line.fixed())
                : table.columns().get(line.fixed()).name();
        String kind = line.acrossColumns() ? "row" : "column";
        return label.isEmpty() ? "this " + kind : "the " + kind + " \"" + label + "\"";
    }

    /** The other categories and the total, as {@code file!cell}, but for more than a handful. */
    List<String> others(Table table) {
        List<String> cells = new ArrayList<>();
        Line line = counts.line();
        if (line.hasTotal()) {
            cells.add(table.file() + "!" + table.address(line.totalRow(), line.totalColumn()));
        }
        for (int i : categories) {
            if (i != largest && cells.size() < 12) {
                cells.add(table.file() + "!" + table.address(line.row(i), line.column(i)));
            }
        }
        return cells;
    }
}
