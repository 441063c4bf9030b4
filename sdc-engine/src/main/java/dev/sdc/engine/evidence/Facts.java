package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is known of all outputs of a submission, worked out once and shared by all rules. Thread-safe.
 *
 * <p>Evidence from the submission (contributors, unweighted counts) is for tests of the evidence itself; nothing here lets
 * it into what an attacker knows.
 */
public interface Facts {
    /** All outputs of the submission, in the order of files. */
    List<Output> outputs();

    /**
     * What several rules work out of a table alike: done for the first of them, kept for the others under a class of their
     * own. It must depend on the table and these facts only, and be small beside the table.
     */
    <T> T once(Table table, Class<T> kind, Supplier<T> work);

    /**
     * What several rules work out of all outputs together: done for the first of them, kept for the others under a key. It
     * must depend on the key and these facts only.
     */
    <T> T together(Object key, Class<T> kind, Supplier<T> work);

    /** The outputs of earlier releases, which an attacker holds beside those of the submission. */
    List<Output> released();

    /** What one unit of the output's counts is. */
    Unit unit(Output output);

    /**
     * The counts of a table line by line along each of its dimensions: every row over sibling count columns that are
     * categories of one dimension, and every column over rows that are. Long tables are included: their lines run over the
     * rows that differ in one label only, if the crossing is complete. Columns that are measures of their own
     * ({@code patients}, {@code deaths}) are not categories.
     */
    void forEachLine(Table table, Consumer<Line> visitor);

    /**
     * The number of units behind a figure (mean, percentile, standard deviation, estimate): from the same cell, from a
     * count in the same row or column, from the header, from evidence, or the declared population for a statistic over
     * all of it. Empty when nothing says it.
     */
    Optional<Size> sampleSize(Table table, Quantity figure);

    /**
     * The number of units behind a figure, or what the mark in the place of their count leaves of it: {@code <10} beside a
     * mean is 1 to 9. For rules on the figure itself; those that undo a mark start from {@link #sampleSize}.
     */
    Optional<Size> sizeOrMask(Table table, Quantity figure);

    /**
     * The base that a share is a share of: from the same cell, a base column, the header, the total row or column. Empty
     * when nothing says it.
     */
    Optional<Size> base(Table table, Quantity share);

    /** The contributors behind a magnitude cell, as supplied. */
    Optional<Contribution> contribution(Table table, int row, int column);

    /** The limits of the variable behind a cell, as declared. */
    Optional<Bounds> bounds(Table table, int row, int column);

    /** Whether the cell is declared (or, for a complement, follows) to be a structural zero. */
    boolean structuralZero(Table table, int row, int column);

    /** Whether the variable behind a cell is declared sensitive. */
    boolean sensitive(Table table, int row, int column);
}
