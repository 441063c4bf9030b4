package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Models of many observations of one person, one practice or one firm. */
@SdcRule(
        id = "REG-004",
        title = "Model of one unit",
        source = "Guidelines for output checking, Data without Boundaries",
        parameters = "exempt")
public final class OneUnit implements TableRule {
    private static final String[] UNITS = {
        "number of subjects", "number of clusters", "number of groups", "subjects", "patients", "units", "clusters"
    };
    private static final String MESSAGE = "The model is of one unit, so that its coefficients describe that unit.";
    private static final String REMEDY = "Estimate the model over more units.";

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<Outcome> settled = Models.settled(table, settings);
        if (settled.isPresent()) {
            return settled.get();
        }
        Findings findings = Findings.in(this, table);
        for (Column column : table.columns()) {
            for (int row = 0; row < table.rowCount(); row++) {
                boolean units = Wording.is(column.leaf(), UNITS) || Wording.is(table.rowLabel(row), UNITS);
                for (Quantity figure : units ? table.quantities(row, column.index()) : List.<Quantity>of()) {
                    if (figure.value().compareTo(BigDecimal.ONE) == 0) {
                        findings.add(
                                table,
                                row,
                                column.index(),
                                Disposition.BREACH,
                                words -> words.message(MESSAGE)
                                        .because("the print says 1")
                                        .remedy(REMEDY));
                    }
                }
            }
        }
        Population population = table.declaration().population();
        Long declared = population == null ? null : population.n();
        boolean one = table.declaration().evidence().clusterSizes().size() == 1
                || Long.valueOf(1).equals(declared);
        if (findings.total() == 0 && one) {
            findings.add(
                    table.range(),
                    null,
                    null,
                    Disposition.BREACH,
                    words -> words.message(MESSAGE)
                            .because("the submission says that all observations are of one unit")
                            .remedy(REMEDY));
        }
        return findings.outcome("how many units the observations are of, where that is said");
    }
}
