package dev.sdc.rules.reg;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether indicators are the levels of variables that are crossed in full, told by their interactions alone: levels of one
 * variable have none with each other, and the same with all levels of the others.
 */
final class CrossedTerms {
    private CrossedTerms() {}

    static boolean areComplete(List<Term> terms) {
        Map<String, Set<String>> partners = new HashMap<>();
        for (Term term : terms) {
            if (!term.isInteraction()) {
                partners.put(term.label(), new HashSet<>());
            }
        }
        for (Term term : terms) {
            List<String> parts = term.parts();
            if (!partners.keySet().containsAll(parts)) {
                return false;
            }
            if (parts.size() == 2) {
                partners.computeIfPresent(parts.get(0), (part, others) -> with(others, parts.get(1)));
                partners.computeIfPresent(parts.get(1), (part, others) -> with(others, parts.get(0)));
            }
        }
        Map<Set<String>, Long> levels = new HashMap<>();
        partners.values().forEach(others -> levels.merge(others, 1L, Long::sum));
        long cells = 1;
        for (Map.Entry<Set<String>, Long> variable : levels.entrySet()) {
            if (variable.getKey().size() + variable.getValue() != partners.size()) {
                return false;
            }
            cells *= 1 + variable.getValue();
        }
        return levels.size() > 1 && terms.size() + 1 == cells;
    }

    private static Set<String> with(Set<String> others, String one) {
        others.add(one);
        return others;
    }
}
