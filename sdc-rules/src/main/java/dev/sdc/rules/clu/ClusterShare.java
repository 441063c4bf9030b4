package dev.sdc.rules.clu;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ImpliedCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units of a class of which only its share of all is printed. */
final class ClusterShare {
    private ClusterShare() {}

    /** The units that a share of all stands for; null where nobody says how many there are in all. */
    static @Nullable Size units(Table table, Facts facts, Quantity share) {
        Optional<Size> base = facts.base(table, share).or(() -> all(table));
        if (base.isEmpty() || base.get().high() < 1) {
            return null;
        }
        Printed printed = Printed.of(share.value());
        Printed part = share.role() == ColumnRole.PERCENTAGE ? printed.movePointLeft(2) : printed;
        String where = table.file() + "!" + table.address(share.row(), share.column());
        return ImpliedCounts.of(part, base.get())
                .map(n -> new Size(
                        n.low(),
                        n.high(),
                        Size.Source.INFERRED,
                        where,
                        base.get().restsOn()))
                .orElse(null);
    }

    private static Optional<Size> all(Table table) {
        Long n = table.declaration().evidence().nObs();
        return n == null
                ? Optional.empty()
                : Optional.of(Size.exactly(n, Size.Source.EVIDENCE, "evidence.n_obs", "evidence.n_obs: " + n));
    }
}
