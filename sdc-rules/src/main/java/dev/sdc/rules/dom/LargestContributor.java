package dev.sdc.rules.dom;

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

/** Totals of which one contributor holds too much. */
@SdcRule(
        id = "DOM-005",
        title = "One contributor holds too much of a total",
        source = "Guidelines for output checking, Data without Boundaries; ONS Secure Research Service",
        parameters = "x1_share")
public final class LargestContributor implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        BigDecimal limit = settings.x1Share();
        if (exempt.isPresent() || limit == null) {
            return new Outcome.NotApplicable(exempt.orElse("the profile sets no limit for one contributor"));
        }
        Findings findings = Findings.in(this, table);
        Total.forEach(table, facts, total -> {
            Optional<Total.Largest> largest = total.largest().filter(x -> !x.hasNegatives());
            if (largest.isEmpty()) {
                return;
            }
            Total.Largest x = largest.get();
            if (x.heldAtLeast(1).compareTo(limit.multiply(x.sum())) > 0) {
                findings.add(
                        table,
                        total.figure().row(),
                        total.figure().column(),
                        Disposition.BREACH,
                        words -> words.message("One contributor holds more of the total than may be shown.")
                                .because("the largest holds " + Percent.of(x.heldAtLeast(1), x.sum())
                                        + " of the total; the limit is " + Percent.of(limit, BigDecimal.ONE))
                                .remedy("Merge the cell with another, or top-code the largest contribution."));
            } else {
                findings.restsOn("evidence.contributions: "
                        + table.rowLabel(total.figure().row()));
            }
        });
        return findings.outcome("the largest contributor of every total with evidence");
    }
}
