package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;

/** Models that store the records they learned from, and models of which nobody says that they do not. */
@SdcRule(
        id = "ML-001",
        title = "Model that stores records",
        source = "SACRO-ML, safemodel rules; SDC-Reboot, model categories")
public final class ModelOfRecords implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!ReleasedModel.is(output)) {
            return new Outcome.NotApplicable("no model is declared to be released");
        }
        Findings findings = Findings.in(this, output);
        switch (ModelFamily.of(output)) {
            case INSTANCES ->
                add(
                        findings,
                        output,
                        "The model stores the records that it learned from.",
                        "a model of the declared type keeps records, or weights on them, as its parameters");
            case UNKNOWN ->
                add(
                        findings,
                        output,
                        "Nobody says what kind of model this is; it may store records.",
                        "neither model_type nor method is declared for an output that is a model");
            case GENERATIVE, LEAVES, OTHER ->
                findings.restsOn("model_type: " + output.declaration().modelType());
        }
        return findings.outcome("the declared type of the model");
    }

    private static void add(Findings findings, Output output, String message, String because) {
        findings.add(
                ReleasedModel.place(output),
                null,
                null,
                Disposition.BREACH,
                words -> words.message(message)
                        .because(because)
                        .remedy("Keep the model inside and release measures of its performance; or train one that keeps"
                                + " no records, and declare it under model_type.")
                        .evidence("model_type: the kind of model"));
    }
}
