package dev.sdc.engine.audit;

import java.util.List;

/**
 * People that no cell counts, but that two printed counts differ by: those in a part of an area that changed hands, in a
 * year that only one of two periods holds, in an age that two sets of bands put on different sides.
 *
 * @param at the cell to report it at
 * @param others the other cells that it follows from
 * @param n how many they are
 * @param because how it follows, with the numbers
 */
public record UnprintedPart(CountedCell at, List<CountedCell> others, long n, String because) {}
