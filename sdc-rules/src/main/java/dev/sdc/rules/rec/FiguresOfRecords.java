package dev.sdc.rules.rec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.BinnedRows;
import dev.sdc.rules.shape.ListedColumn;
import dev.sdc.rules.shape.RecordListing;
import dev.sdc.rules.shape.TableRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Residuals, fitted values, scores and the like, one for each record. */
@SdcRule(id = "REC-002", title = "Model output for each record", parameters = "min_count")
public final class FiguresOfRecords implements TableRule {
    /** {@code .std.resid}, {@code se_fit}: of one record, in spite of its first word. */
    private static final Pattern STANDARDISED =
            Pattern.compile("(?i)[. ]?(?:std|se|stderr)[._ ]?(?:resid|residual|residuals|fit|fitted|pred)");

    private static final int FEW = 5;
    private static final int SAMPLE = 500;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<ListedColumn> columns = ListedColumn.of(table);
        List<ListedColumn> figures = columns.stream()
                .filter(column -> column.named("per-record") && column.isNumeric())
                .toList();
        Optional<Sum> sum = Sum.in(columns);
        boolean declared = (table.type() == OutputType.REGRESSION_RESIDUALS || table.type() == OutputType.PCA_SCORES)
                && !BinnedRows.in(table, settings.minCount());
        if (figures.isEmpty() && sum.isEmpty() && !declared) {
            return new Outcome.NotApplicable("no column is named after what a model says of a record");
        }
        Findings findings = Findings.in(this, table);
        why(table, columns, figures, sum, declared)
                .ifPresent(
                        because -> findings.add(
                                TableRange.of(table),
                                null,
                                null,
                                Disposition.HARD,
                                words -> words.message("Each row holds what a model says of one record.")
                                        .because(because)
                                        .remedy(
                                                "Give a summary of the residuals, a binned plot or a test statistic instead.")));
        return findings.outcome("columns named after what a model says of a record");
    }

    private static Optional<String> why(
            Table table, List<ListedColumn> columns, List<ListedColumn> figures, Optional<Sum> sum, boolean declared) {
        if (declared) {
            return Optional.of("the output is declared to be " + table.type().key());
        }
        boolean groups = columns.stream()
                .anyMatch(column -> column.isCount()
                        || (column.isAggregate()
                                && !STANDARDISED.matcher(column.header()).matches()));
        if (groups
                || table.rowCount() <= FEW
                || (isLabelled(table, columns) && RecordListing.in(table).isEmpty())) {
            return Optional.empty();
        }
        if (sum.isPresent() && (!figures.isEmpty() || sum.get().fluctuates())) {
            return Optional.of(sum.get().words());
        }
        if (figures.size() > 1) {
            return Optional.of(figures.size() + " columns of " + table.rowCount()
                    + " rows are named after what a model says of a record, and there are no counts");
        }
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of("column '" + figures.get(0).header() + "' has a value in each of " + table.rowCount()
                        + " rows, which no group names");
    }

    /** Whether groups or an axis name each row; keys and numbers of rows do not. */
    private static boolean isLabelled(Table table, List<ListedColumn> columns) {
        boolean keyed = columns.stream().anyMatch(column -> column.isPlainKey() || column.isPersonKey());
        if (keyed) {
            return false;
        }
        if (columns.stream()
                .anyMatch(column -> column.isAxis() && !column.isRowNumber() && !column.named("per-record"))) {
            return true;
        }
        boolean labels = columns.stream()
                .anyMatch(column -> table.columns().get(column.index()).isLabel() && !column.isRowNumber());
        int rows = Math.min(table.rowCount(), SAMPLE);
        return labels
                && IntStream.range(0, rows).mapToObj(table::rowLabel).distinct().count() == rows;
    }
}
