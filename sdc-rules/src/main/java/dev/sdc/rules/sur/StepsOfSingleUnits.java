package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Curve;
import dev.sdc.engine.evidence.CurveBase;
import dev.sdc.engine.evidence.Curves;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Survival curves without counts whose steps give the cohort and the events away. */
@SdcRule(
        id = "SUR-003",
        title = "Steps of a survival curve give single events away",
        source = "Proposal of this project",
        parameters = "surv_min_events")
public final class StepsOfSingleUnits implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.SURVIVAL);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.SURVIVAL)) {
            return new Outcome.NotApplicable("no survival curve");
        }
        if (settings.survMinEvents() == 0) {
            return new Outcome.NotApplicable("the profile tests no steps of survival curves");
        }
        Findings findings = Findings.in(this, table);
        for (Curve curve : Curves.in(table)) {
            if (!curve.hasCounts()) {
                judge(findings, table, curve, settings.survMinEvents());
            }
        }
        return findings.outcome("the steps of all curves without counts");
    }

    private static void judge(Findings findings, Table table, Curve curve, int minimum) {
        List<Printed> shares = new ArrayList<>();
        List<Quantity> figures = new ArrayList<>();
        for (Curve.Point point : curve.points()) {
            if (point.share() != null && point.survival() != null) {
                shares.add(point.share());
                figures.add(point.survival());
            }
        }
        Optional<CurveBase> base = CurveBase.of(shares);
        if (base.isEmpty() || !base.get().beyondChance()) {
            return;
        }
        long left = base.get().size();
        for (int i = 0; i < figures.size(); i++) {
            long units = base.get().units().get(i);
            long step = left - units;
            left = units;
            if (SurvivalTable.isSmall(step, minimum)) {
                findings.add(
                        table,
                        figures.get(i).row(),
                        figures.get(i).column(),
                        Disposition.BREACH,
                        words -> words.message(
                                        "All values of the curve are multiples of one small share, so that its steps count events.")
                                .because("every value is a whole number out of "
                                        + base.get().size() + " units, and this step is " + step
                                        + " of them; the minimum is " + minimum)
                                .remedy(
                                        "Use a coarser grid of times, print fewer decimals, or round the cumulative events."));
            }
        }
    }
}
