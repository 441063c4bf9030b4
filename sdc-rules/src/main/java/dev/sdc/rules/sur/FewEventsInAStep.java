package dev.sdc.rules.sur;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Curve;
import dev.sdc.engine.evidence.Curves;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.StepEvents;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steps of a survival curve made by few events, and times between which few withdraw. */
@SdcRule(
        id = "SUR-001",
        title = "Few events or withdrawals in a step of a survival curve",
        source = "ACRO survival tables; OpenSAFELY Kaplan-Meier action",
        parameters = {"surv_min_events", "surv_min_withdrawals", "surv_withdrawals_fail", "midpoint6_suffix"})
public final class FewEventsInAStep implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.SURVIVAL, ColumnRole.EVENTS, ColumnRole.CENSORED, ColumnRole.TIME);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> none = SurvivalTable.none(table);
        if (none.isPresent()) {
            return new Outcome.NotApplicable(none.get());
        }
        if (settings.survMinEvents() == 0 && settings.survMinWithdrawals() == 0) {
            return new Outcome.NotApplicable("the profile tests no steps of survival curves");
        }
        Findings findings = Findings.in(this, table);
        for (Curve curve : Curves.in(table)) {
            for (int i = 0; i < curve.points().size(); i++) {
                Curve.Point before = i == 0 ? null : curve.points().get(i - 1);
                events(findings, table, before, curve.points().get(i), settings);
            }
            withdrawals(findings, table, curve, settings);
        }
        return findings.outcome("the events and withdrawals of all steps");
    }

    private static void events(
            Findings findings, Table table, Curve.@Nullable Point before, Curve.Point now, Settings settings) {
        int minimum = settings.survMinEvents();
        if (now.events() != null) {
            Long events = SurvivalTable.count(now.events());
            CountGrid grid =
                    CountGrid.of(table, table.columns().get(now.events().column()), settings);
            if (SurvivalTable.isSmall(events, minimum) && events != null && !grid.hidesSmall(events)) {
                add(
                        findings,
                        table,
                        now.events(),
                        Disposition.BREACH,
                        now.events().value() + " events",
                        minimum);
            }
            return;
        }
        Optional<StepEvents> step = before == null ? Optional.empty() : StepEvents.between(before, now);
        Quantity survival = now.survival();
        if (step.isEmpty() || survival == null) {
            return;
        }
        Smallness smallness = step.get().smallness(minimum);
        if (smallness != Smallness.NONE) {
            String events =
                    "the numbers at risk and the step leave " + step.get().inWords() + " events";
            boolean certain = smallness == Smallness.ALL;
            add(findings, table, survival, certain ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE, events, minimum);
        }
    }

    private static void add(
            Findings findings, Table table, Quantity at, Disposition disposition, String because, int minimum) {
        findings.add(
                table,
                at.row(),
                at.column(),
                disposition,
                words -> words.message("The curve steps down by fewer events than may be shown, at a known time.")
                        .because(because + "; the minimum is " + minimum)
                        .remedy("Use a coarser grid of times, group event times, or cut the curve earlier;"
                                + " print the events at the published times."));
    }

    private static void withdrawals(Findings findings, Table table, Curve curve, Settings settings) {
        List<Withdrawals> implied = Withdrawals.in(curve);
        for (Withdrawals step : implied) {
            if (SurvivalTable.isSmall(step.number(), settings.survMinWithdrawals())) {
                findings.add(
                        table,
                        step.at().row(),
                        step.at().column(),
                        settings.survWithdrawalsFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(
                                        "The numbers at risk and of events leave few withdrawals between two times.")
                                .because(step.how() + "; the minimum is " + settings.survMinWithdrawals())
                                .remedy("Use a coarser grid of times, or leave the numbers at risk out."));
            }
        }
    }
}
