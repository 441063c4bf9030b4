package dev.sdc.engine.submission;

import java.math.BigDecimal;

/** What a suppression mark stands for, as the analyst declares it. */
public sealed interface MarkerMeaning {
    /** A value between two ends, both possible: {@code [1, 9]}. */
    record Between(BigDecimal low, BigDecimal high) implements MarkerMeaning {}

    /** Any value at all: {@code any}. */
    record AnyValue() implements MarkerMeaning {}

    /** A known number written as a mark, such as {@code "-": 0}. */
    record Exactly(BigDecimal value) implements MarkerMeaning {}

    /** No value belongs there: {@code not_applicable}. */
    record NotApplicable() implements MarkerMeaning {}
}
