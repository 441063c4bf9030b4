package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.table.Output;
import java.util.Set;

/** Models with so many learned parameters that they may hold their training records. */
@SdcRule(
        id = "ML-005",
        title = "Model with more parameters than records allow",
        source = "SACRO-ML, structural attack (degrees of freedom risk)",
        parameters = "min_dof")
public final class TooManyParameters implements OutputRule {
    /** The settings and figures of a released model say no more than the model itself. */
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC);
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        DeclaredEvidence evidence = output.declaration().evidence();
        Long n = evidence.nObs();
        Long k = evidence.nParameters();
        boolean told = ReleasedModel.isDeclared(output) && n != null && k != null;
        if (!told && !ReleasedModel.is(output)) {
            return new Outcome.NotApplicable("no model is declared to be released");
        }
        if (settings.minDof() == 0) {
            return new Outcome.NotApplicable("the profile sets no minimum");
        }
        Findings findings = Findings.in(this, output);
        if (n == null || k == null) {
            findings.add(
                    ReleasedModel.place(output),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many records and learned parameters the model has.")
                            .because("a model with as many parameters as records can hold them all")
                            .remedy("Supply both numbers.")
                            .evidence("evidence.n_obs: n, evidence.n_parameters: k"));
        } else if (n - k < settings.minDof()) {
            findings.add(
                    ReleasedModel.place(output),
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message("The model has too many parameters for its records.")
                            .because(n + " records less " + k + " learned parameters leave " + (n - k)
                                    + "; the minimum is " + settings.minDof())
                            .remedy("Train a smaller model, or on more records."));
        } else {
            findings.restsOn("evidence.n_obs: " + n);
            findings.restsOn("evidence.n_parameters: " + k);
        }
        return findings.outcome("records against learned parameters");
    }
}
