package dev.sdc.rules.cor;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Correlations of 1 or -1 between two variables: one gives the other. */
@SdcRule(id = "COR-002", title = "Correlation of 1 between two variables", source = "Handbook on SDC for Outputs, 2024")
public final class ExactRelation implements TableRule {
    private static final int DECIMALS = 3;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Quantity> coefficients = Correlations.in(table);
        if (coefficients.isEmpty()) {
            return new Outcome.NotApplicable("no correlation coefficients");
        }
        Findings findings = Findings.in(this, table);
        for (Quantity coefficient : coefficients) {
            BigDecimal size = coefficient.value().abs();
            if (size.setScale(DECIMALS, RoundingMode.HALF_UP).compareTo(BigDecimal.ONE) == 0) {
                findings.add(
                        table,
                        coefficient.row(),
                        coefficient.column(),
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message(
                                        "The two variables are in an exact relation, so that one gives the other.")
                                .because("the coefficient is 1 or -1 at " + DECIMALS + " decimals")
                                .remedy("Leave the pair out unless both variables may be known."));
            }
        }
        return findings.outcome("the sizes of all correlations");
    }
}
