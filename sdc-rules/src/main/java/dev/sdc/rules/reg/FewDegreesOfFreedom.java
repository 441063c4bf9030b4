package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Models with so many parameters for so few units that they retell the data. */
@SdcRule(
        id = "REG-001",
        title = "Model with few residual degrees of freedom",
        source = "Eurostat ACRO user guide; Data without Boundaries; ACRO",
        parameters = {"min_dof", "exempt"})
public final class FewDegreesOfFreedom implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Models.FIGURES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent() || settings.minDof() == 0) {
            return settled.orElse(new Outcome.NotApplicable("the profile sets no minimum"));
        }
        ModelFit fit = ModelFit.of(table, facts);
        Findings findings = Findings.in(this, table);
        List<Quantity> printed = printed(table);
        for (Quantity figure : printed) {
            if (figure.value().longValue() < settings.minDof()) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.BREACH,
                        words -> words.message("The model has fewer residual degrees of freedom than may be shown.")
                                .because(figure.value().toPlainString() + " are printed; the minimum is "
                                        + settings.minDof())
                                .remedy("Estimate fewer parameters, or use more observations."));
            }
        }
        Optional<Long> least = least(table, fit);
        if (least.isEmpty() && printed.isEmpty()) {
            return new Outcome.NotApplicable("the degrees of freedom are not known; REG-002 asks for them");
        }
        if (findings.total() == 0 && least.isPresent() && least.get() < settings.minDof()) {
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message("The model has fewer residual degrees of freedom than may be shown.")
                            .because("n = " + fit.observations() + ", parameters " + fit.parameters()
                                    + (fit.events() == null ? "" : ", events " + fit.events()) + " leave "
                                    + least.get() + "; the minimum is " + settings.minDof())
                            .remedy("Estimate fewer parameters, or use more observations."));
        }
        fit.restsOn().forEach(findings::restsOn);
        return findings.outcome("the residual degrees of freedom");
    }

    /** The fewest degrees of freedom that anything says: as stated, as computed, and for a Cox model by its events. */
    private static Optional<Long> least(Table table, ModelFit fit) {
        List<Long> all = new ArrayList<>();
        if (fit.residual() != null) {
            all.add(fit.residual());
        }
        fit.computedResidual().ifPresent(all::add);
        boolean cox = table.type() == OutputType.COX_REGRESSION || table.type() == OutputType.HAZARD_RATIO;
        if (cox && fit.events() != null && fit.parameters() != null) {
            all.add(fit.events() - fit.parameters());
        }
        return all.stream().min(Long::compare);
    }

    private static List<Quantity> printed(Table table) {
        List<Quantity> figures = new ArrayList<>();
        table.forEachQuantity(Set.of(ColumnRole.DOF), figure -> {
            String header = table.columns().get(figure.column()).name();
            String label = table.rowLabel(figure.row());
            if (Wording.names(header, "residual", "resid", "residuals", "error")
                    || Wording.names(label, "residual", "resid", "residuals", "error")) {
                figures.add(figure);
            }
        });
        return figures;
    }
}
