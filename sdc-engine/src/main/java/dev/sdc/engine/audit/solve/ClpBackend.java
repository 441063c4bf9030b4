package dev.sdc.engine.audit.solve;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import org.jspecify.annotations.Nullable;

/** COIN-OR's CLP, through OR-Tools: loaded when it is first needed, absent where its library or its natives are. */
public final class ClpBackend implements LpBackend {
    /** A handle on the solver; costs nothing until a program is opened. */
    public ClpBackend() {}

    /** Loads the natives once for the whole process. */
    private static final class Natives {
        static final boolean LOADED = load();

        private static boolean load() {
            try {
                Loader.loadNativeLibraries();
                return true;
            } catch (RuntimeException | LinkageError absent) {
                return false;
            }
        }
    }

    /** Whether the solver can be used here. */
    public boolean isUsable() {
        try {
            return Natives.LOADED;
        } catch (LinkageError absent) {
            return false;
        }
    }

    @Override
    public @Nullable Session open(Program program) {
        if (!isUsable()) {
            return null;
        }
        MPSolver solver = MPSolver.createSolver("CLP");
        return solver == null ? null : new Clp(solver, program);
    }

    private static final class Clp implements Session {
        private final MPSolver solver;
        private final MPSolverParameters parameters = new MPSolverParameters();
        private final MPVariable[] unknowns;
        private final MPConstraint[] sums;
        private final long size;

        Clp(MPSolver solver, Program program) {
            this.solver = solver;
            parameters.setIntegerParam(
                    MPSolverParameters.IntegerParam.PRESOLVE,
                    MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
            parameters.setIntegerParam(
                    MPSolverParameters.IntegerParam.INCREMENTALITY,
                    MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON.swigValue());
            unknowns = new MPVariable[program.low().length];
            for (int i = 0; i < unknowns.length; i++) {
                unknowns[i] = solver.makeNumVar(program.low()[i], program.high()[i], "");
            }
            sums = new MPConstraint[program.sumLow().length];
            long entries = 0;
            for (int row = 0; row < sums.length; row++) {
                sums[row] = solver.makeConstraint(program.sumLow()[row], program.sumHigh()[row], "");
                for (int i = 0; i < program.unknownsOf()[row].length; i++) {
                    sums[row].setCoefficient(unknowns[program.unknownsOf()[row][i]], program.factorsOf()[row][i]);
                }
                entries += program.unknownsOf()[row].length;
            }
            size = entries + unknowns.length;
        }

        @Override
        public @Nullable Answer greatest(byte[] signs) {
            MPObjective objective = solver.objective();
            objective.clear();
            for (int i = 0; i < signs.length; i++) {
                if (signs[i] != 0) {
                    objective.setCoefficient(unknowns[i], signs[i]);
                }
            }
            objective.setMaximization();
            return answer();
        }

        @Override
        public @Nullable Answer optimise(int unknown, boolean greatest) {
            MPObjective objective = solver.objective();
            objective.clear();
            objective.setCoefficient(unknowns[unknown], 1);
            objective.setOptimizationDirection(greatest);
            return answer();
        }

        private @Nullable Answer answer() {
            if (solver.solve(parameters) != MPSolver.ResultStatus.OPTIMAL) {
                return null;
            }
            double[] values = new double[unknowns.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = unknowns[i].solutionValue();
            }
            double[] multipliers = new double[sums.length];
            for (int row = 0; row < sums.length; row++) {
                multipliers[row] = sums[row].dualValue();
            }
            return new Answer(values, multipliers, size * (2 + solver.iterations() / 10));
        }

        @Override
        public void close() {
            parameters.delete();
            solver.delete();
        }
    }
}
