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

/** Totals of which the largest contributors hold more than the (n, k) rule allows. */
@SdcRule(
        id = "DOM-001",
        title = "Largest contributors hold too much of a total",
        source = "Handbook on Statistical Disclosure Control, 2nd edition, 4.2; ACRO",
        parameters = {"nk", "nk_inclusive"})
public final class TopContributorsShare implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        Settings.Nk nk = settings.nk();
        if (exempt.isPresent() || nk == null) {
            return new Outcome.NotApplicable(exempt.orElse("the profile sets no (n, k) rule"));
        }
        Findings findings = Findings.in(this, table);
        Total.forEach(table, facts, total -> {
            Optional<Total.Largest> largest = total.largest().filter(x -> !x.hasNegatives());
            if (largest.isEmpty()) {
                return;
            }
            Total.Largest x = largest.get();
            BigDecimal top = x.heldAtLeast(nk.n());
            int excess = top.compareTo(nk.k().multiply(x.sum()));
            if (excess > 0 || (excess == 0 && settings.nkInclusive())) {
                findings.add(
                        table,
                        total.figure().row(),
                        total.figure().column(),
                        Disposition.BREACH,
                        words -> words.message("The largest contributors hold more of the total than may be shown.")
                                .because("the largest " + nk.n() + " hold " + (nk.n() > 2 ? "at least " : "")
                                        + Percent.of(top, x.sum()) + " of the total; the limit is "
                                        + Percent.of(nk.k(), BigDecimal.ONE))
                                .remedy("Merge the cell with another, or top-code the largest contributions."));
            } else if (x.decides(nk)) {
                findings.restsOn("evidence.contributions: "
                        + table.rowLabel(total.figure().row()));
            }
        });
        for (HiddenTotal hidden : HiddenTotals.in(table, facts)) {
            Total.behind(table, facts, hidden)
                    .filter(x -> x.heldAtLeast(nk.n()).compareTo(nk.k().multiply(x.sum())) > 0)
                    .ifPresent(x -> add(table, hidden, x, nk, findings));
        }
        return findings.outcome("the largest contributors of every total with evidence");
    }

    /** A hidden total is protected where it could be so large that the largest contributors would not hold too much of it. */
    private static void add(Table table, HiddenTotal hidden, Total.Largest x, Settings.Nk nk, Findings findings) {
        findings.add(table, hidden.row(), hidden.column(), Disposition.BREACH, words -> {
            words.message("A hidden total of few large contributors can be estimated too closely.")
                    .because("the largest " + nk.n() + " hold at least "
                            + Percent.of(x.heldAtLeast(nk.n()), x.sum()) + " of the most that it can be; the limit is "
                            + Percent.of(nk.k(), BigDecimal.ONE) + "; " + hidden.because())
                    .remedy("Hide a larger total under the same sum as well.");
            hidden.related().forEach(words::related);
            words.proof(hidden.proof());
            return words;
        });
    }
}
