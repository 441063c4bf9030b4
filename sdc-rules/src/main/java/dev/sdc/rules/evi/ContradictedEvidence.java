package dev.sdc.rules.evi;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.ArrayList;
import java.util.List;

/** Evidence that cannot be true of the output it is supplied for, or contradicts itself. */
@SdcRule(
        id = "EVI-001",
        title = "Evidence that contradicts the output",
        source = "Proposal of this project: evidence decides releases, so that it is held against what is printed",
        parameters = "min_count")
public final class ContradictedEvidence implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        DeclaredEvidence evidence = output.declaration().evidence();
        if (evidence.equals(DeclaredEvidence.NONE)
                && output.declaration().bounds().isEmpty()) {
            return new Outcome.NotApplicable("no evidence is supplied");
        }
        List<Contradiction> contradictions =
                new ArrayList<>(SuppliedTotals.contradictions(evidence, settings.minCount()));
        contradictions.addAll(SuppliedForNothing.contradictions(evidence, facts.outputs(), settings.minCount()));
        output.numbers().ifPresent(table -> {
            contradictions.addAll(SuppliedContributors.contradictions(table, facts));
            contradictions.addAll(SuppliedCounts.contradictions(table));
            contradictions.addAll(SuppliedGroups.contradictions(table));
            contradictions.addAll(SuppliedLimits.contradictions(table, facts));
        });
        Findings findings = Findings.in(this, output);
        for (Contradiction each : contradictions) {
            Table table = output.numbers().orElse(null);
            if (table == null || each.row() < 0) {
                findings.add(
                        output.numbers().map(TableRange::of).orElse(output.range()),
                        null,
                        null,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("The evidence cannot be right.")
                                .because(each.why())
                                .remedy("Correct the evidence, or say why it differs."));
            } else {
                findings.add(
                        table,
                        each.row(),
                        each.column(),
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("The evidence for this cell cannot be right.")
                                .because(each.why())
                                .remedy("Correct the evidence or the cell, or say why they differ."));
            }
        }
        return findings.outcome("what is supplied against what is printed");
    }
}
