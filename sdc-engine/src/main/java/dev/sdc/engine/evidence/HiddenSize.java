package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The number of units behind a figure, worked out from the measures of spread printed beside it although no count is
 * printed.
 *
 * @param size the numbers that fit
 * @param key the figure that gives the number away
 * @param how the computation, for people
 */
public record HiddenSize(SpreadSize size, Quantity key, String how) {

    /** The number of units behind a figure: as something says it, else as the spread gives it away. */
    public static Optional<Size> orStated(Facts facts, Table table, Quantity figure) {
        Optional<Size> stated = facts.sampleSize(table, figure);
        return stated.isPresent()
                ? stated
                : behind(table, figure)
                        .map(hidden -> new Size(
                                hidden.size.low(),
                                hidden.size.high(),
                                Size.Source.INFERRED,
                                table.file() + "!" + table.address(hidden.key.row(), hidden.key.column()),
                                null));
    }

    /** For a mean, a share, a standard deviation or a standard error; empty when the spread says nothing. */
    public static Optional<HiddenSize> behind(Table table, Quantity figure) {
        Optional<Quantity> sd = itselfOr(table, figure, ColumnRole.SD);
        Optional<Quantity> se = itselfOr(table, figure, ColumnRole.SE);
        if (sd.isPresent() && se.isPresent()) {
            return SpreadSize.ofDeviationAndError(printed(sd.get()), printed(se.get()))
                    .map(size -> new HiddenSize(
                            size,
                            se.get(),
                            "(SD / SE)² = (" + text(sd.get()) + " / " + text(se.get()) + ")² leaves n = "
                                    + size.inWords()));
        }
        if (sd.isPresent()) {
            return fromLimits(table, figure, sd.get());
        }
        return se.isPresent() ? fromShare(table, figure, se.get()) : Optional.empty();
    }

    private static Optional<HiddenSize> fromLimits(Table table, Quantity figure, Quantity sd) {
        Optional<List<Quantity>> limits = Companions.limits(table, figure);
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        Quantity lower = limits.get().get(0);
        Quantity upper = limits.get().get(1);
        Confidence level =
                Confidence.in(List.of(table.columns().get(lower.column()).name(), table.rowLabel(lower.row())));
        return SpreadSize.ofDeviationAndLimits(printed(sd), printed(lower), printed(upper), level)
                .map(size -> new HiddenSize(
                        size,
                        upper,
                        "limits " + text(lower) + " and " + text(upper) + " around a mean with SD " + text(sd)
                                + " leave n = " + size.inWords()));
    }

    private static Optional<HiddenSize> fromShare(Table table, Quantity figure, Quantity se) {
        Optional<Quantity> share = itselfOr(table, figure, ColumnRole.PROPORTION);
        int places = 0;
        if (share.isEmpty()) {
            share = itselfOr(table, figure, ColumnRole.PERCENTAGE);
            places = 2;
        }
        if (share.isEmpty()) {
            return Optional.empty();
        }
        Quantity p = share.get();
        return SpreadSize.ofShareAndError(
                        printed(p).movePointLeft(places), printed(se).movePointLeft(places))
                .map(size -> new HiddenSize(
                        size,
                        se,
                        "p (1 - p) / SE² with p = " + text(p) + " and SE = " + text(se) + " leaves n = "
                                + size.inWords()));
    }

    private static Optional<Quantity> itselfOr(Table table, Quantity figure, ColumnRole role) {
        return figure.role() == role ? Optional.of(figure) : Companions.of(table, figure, role);
    }

    private static Printed printed(Quantity quantity) {
        return Printed.of(quantity.value());
    }

    private static String text(Quantity quantity) {
        return quantity.value().toPlainString();
    }
}
