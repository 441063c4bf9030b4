package dev.sdc.rules.dom;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.mag.Magnitudes;
import java.util.Optional;

/** Totals with contributions below zero, to which the dominance rules do not apply as they stand. */
@SdcRule(
        id = "DOM-003",
        title = "Negative contributions to a total",
        source = "Handbook on Statistical Disclosure Control, 2nd edition, 4.2; ACRO")
public final class NegativeContributions implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        Findings findings = Findings.in(this, table);
        Total.forEach(table, facts, total -> {
            boolean proved = total.largest().filter(Total.Largest::hasNegatives).isPresent();
            boolean allowed = facts.bounds(
                            table, total.figure().row(), total.figure().column())
                    .map(Bounds::low)
                    .filter(low -> low.signum() < 0)
                    .isPresent();
            if (proved || (allowed && total.largest().isPresent())) {
                findings.add(
                        table,
                        total.figure().row(),
                        total.figure().column(),
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(
                                        "Contributions to the total are or may be negative, so that shares of it say little.")
                                .because(
                                        proved
                                                ? "the two largest contributions supplied exceed the total, or are below zero"
                                                : "the declared limits allow values below zero")
                                .remedy(
                                        "Supply the contributions by their absolute size, and let a checker weigh a weaker p."));
            }
        });
        return findings.outcome("the signs of the contributions supplied");
    }
}
