package dev.sdc.rules.mdim;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.StatedSize;
import dev.sdc.rules.shape.TableRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Factor, component and structural analyses of few units, or of no more units than variables. */
@SdcRule(
        id = "MDIM-001",
        title = "Factor or component analysis of few",
        source = "StatbarnSDC ontology 1.0 (statistical hypothesis tests, low degrees of freedom)",
        parameters = "min_count")
public final class AnalysisOfFew implements TableRule {
    /** Loadings, eigenvalues, shares of variance and fit stand or fall with the number of units. */
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(
                ColumnRole.STATISTIC,
                ColumnRole.MAGNITUDE,
                ColumnRole.PROPORTION,
                ColumnRole.PERCENTAGE,
                ColumnRole.ESTIMATE,
                ColumnRole.SE,
                ColumnRole.P_VALUE,
                ColumnRole.CI_LOWER,
                ColumnRole.CI_UPPER,
                ColumnRole.DOF);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!Components.in(table)
                || table.rowCount() == 0
                || Components.scores(table).isPresent()) {
            return new Outcome.NotApplicable("no loadings, eigenvalues or fit of a factor analysis");
        }
        Findings findings = Findings.in(this, table);
        Optional<Size> n = size(table, facts);
        long variables = variables(table);
        if (n.isEmpty()) {
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many units the analysis is of.")
                            .because("no number of units is printed, declared or supplied")
                            .remedy("Print or supply the number of units.")
                            .evidence("evidence.n_obs: n"));
        } else if (n.get().low() < settings.minCount() || n.get().low() <= variables) {
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message(
                                    "The analysis is of fewer units than may be shown, or of no more than variables.")
                            .because(n.get().inWords() + " units and " + variables + " variables; the minimum is "
                                    + settings.minCount() + ", and more than the variables")
                            .remedy("Leave the analysis out, or use more units or fewer variables."));
        } else if (n.get().restsOn() != null) {
            findings.restsOn(n.get().restsOn());
        }
        return findings.outcome("units against variables");
    }

    private static Optional<Size> size(Table table, Facts facts) {
        for (Column column : table.columns()) {
            for (int row = 0; row < table.rowCount() && !column.isLabel(); row++) {
                for (Quantity figure : table.quantities(row, column.index())) {
                    if (!figure.role().isCount()) {
                        return StatedSize.of(table, facts, figure);
                    }
                }
            }
        }
        return population(table);
    }

    private static Optional<Size> population(Table table) {
        Population population = table.declaration().population();
        Long n = population == null ? null : population.n();
        return n == null
                ? Optional.empty()
                : Optional.of(Size.exactly(n, Size.Source.POPULATION, "population.n", "population.n: " + n));
    }

    /** The rows of a table of loadings are its variables. */
    private static long variables(Table table) {
        List<Column> components = Components.of(table);
        if (components.isEmpty() || Components.placesCategories(table)) {
            return 0;
        }
        long rows = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            rows += table.rowRole(row) == null && !table.isTotalRow(row) ? 1 : 0;
        }
        return rows;
    }
}
