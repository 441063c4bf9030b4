package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the counts of levels that the evidence supplies; variables that the model lacks are ignored. */
final class LevelCounts {
    private static final Pattern VERSUS = Pattern.compile("\\s+(?:vs\\.?|versus|v\\.?|gegen)\\s+");

    private final Table table;
    private final Map<String, Map<String, Long>> counts;
    private final int minCount;

    LevelCounts(Table table, Map<String, Map<String, Long>> counts, int minCount) {
        this.table = table;
        this.counts = counts;
        this.minCount = minCount;
    }

    /** Judges what is supplied; returns the terms that it says nothing of. */
    List<Term> judge(List<Term> terms, Findings findings) {
        Set<String> judged = new HashSet<>();
        List<Term> untold = new ArrayList<>();
        for (Term term : terms) {
            List<Map.Entry<String, Map<String, Long>>> variables = variables(term);
            if (variables.isEmpty()) {
                untold.add(term);
            }
            for (Map.Entry<String, Map<String, Long>> variable : variables) {
                if (judged.add(variable.getKey())) {
                    levels(terms, term, variable, findings);
                }
            }
        }
        return untold;
    }

    /** What is supplied for a term as it is printed, or for every factor of it. */
    private List<Map.Entry<String, Map<String, Long>>> variables(Term term) {
        return Term.entryNamed(counts, term.label())
                .map(List::of)
                .orElseGet(() -> term.parts().stream()
                        .flatMap(part -> Term.entryOf(counts, part).or(() -> byLevel(part)).stream())
                        .toList());
    }

    /** The only variable that has a level of this name, where terms are printed by their levels. */
    private Optional<Map.Entry<String, Map<String, Long>>> byLevel(String part) {
        String level = VERSUS.split(part, 2)[0].strip();
        List<Map.Entry<String, Map<String, Long>>> variables = counts.entrySet().stream()
                .filter(entry -> entry.getValue().keySet().stream().anyMatch(level::equalsIgnoreCase))
                .toList();
        return variables.size() == 1 ? Optional.of(variables.get(0)) : Optional.empty();
    }

    private void levels(
            List<Term> terms, Term first, Map.Entry<String, Map<String, Long>> variable, Findings findings) {
        boolean small = false;
        for (Map.Entry<String, Long> level : variable.getValue().entrySet()) {
            if (Smallness.of(level.getValue(), level.getValue(), minCount) == Smallness.ALL) {
                small = true;
                // the reference level has no term of its own: its mean is in the first of the variable
                Term at = terms.stream()
                        .filter(term -> !term.isInteraction()
                                && Term.levelOf(
                                                term.label(),
                                                variable.getValue().keySet())
                                        .filter(level.getKey()::equals)
                                        .isPresent())
                        .findFirst()
                        .orElse(first);
                findings.add(
                        table,
                        at.estimate().row(),
                        at.estimate().column(),
                        Disposition.BREACH,
                        words -> words.message("A level of the regressor has fewer units than may be shown.")
                                .because("the evidence says " + level.getValue() + " for level " + level.getKey()
                                        + " of " + variable.getKey() + "; the minimum is " + minCount)
                                .remedy("Merge the level with another, or leave the regressor out."));
            }
        }
        if (!small) {
            findings.restsOn("evidence.indicator_counts: " + variable.getKey());
        }
    }
}
