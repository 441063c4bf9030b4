package dev.sdc.engine.read.model;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a column are.
 *
 * @param name as printed, or the usual name where programs differ
 * @param level for a percentile its level between 0 and 1, else null
 */
public record Heading(
        String name, ColumnRole role, @Nullable BigDecimal level) {
    /** A heading of a role that has no level. */
    public Heading(String name, ColumnRole role) {
        this(name, role, null);
    }
}
