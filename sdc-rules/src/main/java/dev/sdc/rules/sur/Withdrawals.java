package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Curve;
import dev.sdc.engine.evidence.Interval;
import dev.sdc.engine.table.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Withdrawals between two published times that the table does not print but leaves to be worked out.
 *
 * @param at the number at risk at the end of the step
 * @param number how many withdrew
 * @param how the computation, for people
 */
record Withdrawals(Quantity at, long number, String how) {

    /** A step with the numbers at risk and of events at both ends. */
    private record Step(Curve.Point before, Curve.Point now, Quantity at, long n0, long e0, long n, long e) {
        /** Row i counts the interval that its number at risk opens: S_i / S_(i-1) = 1 - e_i / n_i. */
        boolean opensInterval() {
            return ratioIs(n, n);
        }

        /** The number at risk is taken at the time, the events since the row before. */
        boolean endsInterval() {
            return ratioIs(n0, n);
        }

        /** Whether the curve steps by a share of events between e / most and e / least. */
        private boolean ratioIs(long most, long least) {
            if (before.share() == null || now.share() == null || least < 1 || most < 1) {
                return false;
            }
            Interval step = Interval.of(1)
                    .minus(now.share().interval().dividedBy(before.share().interval()));
            Interval low = Interval.of(e).dividedBy(Interval.of(Math.max(most, least)));
            Interval high = Interval.of(e).dividedBy(Interval.of(Math.min(most, least)));
            return step.meets(new Interval(low.low(), high.high()));
        }
    }

    /** The withdrawals of a curve; empty when they are printed, or when the curve fits neither way of counting. */
    static List<Withdrawals> in(Curve curve) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < curve.points().size(); i++) {
            Step step = step(curve.points().get(i - 1), curve.points().get(i));
            if (step != null) {
                steps.add(step);
            }
        }
        boolean opens = steps.stream().allMatch(Step::opensInterval);
        boolean ends = steps.stream().allMatch(Step::endsInterval);
        List<Withdrawals> withdrawals = new ArrayList<>();
        if (opens || ends) {
            for (Step step : steps) {
                long events = opens ? step.e0 : step.e;
                withdrawals.add(new Withdrawals(
                        step.at,
                        step.n0 - events - step.n,
                        step.n0 + " at risk less " + events + " events less " + step.n + " at risk at the next time"));
            }
        }
        return withdrawals;
    }

    private static @Nullable Step step(Curve.Point before, Curve.Point now) {
        Long n0 = SurvivalTable.count(before.atRisk());
        Long e0 = SurvivalTable.count(before.events());
        Long n = SurvivalTable.count(now.atRisk());
        Long e = SurvivalTable.count(now.events());
        boolean printed = before.censored() != null || now.censored() != null;
        Quantity at = now.atRisk();
        return printed || n0 == null || e0 == null || n == null || e == null || at == null
                ? null
                : new Step(before, now, at, n0, e0, n, e);
    }
}
