package dev.sdc.rules.code;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import java.util.List;
import java.util.Optional;

/** Names of servers, paths, credentials and connection strings in code, logs and texts. */
@SdcRule(id = "CODE-002", title = "Servers, paths and credentials", source = "UK Data Service SecureLab output rules")
public final class SecretsInCode implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!(output instanceof Prose prose)) {
            return new Outcome.NotApplicable("it is neither code nor a log nor a text");
        }
        Findings findings = Findings.in(this, output);
        List<String> lines = prose.lines();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Secret> secret = Secret.in(lines.get(i));
            if (secret.isPresent()) {
                String kind = secret.get().kind();
                findings.add(
                        prose.address(i, secret.get().at()),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words.message("This line gives away " + kind + ".")
                                .because("it has the form of " + kind)
                                .remedy(
                                        "Take it out: read it from a setting that stays inside, and use paths relative to the project."));
            }
        }
        return Script.isCodeOrLog(output) || findings.total() > 0
                ? findings.outcome(lines.size() + " lines")
                : new Outcome.NotApplicable("it is text without servers, paths or credentials");
    }
}
