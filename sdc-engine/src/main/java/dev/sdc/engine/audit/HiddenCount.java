package dev.sdc.engine.audit;

import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Table;
import java.util.List;

/**
 * A count that is not printed, and what the printed ones leave for it.
 *
 * @param row the table's row, from 0
 * @param column the table's column, from 0
 * @param mark what its mark allows
 * @param alone what the printed counts of its own table leave
 * @param left what all printed counts leave
 * @param status whether that is certain
 * @param derivation how the interval follows
 */
public record HiddenCount(
        Table table, int row, int column, Range mark, Range alone, Range left, Status status, Derivation derivation) {

    /**
     * Whole numbers between two ends.
     *
     * @param high the greatest; {@link Equations#OPEN} where there is no limit
     */
    public record Range(long low, long high) {
        /** How many there are; {@link Equations#OPEN} where there is no limit. */
        public long values() {
            return high >= Equations.OPEN ? Equations.OPEN : high - low + 1;
        }
    }

    /** How far the printed counts could be followed. */
    public enum Status {
        /** To the end. */
        SOLVED,
        /** They contradict each other, so that nothing follows. */
        CONTRADICTED,
        /** The work allowed, or the solver at hand, did not reach: the interval may be narrower. */
        UNDECIDED
    }

    /** The least value that the printed counts leave. */
    public long low() {
        return left.low();
    }

    /** The greatest value that they leave; {@link Equations#OPEN} where they set no limit. */
    public long high() {
        return left.high();
    }

    /** Whether the printed totals contradict each other, so that nothing follows. */
    public boolean contradicted() {
        return status == Status.CONTRADICTED;
    }

    /** Whether it could not be said how much the printed counts tell. */
    public boolean undecided() {
        return status == Status.UNDECIDED;
    }

    /** Whether only one value is left. */
    public boolean exact() {
        return left.low() == left.high() && !contradicted();
    }

    /** How many values are left; {@link Equations#OPEN} where there is no limit. */
    public long values() {
        return left.values();
    }

    /** Whether the printed counts leave fewer values from 1 upwards than the mark allows. */
    public boolean narrowed() {
        return narrower(left);
    }

    /** Whether the printed counts of its own table do. */
    public boolean narrowedAlone() {
        return narrower(alone);
    }

    private boolean narrower(Range range) {
        return range.low() > Math.max(mark.low(), 1) || range.high() < mark.high();
    }

    /** How the interval follows, in a sentence with the numbers. */
    public String because() {
        return derivation.because();
    }

    /** How the interval follows, as sums of cells. */
    public Proof proof() {
        return derivation.proof();
    }

    /** The cells it follows from, each {@code file!cell}. */
    public List<String> related() {
        return derivation.related();
    }
}
