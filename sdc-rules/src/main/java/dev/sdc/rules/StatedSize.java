package dev.sdc.rules;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;

/** The number of units behind a figure of a whole analysis: as printed or declared beside it, else as {@code n_obs}. */
public final class StatedSize {
    private StatedSize() {}

    /** The size, or empty where nobody states one. */
    public static Optional<Size> of(Table table, Facts facts, Quantity figure) {
        return facts.sampleSize(table, figure).or(() -> supplied(table));
    }

    private static Optional<Size> supplied(Table table) {
        Long n = table.declaration().evidence().nObs();
        return n == null
                ? Optional.empty()
                : Optional.of(Size.exactly(n, Size.Source.EVIDENCE, "evidence.n_obs", "evidence.n_obs: " + n));
    }
}
