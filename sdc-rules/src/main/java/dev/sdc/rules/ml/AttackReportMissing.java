package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;

/** Models that would leave: somebody must have tried to get records out of them. */
@SdcRule(
        id = "ML-004",
        title = "Model without an attack report",
        source = "SDC-Reboot, risk agreement; SATRE 3.3.07; SACRO-ML")
public final class AttackReportMissing implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!ReleasedModel.is(output)) {
            return new Outcome.NotApplicable("no model is declared to be released");
        }
        Findings findings = Findings.in(this, output);
        findings.add(
                ReleasedModel.place(output),
                null,
                null,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nothing shows that the model withstands attacks on its training records.")
                        .because("reports of attacks are read by people: no program can take one for proof")
                        .remedy("Keep the model inside and release measures of its performance, or ask for an exception"
                                + " with a report of attacks.")
                        .evidence(
                                "evidence/: a report of membership and attribute inference attacks on this model, with the"
                                        + " difference between training and test data"));
        return findings.outcome("attack reports");
    }
}
