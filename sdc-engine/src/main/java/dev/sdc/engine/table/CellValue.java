package dev.sdc.engine.table;

import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell says, once its place in the table is known. Numbers are exact, with the printed decimals as scale. */
public sealed interface CellValue {
    /** People or events counted one by one. */
    record Count(long n) implements CellValue {}

    /**
     * A share of a whole.
     *
     * @param percent true where 45.2 means 45.2 %, false where 0.452 does
     */
    record Share(BigDecimal value, boolean percent) implements CellValue {}

    /**
     * Any other number.
     *
     * @param level for a percentile its level between 0 and 1, else null
     */
    record Magnitude(
            BigDecimal value, ColumnRole role, @Nullable BigDecimal level) implements CellValue {}

    /** Several numbers in one cell, such as {@code 45 (34.2%)}. */
    record Composite(List<Part> parts) implements CellValue {}

    /**
     * A value that is held back.
     *
     * @param marker the mark as printed
     * @param interval what the mark says of the value (from the declaration, or from the mark itself such as
     *     {@code <10}); null when it says nothing
     */
    record Suppressed(String marker, @Nullable Bounds interval) implements CellValue {}

    /** Nothing there, or a mark that says that no value belongs there. */
    record Blank() implements CellValue {}

    /** A text that names something. */
    record Label(String text) implements CellValue {}

    /** A text in the place of a number that was not understood. */
    record Unread(String text) implements CellValue {}

    /** One number of a composite cell. */
    record Part(ColumnRole role, @Nullable BigDecimal level, BigDecimal value) {}
}
