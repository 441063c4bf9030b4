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

    /** This evidence with more particular evidence laid over it; maps are merged key by key. */
    public DeclaredEvidence overlaidWith(DeclaredEvidence particular) {
        return new DeclaredEvidence(
                Merged.maps(contributions, particular.contributions),
                Merged.maps(distinctPatients, particular.distinctPatients),
                Merged.maps(unweightedN, particular.unweightedN),
                Merged.either(nObs, particular.nObs),
                Merged.either(nParameters, particular.nParameters),
                Merged.either(dofResidual, particular.dofResidual),
                Merged.either(nEvents, particular.nEvents),
                Merged.maps(cellCounts, particular.cellCounts),
                Merged.maps(cellMinimum, particular.cellMinimum),
                Merged.maps(indicatorCounts, particular.indicatorCounts),
                Merged.maps(eventsByLevel, particular.eventsByLevel),
                Merged.maps(groupSizes, particular.groupSizes),
                Merged.maps(clusterSizes, particular.clusterSizes),
                Merged.maps(extremes, particular.extremes),
                Merged.either(microdata, particular.microdata));
    }

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
