package dev.sdc.engine.table;

import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a row are, where its label says so.
 *
 * @param role the role of a plain number in the row
 * @param level for a percentile its level between 0 and 1, else null
 * @param form how several numbers in one cell are meant
 * @param units whether the row counts the units of its columns, {@code N}, whatever the columns hold
 * @param ofFit whether it states the size or the fit of a model, below the coefficients as many tables do
 */
record RowRole(ColumnRole role, @Nullable BigDecimal level, CompositeForm form, boolean units, boolean ofFit) {}
