package dev.sdc.rules.hyp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ModelFit;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.StudentTest;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.Exempt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Student's t beside its p-value: together they tell the degrees of freedom that nobody printed. */
@SdcRule(
        id = "HYP-004",
        title = "Test from which a small number follows",
        source = "StatbarnSDC ontology, statistical hypothesis tests",
        parameters = {"min_dof", "exempt"})
public final class FewFromTest implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Column> statistics = table.columns().stream()
                .filter(column -> column.mayHold(ColumnRole.STATISTIC) && isStudent(column.leaf()))
                .toList();
        if (statistics.isEmpty() || !table.holds(ColumnRole.P_VALUE)) {
            return new Outcome.NotApplicable("no t statistics beside p-values");
        }
        Optional<Outcome> exempt = Exempt.from(settings, Exemption.MODELS);
        if (exempt.isPresent() || settings.minDof() == 0) {
            return exempt.orElse(new Outcome.NotApplicable("the profile sets no minimum"));
        }
        Findings findings = Findings.in(this, table);
        table.forEachQuantity(Set.of(ColumnRole.P_VALUE), p -> {
            // a bound such as < 0.001 is no p-value
            boolean open = isBound(table.text(p.row(), p.column())) || isKnown(table, facts, p);
            for (Column column : open ? List.<Column>of() : statistics) {
                for (Quantity t : table.quantities(p.row(), column.index())) {
                    if (StudentTest.isOfFewer(Printed.of(t.value()), Printed.of(p.value()), settings.minDof())) {
                        add(findings, table, t, p, settings);
                    }
                }
            }
        });
        return findings.outcome("the degrees of freedom that t statistics and p-values tell");
    }

    private static boolean isBound(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('>') >= 0;
    }

    /** Whether the degrees of freedom, or the units, are known anyhow; other rules test them. */
    private static boolean isKnown(Table table, Facts facts, Quantity p) {
        if (table.type().isModel()) {
            ModelFit fit = ModelFit.of(table, facts);
            return fit.residual() != null || fit.computedResidual().isPresent();
        }
        return ResidualDegrees.of(table, p.row()).isPresent()
                || facts.sampleSize(table, p).isPresent();
    }

    private static boolean isStudent(String header) {
        return Wording.is(header, "t", "t value", "t stat", "t statistic", "t ratio");
    }

    private static void add(Findings findings, Table table, Quantity t, Quantity p, Settings settings) {
        findings.add(
                table,
                p.row(),
                p.column(),
                Disposition.BREACH,
                words -> words.message("The test is of fewer units than may be shown, as its p-value gives away.")
                        .because("t = " + t.value().toPlainString() + " has a p-value of "
                                + p.value().toPlainString() + " with fewer than " + settings.minDof()
                                + " degrees of freedom only")
                        .remedy("Leave the test out, or use more observations."));
    }
}
