package dev.sdc.rules.evi;

import dev.sdc.engine.submission.DeclaredEvidence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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
        atMost(found, "n_events", Stream.ofNullable(events).toList(), "n_obs", n);
        evidence.eventsByLevel()
                .forEach(
                        (level, each) -> atMost(found, "events_by_level: " + level, List.of(each), "n_events", events));
        evidence.indicatorCounts()
                .forEach((variable, levels) ->
                        atMost(found, "indicator_counts: " + variable + ", summed up", levels.values(), "n_obs", n));
        atMost(found, "cluster_sizes, summed up", evidence.clusterSizes().values(), "n_obs", n);
        return found;
    }

    private static void atMost(
            List<Contradiction> found, String part, Collection<Long> parts, String whole, @Nullable Long all) {
        BigInteger sum = parts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (all != null && sum.compareTo(BigInteger.valueOf(all)) > 0) {
            found.add(Contradiction.ofAll(part + " is " + sum + ", more than " + whole + " " + all));
        }
    }
}
