package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Curve;
import dev.sdc.engine.evidence.Curves;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Set;
import java.util.TreeSet;

/** Survival curves whose numbers at risk and events nobody states. */
@SdcRule(
        id = "SUR-006",
        title = "Survival curve without numbers at risk and events",
        source = "OpenSAFELY; ACRO survival tables",
        parameters = {"surv_min_events", "surv_min_at_risk"})
public final class CurveWithoutCounts implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        // limits and errors follow from the curve and the numbers at risk
        return Set.of(ColumnRole.SURVIVAL, ColumnRole.SE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.SURVIVAL)) {
            return new Outcome.NotApplicable("no survival curve");
        }
        if (settings.survMinEvents() == 0 && settings.survMinAtRisk() == 0) {
            return new Outcome.NotApplicable("the profile tests no survival curves");
        }
        Findings findings = Findings.in(this, table);
        Set<Integer> columns = new TreeSet<>();
        for (Curve curve : Curves.in(table)) {
            for (Curve.Point point : curve.points()) {
                Quantity survival = point.survival();
                if (survival != null && point.atRisk() == null) {
                    columns.add(survival.column());
                }
            }
        }
        for (int column : columns) {
            String header = table.columns().get(column).name();
            findings.add(
                    table.columnAddress(column),
                    null,
                    header.isEmpty() ? null : header,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message(
                                    "The curve has no numbers at risk, so that its steps and its tail cannot be tested.")
                            .because("a step may be one event, and the last value may be of one unit")
                            .remedy("Print the numbers at risk and of events at the published times.")
                            .evidence("columns with the roles at_risk and events for the published times"));
        }
        return findings.outcome("every curve has its numbers at risk");
    }
}
