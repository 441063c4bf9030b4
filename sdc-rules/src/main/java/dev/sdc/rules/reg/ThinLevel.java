package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Interval;
import dev.sdc.engine.evidence.LogSpread;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Terms;
import dev.sdc.engine.evidence.TwoGroups;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Levels of a factor, and sides of a 0/1 regressor, that few units stand behind. */
@SdcRule(
        id = "REG-005",
        title = "Level of a regressor with few units",
        source = "Bundesbank sdcLog; US FSRDC",
        parameters = {"min_count", "exempt"})
public final class ThinLevel implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent() || !table.holds(ColumnRole.ESTIMATE)) {
            return settled.orElse(new Outcome.NotApplicable("no coefficients"));
        }
        Findings findings = Findings.in(this, table);
        ModelFit fit = ModelFit.of(table, facts);
        List<Term> terms = Term.in(table);
        if (twoGroups(table, fit, terms, settings, findings)) {
            return findings.outcome("the two groups of the only regressor");
        }
        Map<String, Map<String, Long>> counts = table.declaration().evidence().indicatorCounts();
        if (!counts.isEmpty()) {
            terms = new LevelCounts(table, counts, settings.minCount()).judge(terms, findings);
            if (terms.isEmpty()) {
                return findings.outcome("the counts supplied for all levels");
            }
        }
        AskOnce open = new AskOnce(table);
        LogSpread spreads = new LogSpread(table);
        PrintedLevels levels = new PrintedLevels(table, settings.minCount());
        CellSides cells = new CellSides(table.declaration().evidence().cellCounts());
        for (Term term : terms) {
            Optional<Interval> least = least(table, fit, spreads, term.estimate());
            boolean enough = least.isPresent() && least.get().isAtLeast(settings.minCount());
            if (!enough
                    && !levels.prints(term)
                    && !cells.judge(table, term, settings.minCount(), findings)
                    && !Terms.namesContinuous(term.label())) {
                open.at(term.estimate());
            }
        }
        boolean large = fit.observations() != null && fit.observations() >= 100L * settings.minCount();
        boolean mixed = terms.stream().anyMatch(term -> Terms.namesContinuous(term.label()));
        open.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                large && mixed ? Disposition.INFORMATION : Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units each level of the regressors has.")
                        .because("the standard errors do not prove enough units behind every level")
                        .remedy("Supply the counts of every level, the reference level included.")
                        .evidence("evidence.indicator_counts: {\"" + example + "\": [with, without]}")));
        return findings.outcome("the units behind all levels");
    }

    /** The least number of units (or events) that a level must have, from its standard error. */
    private static Optional<Interval> least(Table table, ModelFit fit, LogSpread spreads, Quantity estimate) {
        if (Models.isOfEvents(table) || fit.isBernoulli()) {
            return spreads.of(estimate).map(spread -> spread.countBound(1));
        }
        Printed error = fit.residualError();
        Optional<Quantity> se = Companions.of(table, estimate, ColumnRole.SE);
        if (error == null || se.isEmpty() || Printed.of(se.get().value()).low().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(error.interval()
                .dividedBy(Printed.of(se.get().value()).interval())
                .squared());
    }

    /** One 0/1 regressor and a constant: the standard errors give both groups away. */
    private static boolean twoGroups(
            Table table, ModelFit fit, List<Term> terms, Settings settings, Findings findings) {
        Long n = fit.observations();
        Optional<TwoGroups> groups = n == null || terms.size() != 1 || Models.isOfEvents(table)
                ? Optional.empty()
                : TwoGroups.in(table, terms.get(0).estimate(), n);
        if (groups.isEmpty()) {
            return false;
        }
        if (groups.get().isSmall(settings.minCount())) {
            Quantity at = terms.get(0).estimate();
            findings.add(
                    table,
                    at.row(),
                    at.column(),
                    Disposition.BREACH,
                    words -> words.message("The coefficient gives back the mean of fewer units than may be shown.")
                            .because(groups.get().how() + "; the minimum is " + settings.minCount())
                            .remedy("Leave the regressor out, or merge its groups."));
        }
        return true;
    }
}
