package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models that are a table in disguise: one parameter for every filled cell of their categories. */
@SdcRule(
        id = "REG-003",
        title = "Saturated model retells a table",
        source = "Guidelines for output checking, Data without Boundaries",
        parameters = {"min_count", "exempt"})
public final class SaturatedModel implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent() || !table.holds(ColumnRole.ESTIMATE)) {
            return settled.orElse(new Outcome.NotApplicable("no coefficients"));
        }
        List<Term> terms = Term.in(table);
        DeclaredEvidence evidence = table.declaration().evidence();
        Findings findings = Findings.in(this, table);
        Long parameters = ModelFit.of(table, facts).parameters();
        boolean filled =
                parameters != null && parameters == evidence.cellCounts().size();
        if (!filled && !isSaturated(terms, evidence)) {
            return findings.outcome("the model is no table in disguise");
        }
        if (evidence.cellCounts().isEmpty()) {
            return oneFactor(table, terms, evidence, findings);
        }
        boolean small = false;
        Set<String> levels = Term.allLevels(evidence.cellCounts().keySet());
        for (Map.Entry<String, Long> cell : evidence.cellCounts().entrySet()) {
            if (Smallness.of(cell.getValue(), cell.getValue(), settings.minCount()) == Smallness.ALL) {
                small = true;
                add(findings, table, termOf(terms, cell.getKey(), levels), cell.getValue(), settings);
            }
        }
        if (!small) {
            findings.restsOn("evidence.cell_counts");
        }
        return findings.outcome("the cells behind the coefficients");
    }

    /** A model of one factor is judged by the counts of its levels. */
    private static Outcome oneFactor(Table table, List<Term> terms, DeclaredEvidence evidence, Findings findings) {
        Optional<Map.Entry<String, Map<String, Long>>> levels =
                terms.isEmpty() || terms.get(0).isInteraction()
                        ? Optional.empty()
                        : Term.entryOf(evidence.indicatorCounts(), terms.get(0).label());
        boolean single = terms.stream().noneMatch(Term::isInteraction);
        if (single && levels.isPresent()) {
            findings.restsOn("evidence.indicator_counts: " + levels.get().getKey());
            return findings.outcome("the levels of the only factor, which REG-005 tests");
        }
        if (terms.isEmpty()) {
            return findings.outcome("the constant is the mean of all observations");
        }
        findings.add(
                table.range(),
                null,
                null,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                "The model has one parameter for every group, so that its coefficients are the means of groups.")
                        .because("its regressors are categories only; nobody says how many units each combination has")
                        .remedy("Publish it as a checked table, add a continuous regressor, or supply the counts.")
                        .evidence("evidence.cell_counts: {level: {level: n}}"));
        return findings.outcome("the cells behind the coefficients");
    }

    private static void add(Findings findings, Table table, Optional<Term> term, long n, Settings settings) {
        String because = "the model has one parameter for every cell; this one gives the mean of " + n
                + " units, fewer than " + settings.minCount();
        String message = "The coefficients of a saturated model give back the mean of fewer units than may be shown.";
        String remedy = "Publish it as a checked table, or simplify the model.";
        if (term.isPresent()) {
            findings.add(
                    table,
                    term.get().estimate().row(),
                    term.get().estimate().column(),
                    Disposition.BREACH,
                    words -> words.message(message).because(because).remedy(remedy));
        } else {
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message(message).because(because).remedy(remedy));
        }
    }

    /** The coefficient that a cell's mean needs: the one of most levels, all of them the cell's. */
    private static Optional<Term> termOf(List<Term> terms, String cell, Set<String> levels) {
        return terms.stream()
                .filter(term -> term.isOf(cell, levels))
                .reduce((best, term) -> term.parts().size() > best.parts().size() ? term : best);
    }

    /** Only categories, and every combination of them: no term, one factor, or all interactions of all levels. */
    private static boolean isSaturated(List<Term> terms, DeclaredEvidence evidence) {
        CellLevels cells = new CellLevels(evidence.cellCounts().keySet());
        List<Term> mains = terms.stream().filter(term -> !term.isInteraction()).toList();
        if (!terms.stream()
                .flatMap(term -> term.parts().stream())
                .allMatch(part -> isCategory(part, evidence, cells))) {
            return false;
        }
        Map<String, Long> levels = new HashMap<>();
        mains.forEach(term -> levels.merge(variableOf(term.label(), evidence, cells), 1L, Long::sum));
        long combinations = 1;
        for (long count : levels.values()) {
            combinations *= 1 + count;
        }
        return mains.isEmpty()
                || (terms.size() + 1 == combinations && cells.areAll(levels))
                || (evidence.cellCounts().isEmpty() && CrossedTerms.areComplete(terms));
    }

    private static boolean isCategory(String part, DeclaredEvidence evidence, CellLevels cells) {
        return Term.isLevelByNotation(part)
                || Term.entryOf(evidence.indicatorCounts(), part).isPresent()
                || cells.variableOf(part).isPresent();
    }

    private static String variableOf(String part, DeclaredEvidence evidence, CellLevels cells) {
        return Term.entryOf(evidence.indicatorCounts(), part)
                .map(Map.Entry::getKey)
                .or(() -> cells.variableOf(part))
                .orElseGet(() -> Term.variable(part));
    }
}
