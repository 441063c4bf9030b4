package dev.sdc.rules.dom;

import dev.sdc.engine.audit.HiddenTotals;
import dev.sdc.engine.audit.HiddenTotals.HiddenTotal;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.mag.Magnitudes;
import java.math.BigDecimal;
import java.util.Optional;

/** Totals from which the second largest contributor can estimate the largest too closely: the p% rule. */
@SdcRule(
        id = "DOM-002",
        title = "Second contributor can estimate the largest",
        source = "Handbook on Statistical Disclosure Control, 2nd edition, 4.2; ACRO",
        parameters = "p_percent")
public final class SmallRemainder implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        BigDecimal p = settings.pPercent();
        if (exempt.isPresent() || p == null) {
            return new Outcome.NotApplicable(exempt.orElse("the profile sets no p% rule"));
        }
        Findings findings = Findings.in(this, table);
        Total.forEach(table, facts, total -> {
            Optional<Total.Largest> largest = total.largest().filter(x -> !x.hasNegatives());
            if (largest.isEmpty() || largest.get().x1().signum() == 0) {
                return;
            }
            Total.Largest x = largest.get();
            if (x.remainder().compareTo(p.multiply(x.x1())) < 0) {
                findings.add(
                        table,
                        total.figure().row(),
                        total.figure().column(),
                        Disposition.BREACH,
                        words -> words.message("The second largest contributor can estimate the largest too closely.")
                                .because("what the others contribute is " + Percent.of(x.remainder(), x.x1())
                                        + " of the largest; the limit is " + Percent.of(p, BigDecimal.ONE))
                                .remedy("Merge the cell with another, or top-code the largest contributions."));
            } else {
                findings.restsOn("evidence.contributions: "
                        + table.rowLabel(total.figure().row()));
            }
        });
        for (HiddenTotal hidden : HiddenTotals.in(table, facts)) {
            Total.behind(table, facts, hidden)
                    .filter(x -> x.x1().signum() > 0 && x.remainder().compareTo(p.multiply(x.x1())) < 0)
                    .ifPresent(x -> add(table, hidden, x, p, findings));
        }
        return findings.outcome("the remainder of every total with evidence");
    }

    /** A hidden total is protected where it could be so large that the second largest would be far from the largest. */
    private static void add(Table table, HiddenTotal hidden, Total.Largest x, BigDecimal p, Findings findings) {
        findings.add(table, hidden.row(), hidden.column(), Disposition.BREACH, words -> {
            words.message("The second largest contributor can estimate the largest of a hidden total too closely.")
                    .because("even of the most that the total can be, what the others contribute is at most "
                            + Percent.of(x.remainder(), x.x1()) + " of the largest; the limit is "
                            + Percent.of(p, BigDecimal.ONE) + "; " + hidden.because())
                    .remedy("Hide a larger total under the same sum as well.");
            hidden.related().forEach(words::related);
            words.proof(hidden.proof());
            return words;
        });
    }
}
