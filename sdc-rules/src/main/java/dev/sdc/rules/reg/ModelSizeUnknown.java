package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;

/** Models of which nobody says how many observations and parameters they have. */
@SdcRule(
        id = "REG-002",
        title = "Model without its number of observations or parameters",
        source = "OpenSAFELY",
        parameters = {"min_dof", "exempt"})
public final class ModelSizeUnknown implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Models.FIGURES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent() || settings.minDof() == 0) {
            return settled.orElse(new Outcome.NotApplicable("the profile sets no minimum"));
        }
        ModelFit fit = ModelFit.of(table, facts);
        Findings findings = Findings.in(this, table);
        boolean n = fit.observations() == null;
        boolean k = fit.parameters() == null;
        if (n || k) {
            String lacking = n && k
                    ? "its numbers of observations and parameters"
                    : n ? "its number of observations" : "its number of parameters";
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("The model lacks what its residual degrees of freedom are made of.")
                            .because("nothing printed or supplied states " + lacking)
                            .remedy("Print or supply both; count the parameters of controls that are not shown too.")
                            .evidence("evidence: {n_obs: , n_parameters: , dof_residual: }"));
        }
        fit.restsOn().forEach(findings::restsOn);
        return findings.outcome("the numbers of observations and parameters");
    }
}
