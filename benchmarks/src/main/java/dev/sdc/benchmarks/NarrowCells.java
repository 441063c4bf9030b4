package dev.sdc.benchmarks;

import dev.sdc.engine.audit.solve.Budget;
import dev.sdc.engine.audit.solve.ClpBackend;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;

/**
 * Which of some 21,000 hidden cells of a table of 115,881, in knots of a thousand, have an interval narrower than ten: run
 * once, as it takes longer than a round of the benchmarks may.
 */
public final class NarrowCells {
    private static final int WIDTH = 10;

    private NarrowCells() {}

    public static void main(String[] arguments) {
        SuppressedTable table = new SuppressedTable(20, 15, 18, 18, 1.5);
        Equations equations = table.equations();
        long started = System.nanoTime();
        Ranges ranges =
                Ranges.of(equations, new Ranges.Effort(Equations.OPEN, WIDTH, Budget.STANDARD, new ClpBackend()));
        long milliseconds = (System.nanoTime() - started) / 1_000_000;
        int narrow = 0;
        int undecided = 0;
        for (int i = 0; i < equations.unknowns(); i++) {
            undecided += ranges.undecided(i) ? 1 : 0;
            narrow += !ranges.undecided(i) && ranges.high(i) - ranges.low(i) < WIDTH ? 1 : 0;
        }
        System.out.println(table.cells() + " cells, " + table.hiddenCells() + " hidden: " + narrow + " narrower than "
                + WIDTH + ", " + undecided + " undecided, in " + milliseconds + " ms");
    }
}
