package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Columns that name rows: words, and numbers that are ages, years, identifiers or numbers of things. */
final class RowNames {
    /** Roles that a word in a header gives to counts as well. */
    private static final Set<ColumnRole> NAMES =
            EnumSet.of(ColumnRole.LABEL, ColumnRole.TIME, ColumnRole.MINIMUM, ColumnRole.MAXIMUM);

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;

    RowNames(Grid grid, int[] rows, List<ColumnReading> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    /** A column of words names its rows; a number among words below a header that counts is a count all the same. */
    void byWords(ColumnReading column) {
        ColumnContent content = column.content;
        boolean first = column == columns.get(0) && columns.size() > 1;
        if (first && content.withSign > 0 && content.withSign == content.figures && otherFigures(column)) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT); // 25%, 50%, 75%: levels
            return;
        }
        if (first && (isNumberOfThings(column) || isTimeOfFigures(column))) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            return;
        }
        if (!first && content.words == 0 && twoFigures(column)) {
            return; // 61-74 may look like a band
        }
        boolean names = content.figures == 0
                ? content.words > 0 || content.differentMarks() >= 3 || (first && content.marks > 0)
                : (content.words > content.figures + content.marks && (first || !column.isHeadedAsCount()))
                        || (first && content.words + content.marks > 0 && !column.isHeadedAsCount());
        if (names || content.blanks == content.rows) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
        }
    }

    private boolean otherFigures(ColumnReading column) {
        return columns.stream().anyMatch(other -> other != column && other.content.figures > 0);
    }

    private static boolean twoFigures(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        return meaning != null
                && (meaning.composite() == CompositeForm.RANGE
                        || (meaning.role() == ColumnRole.PERCENTILE && meaning.level() == null));
    }

    /** {@code Number of nodes: 0, 1, 2, 3+}, {@code Score: 0, 1, 2} beside a column of counts: how many each of the counted has. */
    private boolean isNumberOfThings(ColumnReading column) {
        HeaderWords.Meaning meaning = HeaderWords.of(column.leaf());
        boolean measure = meaning != null && meaning.role() == ColumnRole.MAGNITUDE;
        return (measure || (column.isHeadedAsCount() && !HeaderWords.namesUnits(column.leaf())))
                && column.content.whole > 1
                && column.content.numbersThings
                && (columns.stream().anyMatch(other -> other != column && other.isHeadedAsCount())
                        || columns.stream()
                                .allMatch(other -> other == column
                                        || (other.content.countLike() && HeaderWords.of(other.leaf()) == null)));
    }

    /** {@code Months since surgery: 3, 6, 12} in the first column: when the counts beside it were taken. */
    private boolean isTimeOfFigures(ColumnReading column) {
        String words = Words.normal(column.leaf());
        boolean time =
                Words.contains(words, "since") || Words.contains(words, "follow up") || Words.contains(words, "seit");
        return time
                && column.content.rising
                && column.content.rows > 1
                && columns.stream().anyMatch(other -> other != column && other.isHeadedAsCount());
    }

    /** A column of whole numbers that name rows: ages, years, class numbers in the first column. */
    void byNumbers(int i) {
        ColumnReading column = columns.get(i);
        ColumnContent content = column.content;
        boolean wholeOnly = content.figures > 0 && content.whole == content.figures && content.negative == 0;
        if (!wholeOnly || columns.size() < 2) {
            return;
        }
        if (content.digits >= 9 && content.rows > 1 && otherThings(i)) {
            // numbers of one length, nine digits or more: identifiers
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            return;
        }
        boolean namesByPlace = i == 0 && content.rising && content.rows > 1 && !isOneOfMany(column);
        boolean namesByYears = content.years && content.rows >= 3 && otherNumbers(i);
        boolean groups = i == 0
                && content.blanks > 0
                && content.figures + content.blanks == content.rows
                && content.numbersThings
                && HeaderWords.of(column.leaf()) == null
                && columns.stream().anyMatch(other -> other != column && other.isHeadedAsCount());
        boolean lone =
                i == 0 && content.rows == 1 && content.years && column.leaf().isEmpty();
        if (namesByPlace || namesByYears || groups || lone) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
        }
    }

    /** {@code Alive, Dead, Lost}: no header says more than another, and numbers that rise in no steps may count by chance. */
    private boolean isOneOfMany(ColumnReading column) {
        return !column.content.inSteps
                && !column.content.years
                && columns.stream()
                        .allMatch(other -> other.source == RoleSource.UNKNOWN
                                && other.content.countLike()
                                && other.leaf().isEmpty() == column.leaf().isEmpty());
    }

    private boolean otherThings(int i) {
        boolean counts = false;
        for (int c = 0; c < columns.size(); c++) {
            counts |= c != i && columns.get(c).isCount();
        }
        return !counts;
    }

    private boolean otherNumbers(int i) {
        for (int c = 0; c < columns.size(); c++) {
            if (c != i
                    && columns.get(c).content.figures > 0
                    && !columns.get(c).isLabel()
                    && !columns.get(c).content.years) {
                return true;
            }
        }
        return false;
    }

    /** A header such as {@code Day} names rows, and {@code First visit} the end of a range, unless its numbers add up with the counts beside it. */
    void namesThatAddUp(Set<ColumnReading> extents) {
        Sums sums = new Sums(grid, rows, columns);
        List<ColumnReading> counts =
                columns.stream().filter(ColumnReading::isCount).toList();
        int tried = 0;
        for (ColumnReading column : columns) {
            boolean name = column.role != null
                    && !extents.contains(column)
                    && (NAMES.contains(column.role)
                            || (column.role == ColumnRole.MAGNITUDE && standsAmongCounts(column)));
            if (name
                    && column.content.countLike()
                    && (!column.content.rising || column != columns.get(0))
                    && tried++ < Sums.MOST
                    && (sums.across(column) || sums.isNearlyTotal(column, counts))) {
                column.be(ColumnRole.COUNT, RoleSource.CONTENT);
            }
        }
    }

    /** Whether all other whole numbers count: {@code Screening, Two-week wait, Emergency, Total}. */
    private boolean standsAmongCounts(ColumnReading column) {
        return columns.stream()
                .filter(other -> other != column && !other.isLabel() && other.content.figures > 0)
                .allMatch(ColumnReading::isCount);
    }
}
