package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Columns of shares: those that add up, survival in percent, and percentages that are no shares. */
final class ShareColumns {
    private static final Pattern TIMES = Pattern.compile(
            "\\b(?:time|days?|weeks?|months?|years?|interval|zeit|tage?|wochen?|monate?|jahre?)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PERCENT =
            Pattern.compile("%|\\b(?:percent|per cent|pct|prozent)\\b", Pattern.CASE_INSENSITIVE);

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;
    private final Declaration declaration;
    private final PartsOfWhole parts;

    ShareColumns(Grid grid, int[] rows, List<ColumnReading> columns, Declaration declaration, PartsOfWhole parts) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
        this.declaration = declaration;
        this.parts = parts;
    }

    /** {@code Percent, Cum.}: the shares summed up. */
    void cumulative() {
        for (int i = 1; i < columns.size(); i++) {
            ColumnReading column = columns.get(i);
            if (column.source == RoleSource.UNKNOWN
                    && columns.get(i - 1).role == ColumnRole.PERCENTAGE
                    && isPrintedWithDecimals(column)
                    && Words.normal(column.leaf()).equals("cum")) {
                column.be(ColumnRole.PERCENTAGE, RoleSource.HEADER);
                column.cumulative = true;
            }
        }
    }

    /** Whether some figure has decimals, zeros too: no count is printed as {@code 25.00}. */
    private boolean isPrintedWithDecimals(ColumnReading column) {
        for (int row : rows) {
            if (grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER && grid.scale(row, column.gridColumn) > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code Survival (%)} that goes one way down the times of a curve; elsewhere it is a percentage of each group. */
    void survivalInPercent() {
        boolean times = columns.stream()
                .anyMatch(column -> column.role == ColumnRole.AT_RISK || column.role == ColumnRole.TIME);
        ColumnReading first = columns.isEmpty() ? null : columns.get(0);
        if (first != null && TIMES.matcher(Words.normal(first.leaf())).find()) {
            times |= first.content.rising && !first.content.years;
        }
        for (ColumnReading column : columns) {
            if (times && column.role == ColumnRole.PERCENTAGE && column.source == RoleSource.HEADER) {
                HeaderWords.Meaning meaning =
                        HeaderWords.firm(PERCENT.matcher(column.leaf()).replaceAll(" "));
                if (meaning != null && meaning.role() == ColumnRole.SURVIVAL && goesOneWay(column)) {
                    column.be(ColumnRole.SURVIVAL, RoleSource.HEADER);
                }
            }
        }
    }

    private boolean goesOneWay(ColumnReading column) {
        boolean rises = true;
        boolean falls = true;
        BigDecimal before = null;
        for (int row : rows) {
            BigDecimal now = grid.number(row, column.gridColumn);
            if (now != null && before != null) {
                rises &= now.compareTo(before) >= 0;
                falls &= now.compareTo(before) <= 0;
            }
            before = now == null ? before : now;
        }
        return rises || falls;
    }

    /** {@code P(smoker)} of a class or a leaf is the share of its members that smoke, and no p-value. */
    void conditional() {
        boolean groups = declaration.outputType() == OutputType.CLUSTER_ANALYSIS
                || declaration.outputType() == OutputType.DECISION_TREE;
        for (ColumnReading column : columns) {
            String header = column.leaf().strip().toLowerCase(Locale.ROOT);
            boolean ofSomething = header.endsWith(")") && (header.startsWith("p(") || header.startsWith("pr("));
            if (groups && ofSomething && column.role == ColumnRole.P_VALUE && column.content.withinOne) {
                column.be(ColumnRole.PROPORTION, RoleSource.HEADER);
            }
        }
    }

    /** Decimals that add up to 100 (or 1) along rows or down columns are shares. */
    void addingUp() {
        List<ColumnReading> open = new ArrayList<>();
        for (ColumnReading column : columns) {
            if (column.source == RoleSource.UNKNOWN
                    && column.content.figures > 0
                    && column.content.decimals > 0
                    && column.content.negative == 0
                    && column.content.several == 0) {
                open.add(column);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        for (int whole : new int[] {100, 1}) {
            if (open.size() > 1 && parts.inRows(open, whole)) {
                for (ColumnReading column : open) {
                    column.be(whole == 100 ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION, RoleSource.CONTENT);
                }
                return;
            }
        }
        for (ColumnReading column : open) {
            if (column.content.withSign > 0) {
                column.be(ColumnRole.PERCENTAGE, RoleSource.CONTENT);
                continue;
            }
            for (int whole : new int[] {100, 1}) {
                if (rows.length > 2 && parts.inColumn(column, whole)) {
                    column.be(whole == 100 ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION, RoleSource.CONTENT);
                }
            }
        }
    }

    /** What a workbook shows as {@code 6%} it holds as 0.06, whatever the header says. */
    void shownInPercent() {
        int[] shown = new int[grid.columns()];
        for (Grid.Shown cell : grid.layout().shown()) {
            if (cell.displayed().endsWith("%") && Arrays.binarySearch(rows, cell.row()) >= 0) {
                shown[cell.column()]++;
            }
        }
        for (ColumnReading column : columns) {
            boolean open = column.source == RoleSource.UNKNOWN
                    || column.role == ColumnRole.PERCENTAGE
                    || column.form == CompositeForm.COUNT_PERCENT;
            if (open && shown[column.gridColumn] > 0 && 2 * shown[column.gridColumn] >= column.content.figures) {
                column.be(ColumnRole.PROPORTION, RoleSource.CONTENT);
                column.form = CompositeForm.ANY;
            }
        }
    }

    /**
     * Percentages between 0 and 1 that no whole number of those beside them can have, but shares of 1 can: {@code 0.058}
     * beside 120. Where no number stands beside them, the header says whether they are per cent.
     */
    void sharesOfOne() {
        List<ColumnReading> counts =
                columns.stream().filter(ColumnReading::isCount).toList();
        for (ColumnReading column : columns) {
            boolean within = column.role == ColumnRole.PERCENTAGE
                    && column.content.withinOne
                    && column.content.withSign == 0
                    && isPrintedWithDecimals(column);
            boolean plain = within
                    && column.source == RoleSource.CONTENT
                    && !PERCENT.matcher(column.leaf()).find();
            boolean percent = within && counts.stream().anyMatch(count -> isShareOf(column, count, 2));
            boolean proportion = within && counts.stream().anyMatch(count -> isShareOf(column, count, 0));
            if (!percent && (proportion || (plain && counts.isEmpty()))) {
                column.be(ColumnRole.PROPORTION, RoleSource.CONTENT);
            }
        }
    }

    /** {@code Mean dose intensity (%)}: no share of those counted beside it, as some are a share of none of their counts. */
    void meansInPercent() {
        List<ColumnReading> counts =
                columns.stream().filter(ColumnReading::isCount).toList();
        for (ColumnReading column : columns) {
            String words = Words.normal(column.leaf());
            boolean mean = column.role == ColumnRole.PERCENTAGE
                    && column.source == RoleSource.HEADER
                    && (Words.startsWith(words, "mean") || Words.startsWith(words, "average"));
            if (mean && !counts.isEmpty() && counts.stream().noneMatch(count -> isShareOf(column, count, 2))) {
                column.be(ColumnRole.MEAN, RoleSource.HEADER);
            }
        }
    }

    /** Whether every share of a column, per hundred or per one, is that of some whole number of the count in its row. */
    private boolean isShareOf(ColumnReading column, ColumnReading count, int places) {
        for (int row : rows) {
            BigDecimal share = grid.number(row, column.gridColumn);
            BigDecimal base = grid.number(row, count.gridColumn);
            if (share != null && base != null) {
                BigDecimal half = BigDecimal.valueOf(5, share.scale() + 1);
                BigDecimal least = share.subtract(half).multiply(base).movePointLeft(places);
                BigDecimal most = share.add(half).multiply(base).movePointLeft(places);
                if (least.setScale(0, RoundingMode.CEILING).compareTo(most) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
