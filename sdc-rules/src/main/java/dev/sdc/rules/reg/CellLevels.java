package dev.sdc.rules.reg;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The levels of the variables that cells cross, by their place in the names of the cells: {@code North / yes}. */
final class CellLevels {
    private static final int SEVERAL = -1;

    private final Map<String, Integer> placeByLevel = new HashMap<>();

    CellLevels(Collection<String> cells) {
        for (String cell : cells) {
            List<String> levels = Term.levels(cell);
            for (int place = 0; place < levels.size(); place++) {
                placeByLevel.merge(levels.get(place), place, (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
    }

    /** The variable that a part is a level of, named by its place; none if no cell says so, or cells disagree. */
    Optional<String> variableOf(String part) {
        return Term.levelOf(part, placeByLevel.keySet())
                .map(placeByLevel::get)
                .filter(place -> place != SEVERAL)
                .map(CellLevels::name);
    }

    /** Whether the variables that only the cells tell have, beside those counted, one level more: that of comparison. */
    boolean areAll(Map<String, Long> counted) {
        Map<String, Long> known = new HashMap<>();
        placeByLevel.values().forEach(place -> known.merge(name(place), 1L, Long::sum));
        return counted.entrySet().stream()
                .allMatch(variable ->
                        known.getOrDefault(variable.getKey(), variable.getValue() + 1) == variable.getValue() + 1);
    }

    private static String name(int place) {
        return "variable " + place + " of the cells";
    }
}
