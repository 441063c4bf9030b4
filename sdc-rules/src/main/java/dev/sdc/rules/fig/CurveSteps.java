package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.CurveBase;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.PrintedDecimals;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a curve along one of its rates: a share of all positives, or of all negatives.
 *
 * @param points how many different values lie between 0 and 1
 * @param base the number of positives or negatives, as supplied or as the values give it away; null when nothing tells
 * @param smallest the fewest units in a step from one value to the next, the ends 0 and 1 included; 0 without a base
 * @param restsOn the evidence that the base is from, or null when the values give it away
 */
record CurveSteps(
        long points,
        @Nullable Long base,
        long smallest,
        @Nullable String restsOn) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The finest plain grid. */
    private static final long TWENTIETHS = 20;

    /** The steps along a column; empty when it is no share of all positives or of all negatives. */
    static Optional<CurveSteps> along(Table table, Column column) {
        boolean positives =
                Wording.names(column.name(), "tpr", "true positive rate", "sensitivity", "sens", "recall", "tp rate");
        boolean negatives = Wording.names(
                column.name(), "fpr", "false positive rate", "specificity", "spec", "fp rate", "tnr", "fall out");
        if (column.isLabel() || positives == negatives) {
            return Optional.empty();
        }
        List<Printed> shares = shares(table, column);
        DeclaredEvidence evidence = table.declaration().evidence();
        Long events = evidence.nEvents();
        Long all = evidence.nObs();
        Long supplied = positives ? events : events == null || all == null ? null : (Long) (all - events);
        if (supplied != null && supplied > 0) {
            String key = positives ? "evidence.n_events: " + events : "evidence.n_obs: " + all;
            return Optional.of(
                    new CurveSteps(shares.size(), supplied, smallest(units(shares, supplied), supplied), key));
        }
        Optional<CurveBase> base = CurveBase.of(shares).filter(CurveBase::beyondChance);
        if (base.isEmpty() || isGrid(shares, base.get().size(), negatives)) {
            return Optional.of(new CurveSteps(shares.size(), null, 0, null));
        }
        long size = base.get().size();
        return Optional.of(
                new CurveSteps(shares.size(), size, smallest(base.get().units(), size), null));
    }

    /** The different values between 0 and 1, rising. */
    private static List<Printed> shares(Table table, Column column) {
        PrintedDecimals decimals = new PrintedDecimals(table);
        List<Printed> all = new ArrayList<>();
        boolean percent = false;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (figure.role() == ColumnRole.PROPORTION || figure.role() == ColumnRole.PERCENTAGE) {
                    all.add(decimals.read(figure));
                    percent |= figure.value().compareTo(BigDecimal.ONE) > 0;
                }
            }
        }
        BigDecimal whole = percent ? HUNDRED : BigDecimal.ONE;
        int places = percent ? 2 : 0;
        all.removeIf(share -> share.value().signum() <= 0 || share.value().compareTo(whole) >= 0);
        all.sort(Comparator.comparing(Printed::value));
        List<Printed> different = new ArrayList<>();
        for (Printed share : all) {
            Printed last = different.isEmpty() ? null : different.get(different.size() - 1);
            Printed next = share.movePointLeft(places);
            if (last == null || last.value().compareTo(next.value()) != 0) {
                different.add(next);
            }
        }
        return different;
    }

    /**
     * Whether the values are the points of a plain grid, such as 0.05, 0.10, 0.15, which a smoothed curve is read at. The
     * curve is often read at some of them only, 0.1, 0.2, 0.4, along the rate of the negatives.
     */
    private static boolean isGrid(List<Printed> shares, long size, boolean negatives) {
        return (100 % size == 0 && shares.size() == size - 1) || (negatives && TWENTIETHS % size == 0);
    }

    private static List<Long> units(List<Printed> shares, long base) {
        return shares.stream()
                .map(share -> share.value()
                        .multiply(BigDecimal.valueOf(base))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValue())
                .toList();
    }

    private static long smallest(List<Long> units, long base) {
        long smallest = base;
        long before = 0;
        for (long at : units) {
            smallest = at > before ? Math.min(smallest, at - before) : smallest;
            before = at;
        }
        return base > before ? Math.min(smallest, base - before) : smallest;
    }
}
