package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.Exempt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predictions of a model for groups: where its regressors are categories only, they are the groups' own means. */
@SdcRule(
        id = "REG-010",
        title = "Predictions for groups",
        source = "Data without Boundaries, guidelines for output checking: models on categories only",
        parameters = {"min_count", "exempt"})
public final class PredictedCells implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Column> predictions = table.columns().stream()
                .filter(column -> !column.isLabel() && isPrediction(column.name()))
                .toList();
        if (predictions.isEmpty()) {
            return new Outcome.NotApplicable("no predictions for groups");
        }
        Optional<Outcome> exempt = Exempt.from(settings, Exemption.MODELS);
        if (exempt.isPresent()) {
            return exempt.get();
        }
        Findings findings = Findings.in(this, table);
        if (Boolean.TRUE.equals(table.declaration().adjusted())) {
            findings.restsOn("adjusted: true");
            return findings.outcome("predictions that average over other regressors");
        }
        AskOnce ask = new AskOnce(table);
        predictions.forEach(column -> judge(table, column, settings, findings, ask));
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Predictions for groups may be the means of few units.")
                        .because("nobody says how many units each group has, nor that the model holds more than groups")
                        .remedy("Supply the counts, or declare that the model adjusts for measured regressors.")
                        .evidence("evidence.cell_counts: {\"" + example + "\": n}, or adjusted: true")));
        return findings.outcome("the units of the groups that are predicted");
    }

    private static boolean isPrediction(String header) {
        return Wording.is(
                header,
                "margin",
                "margins",
                "emmean",
                "lsmean",
                "marginal mean",
                "adjusted mean",
                "predicted",
                "prediction",
                "predicted probability",
                "predicted mean");
    }

    private static void judge(Table table, Column column, Settings settings, Findings findings, AskOnce ask) {
        Map<String, Long> counts = table.declaration().evidence().cellCounts();
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity prediction : table.quantities(row, column.index())) {
                Long supplied = counts.get(table.rowLabel(row));
                Long n = supplied == null ? CountInRow.of(table, row) : supplied;
                if (n == null) {
                    ask.at(prediction);
                } else if (Smallness.of(n, n, settings.minCount()) == Smallness.ALL) {
                    findings.add(
                            table,
                            row,
                            column.index(),
                            Disposition.BREACH,
                            words -> words.message("The prediction is for a group with fewer units than may be shown.")
                                    .because(n + " units; the minimum is " + settings.minCount())
                                    .remedy("Leave the group out, or merge it with another."));
                } else if (supplied != null) {
                    findings.restsOn("evidence.cell_counts: " + table.rowLabel(row));
                }
            }
        }
    }
}
