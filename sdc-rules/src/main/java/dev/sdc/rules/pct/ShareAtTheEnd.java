package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Optional;

/** Shares of nothing or of all; a note, since the class rules judge them. */
@SdcRule(id = "PCT-005", title = "Percentage of 0 or 100, as a note", source = "ADRF export guidelines")
public final class ShareAtTheEnd implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Shares.exempt(table, settings);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        Findings findings = Findings.in(this, table);
        table.forEachQuantity(Shares.ROLES, figure -> {
            BigDecimal value = figure.value();
            boolean all = value.compareTo(Shares.whole(figure)) == 0;
            boolean listed = all
                    && (table.isTotalRow(figure.row())
                            || table.columns().get(figure.column()).total());
            if (listed || (!all && value.signum() != 0)) {
                return;
            }
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.INFORMATION,
                    words -> words.message("The percentage says that none or all of the group have the value.")
                            .because("it is at the end of its scale; CLS-004 judges whether that discloses")
                            .remedy("Merge the group, or print a bound such as \"over 95\" where it discloses."));
        });
        return findings.outcome("all shares");
    }
}
