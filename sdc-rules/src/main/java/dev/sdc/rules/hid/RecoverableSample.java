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
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** Means of a few whole numbers, with a deviation or a median, from which the numbers themselves can be read back. */
@SdcRule(
        id = "HID-003",
        title = "Values follow from mean and standard deviation",
        source = "Derrick, Green, Kember, Ritchie, White 2022, Safety in numbers",
        parameters = "ambiguity")
public final class RecoverableSample implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        boolean spread = table.holds(ColumnRole.SD) || table.holds(ColumnRole.PERCENTILE);
        if (!table.holds(ColumnRole.MEAN) || !spread) {
            return new Outcome.NotApplicable("no means with their standard deviations or medians");
        }
        if (table.declaration().scale() != Declaration.Scale.INTEGER) {
            return new Outcome.NotApplicable("the variable is not declared to be in whole units");
        }
        Findings findings = Findings.in(this, table);
        table.forEachQuantity(Set.of(ColumnRole.MEAN), mean -> {
            OptionalLong n = size(table, facts, mean);
            Bounds bounds = facts.bounds(table, mean.row(), mean.column()).orElse(Bounds.NONE);
            SampleShape shape = SampleShape.beside(table, mean);
            Optional<Printed> sd = Companions.of(table, mean, ColumnRole.SD)
                    .map(figure -> Printed.of(figure.value()))
                    .or(() -> n.isPresent() && shape.median().isPresent()
                            ? anySpread(mean, n.getAsLong(), bounds)
                            : Optional.empty());
            if (n.isEmpty() || sd.isEmpty() || n.getAsLong() > IntegerSamples.LARGEST) {
                return;
            }
            Samples samples = samples(mean, sd.get(), (int) n.getAsLong(), bounds, settings, shape);
            if (samples.all() == 0 || samples.all() >= settings.ambiguity()) {
                return;
            }
            boolean one = samples.all() == 1;
            findings.add(
                    table,
                    mean.row(),
                    mean.column(),
                    one ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                    words -> words.message(
                                    one
                                            ? "The figures of this group leave only one set of values."
                                            : "The figures of this group leave very few sets of values.")
                            .because("n = " + n.getAsLong() + " whole numbers have these figures in " + samples.all()
                                    + " way" + (one ? ": " + samples.last() : "s"))
                            .remedy("Leave out all figures but one, print fewer decimals, or merge the group."));
        });
        return findings.outcome("the samples of whole numbers behind means and deviations");
    }

    /** How many units there are: as printed, or as the decimals of the mean leave of a mask. */
    private static OptionalLong size(Table table, Facts facts, Quantity mean) {
        Optional<Size> n = facts.sampleSize(table, mean);
        if (n.isPresent()) {
            return n.get().low() == n.get().high() ? OptionalLong.of(n.get().low()) : OptionalLong.empty();
        }
        List<Long> fitting = MaskedSize.besides(table, mean)
                .map(masked -> masked.fitting(mean))
                .orElse(List.of());
        return fitting.size() == 1 ? OptionalLong.of(fitting.get(0)) : OptionalLong.empty();
    }

    /** Any deviation that values above a declared limit can have: at most one of them lies far from it. */
    private static Optional<Printed> anySpread(Quantity mean, long n, Bounds bounds) {
        BigDecimal low = bounds.low();
        if (low == null) {
            return Optional.empty();
        }
        BigDecimal above = Printed.of(mean.value()).high().subtract(low);
        BigDecimal half = above.multiply(BigDecimal.valueOf(n)).movePointLeft(1).multiply(BigDecimal.valueOf(5));
        return above.signum() < 0 ? Optional.empty() : Optional.of(new Printed(half, half));
    }

    /**
     * Sets of values that fit.
     *
     * @param all how many there are; 0 where the search was given up
     * @param last one of them, in words
     */
    private record Samples(long all, String last) {}

    /** The samples that fit; where none does, median and ends are another variable's and are left out. */
    private static Samples samples(
            Quantity mean, Printed sd, int n, Bounds bounds, Settings settings, SampleShape shape) {
        Samples shaped = samples(mean, sd, n, bounds, settings, shape::fits);
        return shaped.all() > 0 ? shaped : samples(mean, sd, n, bounds, settings, values -> true);
    }

    private static Samples samples(
            Quantity mean, Printed sd, int n, Bounds bounds, Settings settings, Predicate<long[]> fits) {
        StringJoiner[] last = {new StringJoiner(", ")};
        OptionalLong all = IntegerSamples.count(
                n, Printed.of(mean.value()), sd, bounds.low(), bounds.high(), settings.ambiguity(), values -> {
                    boolean fit = fits.test(values);
                    if (fit) {
                        last[0] = new StringJoiner(", ");
                        for (long value : values) {
                            last[0].add(Long.toString(value));
                        }
                    }
                    return fit;
                });
        return new Samples(all.orElse(0), last[0].toString());
    }
}
