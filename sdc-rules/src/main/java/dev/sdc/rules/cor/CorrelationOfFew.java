package dev.sdc.rules.cor;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Confidence;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SpreadSize;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Correlation coefficients of few pairs. */
@SdcRule(
        id = "COR-001",
        title = "Correlation of few units",
        source = "Guidelines for output checking, Data without Boundaries",
        parameters = "min_count")
public final class CorrelationOfFew implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(
                ColumnRole.STATISTIC, ColumnRole.P_VALUE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER, ColumnRole.DOF);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Quantity> coefficients = Correlations.in(table);
        if (coefficients.isEmpty()) {
            return new Outcome.NotApplicable("no correlation coefficients");
        }
        Findings findings = Findings.in(this, table);
        for (Quantity coefficient : coefficients) {
            Optional<Size> n = size(table, facts, coefficient);
            if (n.isEmpty()) {
                continue;
            }
            Smallness smallness = Smallness.of(n.get(), settings.minCount());
            String declared = n.get().restsOn();
            if (smallness == Smallness.NONE && declared != null) {
                findings.restsOn(declared);
            }
            if (smallness != Smallness.NONE) {
                findings.add(
                        table,
                        coefficient.row(),
                        coefficient.column(),
                        Disposition.of(smallness, Disposition.HUMAN_JUDGEMENT),
                        words -> words.message("The correlation is of fewer units than may be shown.")
                                .because("n = " + n.get().inWords() + " ("
                                        + n.get().where() + "); the minimum is " + settings.minCount())
                                .remedy("Leave the coefficient out, or merge the group with another."));
            }
        }
        return findings.outcome("the units behind all correlations whose number is known");
    }

    /** As something says it or the evidence does, else as Fisher's z gives it away. */
    static Optional<Size> size(Table table, Facts facts, Quantity coefficient) {
        Optional<Size> stated = facts.sizeOrMask(table, coefficient);
        if (stated.isPresent()) {
            return stated;
        }
        Long observations = table.declaration().evidence().nObs();
        if (observations != null) {
            return Optional.of(Size.exactly(
                    observations, Size.Source.EVIDENCE, "evidence.n_obs", "evidence.n_obs: " + observations));
        }
        String where = table.file() + "!" + table.address(coefficient.row(), coefficient.column());
        Optional<Long> residual = residual(table, coefficient.row());
        if (residual.isPresent()) {
            return Optional.of(Size.exactly(residual.get() + 2, Size.Source.INFERRED, where, null));
        }
        return Companions.limits(table, coefficient)
                .flatMap(ends -> SpreadSize.ofCorrelationLimits(
                        Printed.of(ends.get(0).value()),
                        Printed.of(ends.get(1).value()),
                        Confidence.in(table.columns().stream().map(Column::name).toList())))
                .map(n -> new Size(n.low(), n.high(), Size.Source.INFERRED, where, null));
    }

    /** The degrees of freedom of the test of a coefficient: two fewer than its pairs. */
    private static Optional<Long> residual(Table table, int row) {
        if (!table.holds(ColumnRole.DOF)) {
            return Optional.empty();
        }
        for (Column column : table.columns()) {
            for (Quantity part : table.quantities(row, column.index())) {
                if (part.role() == ColumnRole.DOF && Wording.names(column.name(), "residual df")) {
                    return Optional.of(part.value().longValue());
                }
            }
        }
        return Optional.empty();
    }
}
