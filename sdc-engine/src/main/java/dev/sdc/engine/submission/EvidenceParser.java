package dev.sdc.engine.submission;

import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence;
import dev.sdc.engine.submission.yaml.YamlList;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlScalar;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands under {@code evidence:}. */
final class EvidenceParser {
    static final Set<String> KEYS = Names.ordered(
            "contributions",
            "distinct_patients",
            "unweighted_n",
            "n_obs",
            "n_parameters",
            "dof_residual",
            "n_events",
            "cell_counts",
            "cell_minimum",
            "indicator_counts",
            "events_by_level",
            "group_sizes",
            "cluster_sizes",
            "extreme_evidence",
            "microdata");

    private static final Set<String> CONTRIBUTION = Names.ordered("n", "x1", "x2", "sum", "w1", "w2");

    private static final Set<String> ENDS = Names.ordered("min", "max");

    private static final Set<String> END = Names.ordered("structural", "n_at_value");

    private static final Contribution EMPTY = new Contribution(null, null, null, null);

    private EvidenceParser() {}

    static DeclaredEvidence parse(YamlMap evidence) throws DeclarationException {
        evidence.only(KEYS);
        return new DeclaredEvidence(
                withoutEmpty(evidence.map("contributions")
                        .flat(EvidenceParser::isContribution, EvidenceParser::contribution)),
                counts(evidence, "distinct_patients"),
                counts(evidence, "unweighted_n"),
                evidence.count("n_obs"),
                evidence.count("n_parameters"),
                evidence.count("dof_residual"),
                evidence.count("n_events"),
                counts(evidence, "cell_counts"),
                counts(evidence, "cell_minimum"),
                evidence.map("indicator_counts").each(EvidenceParser::levels),
                counts(evidence, "events_by_level"),
                evidence.map("group_sizes").each(value -> value.list().counts()),
                counts(evidence, "cluster_sizes"),
                evidence.map("extreme_evidence").each(EvidenceParser::extreme),
                evidence.text("microdata"));
    }

    private static Map<String, Long> counts(YamlMap evidence, String key) throws DeclarationException {
        return evidence.map(key).flat(map -> false, value -> value.scalar().count());
    }

    /** A map with a single value in it is one cell's contributors; any other is a further level of labels. */
    private static boolean isContribution(YamlMap map) {
        return map.entries().values().stream().anyMatch(value -> value instanceof YamlScalar);
    }

    private static Contribution contribution(YamlValue value) throws DeclarationException {
        YamlMap map = value.map().only(CONTRIBUTION);
        return new Contribution(
                map.count("n"),
                number(map, "x1"),
                number(map, "x2"),
                number(map, "sum"),
                weight(map, "w1"),
                weight(map, "w2"));
    }

    /** A stub that nobody filled in says nothing. */
    private static Map<String, Contribution> withoutEmpty(Map<String, Contribution> contributions) {
        Map<String, Contribution> filled = new LinkedHashMap<>(contributions);
        filled.values().removeIf(EMPTY::equals);
        return Collections.unmodifiableMap(filled);
    }

    private static @Nullable BigDecimal weight(YamlMap map, String key) throws DeclarationException {
        YamlValue value = map.get(key);
        BigDecimal weight = number(map, key);
        if (value != null && weight != null && weight.signum() <= 0) {
            throw value.unexpected("a weight above 0");
        }
        return weight;
    }

    private static @Nullable BigDecimal number(YamlMap map, String key) throws DeclarationException {
        YamlValue value = map.get(key);
        return value == null ? null : value.scalar().number();
    }

    private static Map<String, Long> levels(YamlValue value) throws DeclarationException {
        if (value instanceof YamlMap map) {
            return map.each(count -> count.scalar().count());
        }
        if (value instanceof YamlList list && list.items().size() == 2) {
            List<Long> counts = list.counts();
            Map<String, Long> levels = new LinkedHashMap<>();
            levels.put("with", counts.get(0));
            levels.put("without", counts.get(1));
            return Collections.unmodifiableMap(levels);
        }
        throw value.unexpected("[with, without], the two counts of a 0/1 variable, or {level: count}");
    }

    private static ExtremeEvidence extreme(YamlValue value) throws DeclarationException {
        YamlMap ends = value.map().only(ENDS);
        return new ExtremeEvidence(end(ends, "min"), end(ends, "max"));
    }

    private static ExtremeEvidence.@Nullable End end(YamlMap ends, String key) throws DeclarationException {
        YamlValue value = ends.get(key);
        if (value == null) {
            return null;
        }
        YamlMap end = value.map().only(END);
        return new ExtremeEvidence.End(Boolean.TRUE.equals(end.truth("structural")), end.count("n_at_value"));
    }
}
