package dev.sdc.rules.gini;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
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
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.NamedFigures;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Gini coefficients of few units, or of one unit that holds everything. */
@SdcRule(
        id = "GINI-001",
        title = "Gini coefficient of few units, or of one that holds all",
        source = "StatbarnSDC ontology (Gini); Guidelines for output checking, Data without Boundaries",
        parameters = "min_count")
public final class GiniOfFew implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC);
    }

    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        return decides().contains(role) && named(table).include(table, column, role);
    }

    private static NamedFigures named(Table table) {
        return NamedFigures.in(table, "gini");
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        NamedFigures coefficients = named(table);
        if (coefficients.isEmpty()) {
            return new Outcome.NotApplicable("no Gini coefficient");
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        coefficients.forEach(figure -> {
            Optional<Size> n = facts.sampleSize(table, figure);
            Smallness few = n.isEmpty() ? Smallness.NONE : Smallness.of(n.get(), settings.minCount());
            if (oneHoldsAll(figure, n)) {
                add(
                        findings,
                        table,
                        figure,
                        Disposition.BREACH,
                        "a coefficient of its largest value means that one unit holds everything");
            } else if (n.isEmpty()) {
                ask.at(figure);
            } else if (few != Smallness.NONE) {
                add(
                        findings,
                        table,
                        figure,
                        Disposition.of(few, Disposition.HUMAN_JUDGEMENT),
                        n.get().inWords() + " units; the minimum is " + settings.minCount());
            } else {
                String declared = n.get().restsOn();
                if (declared != null) {
                    findings.restsOn(declared);
                }
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units the Gini coefficient is of.")
                        .because("no count is printed beside it")
                        .remedy("Print the number of units, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}")));
        return findings.outcome("the units behind all Gini coefficients");
    }

    private static void add(Findings findings, Table table, Quantity figure, Disposition disposition, String because) {
        findings.add(
                table,
                figure.row(),
                figure.column(),
                disposition,
                words -> words.message(
                                "The Gini coefficient is of fewer units than may be shown, or of one that holds all.")
                        .because(because)
                        .remedy("Leave the coefficient out, or widen the group."));
    }

    /** G = 1, or (n - 1) / n, the most that n units allow. */
    private static boolean oneHoldsAll(Quantity figure, Optional<Size> n) {
        BigDecimal whole = figure.value().compareTo(BigDecimal.ONE) > 0 ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        if (figure.value().compareTo(whole) == 0) {
            return true;
        }
        if (n.isEmpty() || n.get().low() < 1 || n.get().low() != n.get().high()) {
            return false;
        }
        Printed printed = Printed.of(figure.value());
        BigDecimal units = BigDecimal.valueOf(n.get().low());
        BigDecimal most = units.subtract(BigDecimal.ONE).multiply(whole);
        return printed.low().multiply(units).compareTo(most) <= 0
                && printed.high().multiply(units).compareTo(most) >= 0
                // with so few decimals that 1 would be printed alike, nothing is proved
                && printed.high().compareTo(whole) < 0;
    }
}
