package dev.sdc.engine.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evidence for the checker only: never treated as published, never released.
 *
 * <p>Keys are labels as they stand in the file; several labels of one cell are joined by {@code " / "}. Maps keep the
 * order of the file and are never null.
 *
 * @param indicatorCounts for each variable the counts by level; for a 0/1 variable the levels are {@code with} and
 *     {@code without}
 * @param extremes for each variable, what is known of its printed minimum and maximum
 * @param microdata a query or file that the engine may aggregate itself, or null
 */
public record DeclaredEvidence(
        Map<String, Contribution> contributions,
        Map<String, Long> distinctPatients,
        Map<String, Long> unweightedN,
        @Nullable Long nObs,
        @Nullable Long nParameters,
        @Nullable Long dofResidual,
        @Nullable Long nEvents,
        Map<String, Long> cellCounts,
        Map<String, Long> cellMinimum,
        Map<String, Map<String, Long>> indicatorCounts,
        Map<String, Long> eventsByLevel,
        Map<String, List<Long>> groupSizes,
        Map<String, Long> clusterSizes,
        Map<String, ExtremeEvidence> extremes,
        @Nullable String microdata) {

    /** No evidence at all. */
    public static final DeclaredEvidence NONE = new DeclaredEvidence(
            Map.of(), Map.of(), Map.of(), null, null, null, null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), Map.of(), null);

    /** What is known of the two ends of one variable; null where nothing is said. */
    public record ExtremeEvidence(
            @Nullable End minimum, @Nullable End maximum) {
        /**
         * One end of a range.
         *
         * @param structural whether the value is set by design (an inclusion rule, the end of a scale)
         * @param nAtValue how many units hold it, or null
         */
        public record End(boolean structural, @Nullable Long nAtValue) {}
    }
}
