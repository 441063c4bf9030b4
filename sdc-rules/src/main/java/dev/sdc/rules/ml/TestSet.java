package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.DeclaredEvidence;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records that a classifier was tested on: how many, and how many of them are positive. */
record TestSet(@Nullable Size all, @Nullable Size positives) {
    private static final String[] POSITIVES = {"positives", "n positive", "n positives", "events", "cases", "n events"};
    private static final String[] OWN = {"base", "denominator"};
    private static final String[] ALL = {"n", "n test", "test n", "total", "records", "patients", "support", "size"};

    /** As the row of a figure, a row of the table, the declaration or the evidence says. */
    static TestSet of(Table table, int row) {
        DeclaredEvidence evidence = table.declaration().evidence();
        Population population = table.declaration().population();
        Optional<Size> all = printed(table, row, ALL)
                .or(() -> supplied(evidence.nObs(), "evidence.n_obs"))
                .or(() -> supplied(population == null ? null : population.n(), "population.n"));
        Optional<Size> positives =
                printed(table, row, POSITIVES).or(() -> supplied(evidence.nEvents(), "evidence.n_events"));
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

    private static Optional<Size> printed(Table table, int row, String... names) {
        Optional<Size> beside = inRow(table, row, names);
        if (beside.isPresent()) {
            return beside;
        }
        for (int other = 0; other < table.rowCount(); other++) {
            if (Wording.is(table.rowLabel(other), names)) {
                for (Column column : table.columns()) {
                    long n = column.isLabel() ? LineCounts.NONE : LineCounts.at(table, other, column.index());
                    if (n != LineCounts.NONE) {
                        return Optional.of(size(table, n, other, column.index()));
                    }
                }
            }
        }
        return Optional.empty();
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
