package dev.sdc.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import dev.sdc.engine.audit.solve.Budget;
import dev.sdc.engine.audit.solve.ClpBackend;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.LpBackend;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Hidden counts worked out: what is exact in a million cells, and every interval of a smaller table beside a solver. */
public class HiddenCells {
    /** A table of more than a million cells in three dimensions, one of them in groups. */
    @State(Scope.Benchmark)
    public static class Million {
        private byte[] csv = {};
        private Equations equations = new Equations.Builder().build();

        @Setup(Level.Trial)
        public void generate() {
            SuppressedTable table = new SuppressedTable(60, 40, 20, 20);
            csv = table.csv();
            equations = table.equations();
        }
    }

    /** A table of 50 rows and 50 columns. */
    @State(Scope.Benchmark)
    public static class TwoWay {
        private Equations equations = new Equations.Builder().build();

        @Setup(Level.Trial)
        public void generate() {
            equations = new SuppressedTable(0, 50, 50, 0).equations();
            Loader.loadNativeLibraries();
        }
    }

    /** A table of 115,881 cells in three dimensions, one of them in groups. */
    @State(Scope.Benchmark)
    public static class Hierarchical {
        private Equations equations = new Equations.Builder().build();

        @Setup(Level.Trial)
        public void generate() {
            equations = new SuppressedTable(20, 15, 18, 18).equations();
            Loader.loadNativeLibraries();
        }
    }

    /** All that the sums determine: nothing is searched further. */
    @Benchmark
    public Ranges exact(Million million) {
        return Ranges.of(million.equations, new Ranges.Effort(1, Budget.STANDARD, LpBackend.NONE));
    }

    /** The same table read and understood. */
    @Benchmark
    public Table reading(Million million) {
        return Sample.of(OutputFile.inMemory("table.csv", million.csv)).table();
    }

    /** Both ends of every interval. */
    @Benchmark
    public Ranges intervals(TwoWay table) {
        return Ranges.of(table.equations);
    }

    /** Two linear programs for every hidden cell. */
    @Benchmark
    public List<Double> twoProgramsForEachCell(TwoWay table) {
        Equations equations = table.equations;
        MPSolver solver = MPSolver.createSolver("CLP");
        MPVariable[] unknowns = solver.makeNumVarArray(equations.unknowns(), 0, Double.POSITIVE_INFINITY);
        equations.forEachSum((parts, whole, low, high) -> {
            MPConstraint row = solver.makeConstraint((double) low, (double) high);
            for (int part : parts) {
                row.setCoefficient(unknowns[part], 1);
            }
            if (whole >= 0) {
                row.setCoefficient(unknowns[whole], -1);
            }
        });
        List<Double> ends = new ArrayList<>();
        for (MPVariable unknown : unknowns) {
            for (boolean greatest : new boolean[] {false, true}) {
                solver.objective().clear();
                solver.objective().setCoefficient(unknown, 1);
                solver.objective().setOptimizationDirection(greatest);
                solver.solve();
                ends.add(solver.objective().value());
            }
        }
        solver.delete();
        return ends;
    }

    /** Whether each of many thousand hidden cells can be ten or more, or else its interval. */
    @Benchmark
    public Ranges upToTen(Hierarchical table) {
        return Ranges.of(table.equations, new Ranges.Effort(10, Budget.STANDARD, new ClpBackend()));
    }
}
