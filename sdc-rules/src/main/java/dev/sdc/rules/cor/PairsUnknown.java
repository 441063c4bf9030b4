package dev.sdc.rules.cor;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Set;

/** Correlations of which nobody says how many units they are of. */
@SdcRule(id = "COR-004", title = "Correlation without its number of units", source = "proposal of this project")
public final class PairsUnknown implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Quantity> coefficients = Correlations.in(table);
        if (coefficients.isEmpty()) {
            return new Outcome.NotApplicable("no correlation coefficients");
        }
        Findings findings = Findings.in(this, table);
        boolean unknown = coefficients.stream()
                .anyMatch(r -> CorrelationOfFew.size(table, facts, r).isEmpty());
        if (unknown) {
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many units the correlations are of.")
                            .because("no number of pairs is printed or supplied")
                            .remedy("State the number of units, the smallest one where values are missing pairwise.")
                            .evidence("population: {n: }, or evidence.n_obs"));
        }
        return findings.outcome("every correlation has its number of units");
    }
}
