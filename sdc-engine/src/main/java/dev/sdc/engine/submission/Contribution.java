package dev.sdc.engine.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The contributors behind one cell, supplied as evidence.
 *
 * @param n how many contribute, or null
 * @param x1 the largest contribution, or null
 * @param x2 the second largest, or null
 * @param sum the cell's total, or null where the printed figure is the total
 * @param w1 the weight of the largest: for how many units it stands in the total; null for itself only
 * @param w2 the weight of the second largest
 */
public record Contribution(
        @Nullable Long n,
        @Nullable BigDecimal x1,
        @Nullable BigDecimal x2,
        @Nullable BigDecimal sum,
        @Nullable BigDecimal w1,
        @Nullable BigDecimal w2) {

    /** Contributors that count as themselves only. */
    public Contribution(@Nullable Long n, @Nullable BigDecimal x1, @Nullable BigDecimal x2, @Nullable BigDecimal sum) {
        this(n, x1, x2, sum, null, null);
    }
}
