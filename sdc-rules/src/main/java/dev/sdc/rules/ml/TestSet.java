package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records that a classifier was tested on: how many, and how many of them are positive. */
record TestSet(@Nullable Size all, @Nullable Size positives) {
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final String[] TRUE_POSITIVES = {"tp", "true positives", "true positive"};
    private static final String[] FALSE_NEGATIVES = {"fn", "false negatives", "false negative"};
    private static final String[] TRUE_NEGATIVES = {"tn", "true negatives", "true negative"};
    private static final String[] FALSE_POSITIVES = {"fp", "false positives", "false positive"};
    private static final String[] POSITIVES = {"positives", "n positive", "n positives", "events", "cases", "n events"};
    private static final String[] OWN = {"base", "denominator", "support"};
    private static final String[] ALL = {"n", "n test", "test n", "total", "records", "patients", "support", "size"};

    /** As the row of a figure, a row of the table, the declaration or the evidence says. */
    static TestSet of(Table table, int row) {
        DeclaredEvidence evidence = table.declaration().evidence();
        Population population = table.declaration().population();
        Optional<Size> all = printed(table, row, ALL)
                .or(() -> sum(table, row, TRUE_POSITIVES, FALSE_NEGATIVES, TRUE_NEGATIVES, FALSE_POSITIVES))
                .or(() -> supplied(evidence.nObs(), "evidence.n_obs"))
                .or(() -> supplied(population == null ? null : population.n(), "population.n"));
        Optional<Size> positives = printed(table, row, POSITIVES)
                .or(() -> sum(table, row, TRUE_POSITIVES, FALSE_NEGATIVES))
                .or(() -> supplied(evidence.nEvents(), "evidence.n_events"));
        return new TestSet(all.orElse(null), positives.orElse(null));
    }

    /** The base that the row of a measure prints for it. */
    static Optional<Size> own(Table table, int row) {
        return inRow(table, row, OWN);
    }

    /** The records that a share is a share of; empty where nobody says how many. */
    Optional<Size> of(Metrics.Base base) {
        return switch (base) {
            case POSITIVES -> Optional.ofNullable(positives);
            case NEGATIVES -> all == null || positives == null ? Optional.empty() : Optional.of(rest(all, positives));
            case ALL, NONE, PREDICTED -> Optional.ofNullable(all);
        };
    }

    private static Size rest(Size all, Size positives) {
        String restsOn = all.restsOn() == null ? positives.restsOn() : all.restsOn();
        return new Size(
                Math.max(0, all.low() - positives.high()),
                Math.max(0, all.high() - positives.low()),
                all.source(),
                all.where(),
                restsOn);
    }

    /** The sum of cells of the confusion matrix that are printed with a measure. */
    private static Optional<Size> sum(Table table, int row, String[]... cells) {
        long sum = 0;
        String where = "";
        for (String[] cell : cells) {
            Optional<Size> size = printed(table, row, cell);
            if (size.isEmpty()) {
                return Optional.empty();
            }
            sum += size.get().low();
            where = where.isEmpty() ? size.get().where() : where;
        }
        return Optional.of(Size.exactly(sum, Size.Source.PRINTED, where, null));
    }

    private static Optional<Size> printed(Table table, int row, String... names) {
        Optional<Size> beside = inRow(table, row, names);
        if (beside.isPresent()) {
            return beside;
        }
        for (int other = 0; other < table.rowCount(); other++) {
            if (Wording.is(table.rowLabel(other), names)) {
                for (Column column : table.columns()) {
                    long n = column.isLabel() ? LineCounts.NONE : whole(table, other, column.index());
                    if (n != LineCounts.NONE) {
                        return Optional.of(size(table, n, other, column.index()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A count, or a whole number in a column of measures whose row says what it is. */
    private static long whole(Table table, int row, int column) {
        long n = LineCounts.at(table, row, column);
        List<Quantity> figures = n == LineCounts.NONE ? table.quantities(row, column) : List.of();
        BigDecimal figure = figures.size() == 1 ? figures.get(0).value() : BigDecimal.ONE.negate();
        boolean number = figure.signum() >= 0 && figure.scale() <= 0 && figure.compareTo(MOST) <= 0;
        return number ? figure.longValueExact() : n;
    }

    private static Optional<Size> inRow(Table table, int row, String... names) {
        for (Column column : table.columns()) {
            long n = Wording.is(column.leaf(), names) ? LineCounts.at(table, row, column.index()) : LineCounts.NONE;
            if (n != LineCounts.NONE) {
                return Optional.of(size(table, n, row, column.index()));
            }
        }
        return Optional.empty();
    }

    private static Size size(Table table, long n, int row, int column) {
        return Size.exactly(n, Size.Source.PRINTED, table.file() + "!" + table.address(row, column), null);
    }

    private static Optional<Size> supplied(@Nullable Long n, String key) {
        return n == null ? Optional.empty() : Optional.of(Size.exactly(n, Size.Source.EVIDENCE, key, key + ": " + n));
    }
}
