package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Outliers and whisker ends of box plots: values of single persons. */
@SdcRule(id = "FIG-003", title = "Whiskers and outliers of box plots")
public final class BoxPlotEnds implements OutputRule {
    private static final String REMEDY =
            "Leave out outliers and end whiskers at the 5th and 95th percentile, with the number of persons in each box.";

    private static final String WHISKER = "a whisker ends at the value of one person";

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, output);
        if (output instanceof Table table) {
            return table(table, findings);
        }
        if (!(output instanceof Figure) || output.type() != OutputType.BOX_PLOT) {
            return new Outcome.NotApplicable("it is no box plot");
        }
        String said = MarkUnit.said(output.declaration());
        boolean percentiles = MarkUnit.endsAtPercentiles(said);
        if (MarkUnit.hasOutliers(said) || (MarkUnit.hasWhiskers(said) && !percentiles)) {
            breach(
                    findings,
                    output.range(),
                    null,
                    "the declaration speaks of outliers or of whiskers that end at no percentile");
        } else if (!percentiles) {
            findings.add(
                    "",
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Where the whiskers end, and whether outliers are drawn, is not said.")
                            .because("a box plot as programs draw it ends at single values")
                            .evidence("method: where whiskers end and whether outliers are drawn; n for each box")
                            .remedy(REMEDY));
        } else {
            findings.restsOn("method or controls: " + said);
        }
        return findings.outcome("whiskers and outliers as declared");
    }

    private static Outcome table(Table table, Findings findings) {
        boolean some = false;
        for (Column column : table.columns()) {
            boolean outliers = MarkUnit.hasOutliers(column.name());
            boolean whiskers = MarkUnit.hasWhiskers(column.name());
            some |= outliers || whiskers;
            if (outliers) {
                breach(
                        findings,
                        table.columnAddress(column.index()),
                        column.name(),
                        "outliers are the values of single persons");
            } else if (whiskers && !MarkUnit.endsAtPercentiles(column.name())) {
                breach(findings, table.columnAddress(column.index()), column.name(), WHISKER);
            }
        }
        some |= rows(table, findings);
        return some
                ? findings.outcome("columns and rows of whiskers and outliers")
                : new Outcome.NotApplicable("no column or row is named after whiskers or outliers");
    }

    /** Rows named after whiskers, as many as hold their ends; a whisker at a percentile is a percentile. */
    private static boolean rows(Table table, Findings findings) {
        BitSet whiskers = table.rowsLabelled(MarkUnit::hasWhiskers);
        BitSet ends = new BitSet();
        table.forEachQuantity(Set.of(ColumnRole.MINIMUM, ColumnRole.MAXIMUM), end -> {
            boolean first = whiskers.get(end.row()) && !ends.get(end.row());
            if (first && !MarkUnit.hasWhiskers(table.columns().get(end.column()).name())) {
                ends.set(end.row());
                breach(findings, table.address(end.row(), end.column()), null, WHISKER);
            }
        });
        return !whiskers.isEmpty();
    }

    private static void breach(Findings findings, String address, @Nullable String column, String because) {
        findings.add(
                address,
                null,
                column,
                Disposition.BREACH,
                words -> words.message("The ends of a box plot are values of single persons.")
                        .because(because)
                        .remedy(REMEDY));
    }
}
