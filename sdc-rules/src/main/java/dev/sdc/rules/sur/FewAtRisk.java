package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import java.util.Set;

/** Published times at which too few are still at risk. */
@SdcRule(
        id = "SUR-002",
        title = "Few at risk at a published time",
        source = "ACRO survival tables; OpenSAFELY Kaplan-Meier action",
        parameters = "surv_min_at_risk")
public final class FewAtRisk implements TableRule {
    private static final Set<ColumnRole> AT_RISK = Set.of(ColumnRole.AT_RISK);

    @Override
    public Set<ColumnRole> decides() {
        return AT_RISK;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.AT_RISK)) {
            return new Outcome.NotApplicable("no numbers at risk");
        }
        if (settings.survMinAtRisk() == 0) {
            return new Outcome.NotApplicable("the profile tests no numbers at risk");
        }
        Findings findings = Findings.in(this, table);
        table.forEachQuantity(AT_RISK, figure -> {
            if (SurvivalTable.isSmall(SurvivalTable.count(figure), settings.survMinAtRisk())) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.BREACH,
                        words -> words.message("Fewer units than may be shown are still at risk at this time.")
                                .because(figure.value().toPlainString() + " at risk; the minimum is "
                                        + settings.survMinAtRisk())
                                .remedy("Cut the curve before this time."));
            }
        });
        return findings.outcome("all numbers at risk");
    }
}
