package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What features weigh: harmless for a model as a whole, a record's data where it is told record by record. */
@SdcRule(
        id = "ML-007",
        title = "Feature importance of single records",
        source = "SDC-Reboot; SDC handbook: values for each record are record-level data")
public final class ImportanceByRecord implements OutputRule {
    private static final int FEW = 5;
    private static final String[] SAID = {"shap", "shapley", "lime"};
    private static final String[] SHAP = {"shap", "shapley", "lime", "contribution"};

    @Override
    public Set<ColumnRole> decides() {
        return Set.of(
                ColumnRole.STATISTIC,
                ColumnRole.MAGNITUDE,
                ColumnRole.PROPORTION,
                ColumnRole.PERCENTAGE,
                ColumnRole.MEAN,
                ColumnRole.SD,
                ColumnRole.SE,
                ColumnRole.WEIGHTED_COUNT);
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, output);
        if (output instanceof Figure && drawsRecords(output)) {
            add(findings, "", "a beeswarm or a plot of SHAP values has a mark for each record and feature");
            return findings.outcome("what is drawn");
        }
        if (!(output instanceof Table table)) {
            return new Outcome.NotApplicable("no importance of features");
        }
        long shap = table.columns().stream()
                .filter(column -> !column.isLabel()
                        && !Importance.is(column)
                        && Wording.begins(column.name().replaceAll("(?i)^(shap|lime)[._]", "$1 "), SHAP))
                .count();
        boolean records = shap > 1 || (!namesFeatures(table) && (shap == 1 || holdsContributions(table)));
        if (records && table.rowCount() > FEW) {
            add(
                    findings,
                    ReleasedModel.place(table),
                    "each of " + table.rowCount() + " rows has the contribution of every feature");
            return findings.outcome("whether rows are features or records");
        }
        return Importance.in(table)
                ? findings.outcome("whether rows are features or records")
                : new Outcome.NotApplicable("no importance of features");
    }

    /** Whether columns of fractions of both signs stand in an output that is said to be of such contributions. */
    private static boolean holdsContributions(Table table) {
        List<String> said = new ArrayList<>(table.titles());
        said.addAll(table.footnotes());
        said.add(Objects.requireNonNullElse(table.declaration().method(), ""));
        said.add(Objects.requireNonNullElse(table.declaration().modelType(), ""));
        return said.stream().anyMatch(text -> Wording.names(text, SAID))
                && table.columns().stream()
                                .filter(column -> !column.isLabel() && holdsBothSigns(table, column))
                                .count()
                        > 1;
    }

    private static boolean holdsBothSigns(Table table, Column column) {
        boolean below = false;
        boolean above = false;
        for (int row = 0; row < table.rowCount() && !(below && above); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                below |= figure.value().signum() < 0;
                above |= figure.value().signum() > 0;
            }
        }
        return below && above;
    }

    private static boolean namesFeatures(Table table) {
        return table.columns().stream()
                .filter(Column::isLabel)
                .anyMatch(column -> Wording.names(column.leaf(), "feature", "variable", "term", "predictor"));
    }

    private static boolean drawsRecords(Output output) {
        String method = output.declaration().method();
        return method != null
                && Wording.names(method, "beeswarm", "shap", "shapley")
                && !Wording.names(method, "mean", "bar", "summary by feature", "importance");
    }

    private static void add(Findings findings, String address, String because) {
        findings.add(
                address,
                null,
                null,
                Disposition.BREACH,
                words -> words.message("What each feature weighs is told record by record.")
                        .because(because)
                        .remedy("Give the mean absolute value for each feature over all records."));
    }
}
