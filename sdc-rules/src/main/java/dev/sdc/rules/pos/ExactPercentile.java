package dev.sdc.rules.pos;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Percentiles of a continuous variable in a group so small that the value may be one unit's own. */
@SdcRule(
        id = "POS-003",
        title = "Percentile may be one unit's exact value",
        source = "ONS Secure Research Service",
        parameters = "q_min")
public final class ExactPercentile implements TableRule {
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.PERCENTILE)) {
            return new Outcome.NotApplicable("no percentiles");
        }
        if (table.declaration().scale() == Declaration.Scale.INTEGER) {
            return new Outcome.NotApplicable("the variable is declared to be in whole units");
        }
        if (!table.declaration().valueRounding().isEmpty()) {
            return new Outcome.NotApplicable("the values are declared to be rounded");
        }
        Findings findings = Findings.in(this, table);
        for (List<Quantity> group : PercentileGroups.in(table)) {
            if (group.stream().allMatch(ExactPercentile::isOfWholeUnits)) {
                continue;
            }
            for (Quantity figure : group) {
                Optional<Size> n = facts.sampleSize(table, figure);
                BigDecimal level = PercentileGroups.level(figure);
                BigDecimal tail = level.min(BigDecimal.ONE.subtract(level));
                BigDecimal enough = BigDecimal.valueOf(4L * settings.qMin());
                if (n.isPresent()
                        && tail.signum() > 0
                        && tail.multiply(BigDecimal.valueOf(n.get().low())).compareTo(enough) < 0) {
                    findings.add(
                            table,
                            figure.row(),
                            figure.column(),
                            Disposition.HUMAN_JUDGEMENT,
                            words -> words.message(
                                            "The percentile of a small group may be the exact value of one unit.")
                                    .because("n = " + n.get().inWords() + " and the value is not rounded")
                                    .remedy("Round or band the value, and declare it under value_rounding."));
                }
            }
        }
        return findings.outcome("the exactness of percentiles of continuous variables");
    }

    /** A percentile of whole numbers is whole, or lies a quarter or half way between two. */
    private static boolean isOfWholeUnits(Quantity figure) {
        return figure.value().remainder(QUARTER).signum() == 0;
    }
}
