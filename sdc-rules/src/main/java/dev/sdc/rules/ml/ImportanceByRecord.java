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
import dev.sdc.engine.table.Table;
import java.util.Set;

/** What features weigh: harmless for a model as a whole, a record's data where it is told record by record. */
@SdcRule(
        id = "ML-007",
        title = "Feature importance of single records",
        source = "SDC-Reboot; SDC handbook: values for each record are record-level data")
public final class ImportanceByRecord implements OutputRule {
    private static final int FEW = 5;
    private static final String[] SHAP = {"shap", "shapley", "lime", "contribution"};

    @Override
    public Set<ColumnRole> decides() {
        return Set.of(
                ColumnRole.STATISTIC,
                ColumnRole.MAGNITUDE,
                ColumnRole.PROPORTION,
                ColumnRole.PERCENTAGE,
                ColumnRole.MEAN,
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
        boolean records = shap > 1 || (shap == 1 && !namesFeatures(table));
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
