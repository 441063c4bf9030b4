package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Proof;
import java.util.List;

/**
 * People that no cell counts, but that two printed counts differ by: those in a part of an area that changed hands, in a
 * year that only one of two periods holds, in an age that two sets of bands put on different sides.
 *
 * @param at the cell to report it at
 * @param others the other cells that it follows from
 * @param n how many they are
 * @param because how it follows, with the numbers
 * @param steps the same as sums of cells
 */
public record UnprintedPart(CountedCell at, List<CountedCell> others, long n, String because, List<Proof.Step> steps) {

    /** One count less others. */
    UnprintedPart(CountedCell at, List<CountedCell> others, long n, String because) {
        this(
                at,
                others,
                n,
                because,
                Proof.difference(
                                because,
                                at.place(),
                                others.stream().map(CountedCell::place).toList())
                        .steps());
    }

    /** How it follows, to be drawn. */
    public Proof proof() {
        return new Proof(steps);
    }
}
