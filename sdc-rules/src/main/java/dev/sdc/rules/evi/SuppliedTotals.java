package dev.sdc.rules.evi;

import dev.sdc.engine.submission.DeclaredEvidence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers of the evidence that must fit one another: parts are never more than the whole. */
final class SuppliedTotals {
    private SuppliedTotals() {}

    static List<Contradiction> contradictions(DeclaredEvidence evidence, int minCount) {
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
        variables(evidence.eventsByLevel())
                .forEach((variable, levels) ->
                        atMost(found, "events_by_level: " + variable + ", summed up", levels, "n_events", events));
        evidence.indicatorCounts().forEach((variable, levels) -> {
            atMost(found, "indicator_counts: " + variable + ", summed up", levels.values(), "n_obs", n);
            fewLeft(found, "indicator_counts: " + variable, levels.values(), n, minCount);
        });
        atMost(found, "cluster_sizes, summed up", evidence.clusterSizes().values(), "n_obs", n);
        return found;
    }

    /** The levels of each variable that has several: {@code Arm A}, {@code Arm B}. */
    private static Map<String, List<Long>> variables(Map<String, Long> byLevel) {
        Map<String, List<Long>> variables = new TreeMap<>();
        byLevel.forEach((level, n) -> {
            int end = level.strip().lastIndexOf(' ');
            if (end > 0) {
                variables
                        .computeIfAbsent(level.strip().substring(0, end), variable -> new ArrayList<>())
                        .add(n);
            }
        });
        variables.values().removeIf(levels -> levels.size() < 2);
        return variables;
    }

    /** Levels that leave a few units over: a level is not supplied, and it is small. */
    private static void fewLeft(
            List<Contradiction> found, String variable, Collection<Long> levels, @Nullable Long all, int minCount) {
        BigInteger sum = levels.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger left =
                all == null ? BigInteger.ZERO : BigInteger.valueOf(all).subtract(sum);
        if (levels.size() > 1 && left.signum() > 0 && left.compareTo(BigInteger.valueOf(minCount)) < 0) {
            found.add(Contradiction.ofAll(
                    variable + " adds up to " + sum + ", and n_obs is " + all + ": " + left + " are of no level"));
        }
    }

    private static void atMost(
            List<Contradiction> found, String part, Collection<Long> parts, String whole, @Nullable Long all) {
        BigInteger sum = parts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (all != null && sum.compareTo(BigInteger.valueOf(all)) > 0) {
            found.add(Contradiction.ofAll(part + " is " + sum + ", more than " + whole + " " + all));
        }
    }
}
