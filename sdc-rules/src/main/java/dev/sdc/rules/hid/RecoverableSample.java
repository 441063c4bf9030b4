package dev.sdc.rules.hid;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.IntegerSamples;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Means and deviations of a few whole numbers from which the numbers themselves can be read back. */
@SdcRule(
        id = "HID-003",
        title = "Values follow from mean and standard deviation",
        source = "Derrick, Green, Kember, Ritchie, White 2022, Safety in numbers",
        parameters = "ambiguity")
public final class RecoverableSample implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.MEAN) || !table.holds(ColumnRole.SD)) {
            return new Outcome.NotApplicable("no means with their standard deviations");
        }
        if (table.declaration().scale() != Declaration.Scale.INTEGER) {
            return new Outcome.NotApplicable("the variable is not declared to be in whole units");
        }
        Findings findings = Findings.in(this, table);
        table.forEachQuantity(Set.of(ColumnRole.MEAN), mean -> {
            Optional<Size> n = facts.sampleSize(table, mean);
            Optional<Quantity> sd = Companions.of(table, mean, ColumnRole.SD);
            if (n.isEmpty()
                    || sd.isEmpty()
                    || n.get().low() != n.get().high()
                    || n.get().high() > IntegerSamples.LARGEST) {
                return;
            }
            Bounds bounds = facts.bounds(table, mean.row(), mean.column()).orElse(Bounds.NONE);
            OptionalLong samples = samples(mean, sd.get(), n.get(), bounds, settings, SampleShape.beside(table, mean));
            if (samples.isEmpty() || samples.getAsLong() == 0 || samples.getAsLong() >= settings.ambiguity()) {
                return;
            }
            boolean one = samples.getAsLong() == 1;
            findings.add(
                    table,
                    mean.row(),
                    mean.column(),
                    one ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                    words -> words.message(
                                    one
                                            ? "Mean, standard deviation and number of units leave only one set of values."
                                            : "Mean, standard deviation and number of units leave very few sets of values.")
                            .because("n = " + n.get().inWords() + " whole numbers have these figures in "
                                    + samples.getAsLong() + " way" + (one ? "" : "s"))
                            .remedy("Leave out the standard deviation, print fewer decimals, or merge the group."));
        });
        return findings.outcome("the samples of whole numbers behind means and deviations");
    }

    /** How many samples fit; where none does, median and ends are another variable's and are left out. */
    private static OptionalLong samples(
            Quantity mean, Quantity sd, Size n, Bounds bounds, Settings settings, SampleShape shape) {
        OptionalLong all = count(mean, sd, n, bounds, settings, values -> true);
        OptionalLong shaped = count(mean, sd, n, bounds, settings, shape::fits);
        return shaped.isPresent() && shaped.getAsLong() > 0 ? shaped : all;
    }

    private static OptionalLong count(
            Quantity mean, Quantity sd, Size n, Bounds bounds, Settings settings, Predicate<long[]> fits) {
        return IntegerSamples.count(
                (int) n.high(),
                Printed.of(mean.value()),
                Printed.of(sd.value()),
                bounds.low(),
                bounds.high(),
                settings.ambiguity(),
                fits);
    }
}
