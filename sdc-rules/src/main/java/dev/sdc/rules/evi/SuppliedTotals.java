package dev.sdc.rules.evi;

import dev.sdc.engine.submission.DeclaredEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of the evidence that must fit one another: parts are never more than the whole. */
final class SuppliedTotals {
    private SuppliedTotals() {}

    static List<Contradiction> contradictions(DeclaredEvidence evidence) {
        List<Contradiction> found = new ArrayList<>();
        Long n = evidence.nObs();
        Long k = evidence.nParameters();
        Long dof = evidence.dofResidual();
        if (n != null && k != null && dof != null && n - k != dof) {
            found.add(Contradiction.ofAll(
                    "n_obs " + n + " less n_parameters " + k + " is " + (n - k) + ", and dof_residual says " + dof));
        } else if (n != null && dof != null && dof >= n) {
            found.add(Contradiction.ofAll("dof_residual " + dof + " is not below n_obs " + n));
        }
        Long events = evidence.nEvents();
        atMost(found, "n_events", events, "n_obs", n);
        evidence.eventsByLevel()
                .forEach((level, each) -> atMost(found, "events_by_level: " + level, each, "n_events", events));
        evidence.indicatorCounts()
                .forEach((variable, levels) ->
                        atMost(found, "indicator_counts: " + variable + ", summed up", sum(levels), "n_obs", n));
        if (!evidence.clusterSizes().isEmpty()) {
            atMost(found, "cluster_sizes, summed up", sum(evidence.clusterSizes()), "n_obs", n);
        }
        return found;
    }

    private static long sum(Map<String, Long> counts) {
        long sum = 0;
        for (long count : counts.values()) {
            sum = sum > Long.MAX_VALUE - count ? Long.MAX_VALUE : sum + count;
        }
        return sum;
    }

    private static void atMost(
            List<Contradiction> found, String part, @Nullable Long small, String whole, @Nullable Long large) {
        if (small != null && large != null && small > large) {
            found.add(Contradiction.ofAll(part + " is " + small + ", more than " + whole + " " + large));
        }
    }
}
