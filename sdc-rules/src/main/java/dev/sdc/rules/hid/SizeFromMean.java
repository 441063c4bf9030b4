package dev.sdc.rules.hid;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Masked numbers of units that the decimals of a mean of whole numbers give back. */
@SdcRule(
        id = "HID-002",
        title = "Masked number of units follows from a mean",
        source = "ConcePTION-Level3, issue 17 (outputs of SAIL)",
        parameters = {"min_count", "ambiguity"})
public final class SizeFromMean implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.MEAN)) {
            return new Outcome.NotApplicable("no means");
        }
        if (table.declaration().scale() != Declaration.Scale.INTEGER) {
            return new Outcome.NotApplicable("the variable is not declared to be in whole units");
        }
        Findings findings = Findings.in(this, table);
        table.forEachQuantity(Set.of(ColumnRole.MEAN), mean -> {
            Optional<MaskedSize> masked = MaskedSize.besides(table, mean);
            if (masked.isEmpty()) {
                return;
            }
            List<Long> fitting = masked.get().fitting(mean);
            long possible = masked.get().high() - masked.get().low() + 1;
            boolean small = !fitting.isEmpty() && fitting.get(fitting.size() - 1) < settings.minCount();
            if (!small || fitting.size() >= possible) {
                return;
            }
            findings.add(
                    table,
                    mean.row(),
                    masked.get().column(),
                    fitting.size() < settings.ambiguity() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                    words -> words.message(
                                    "The mask says less than the mean beside it: few numbers of units fit its decimals.")
                            .because("a mean of whole numbers with these decimals needs n among " + fitting)
                            .remedy("Mask the mean as well, or merge the group with another."));
        });
        return findings.outcome("the masked numbers of units beside means of whole numbers");
    }
}
