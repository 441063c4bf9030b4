package dev.sdc.engine.audit.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tens of thousands of small tables, each held against all numbers that could stand behind its marks. */
class SmallTablesTest {
    private static final int TABLES = 5_000;

    @ParameterizedTest
    @EnumSource
    void ranges_are_those_of_all_solutions(Trial.Shape shape) {
        int narrow = 0;
        for (long seed = 0; seed < TABLES; seed++) {
            Trial trial = new Trial(seed, shape);
            Ranges ranges = Ranges.of(trial.equations);
            for (int i = 0; i < trial.equations.unknowns(); i++) {
                if (trial.equations.first[i] < trial.equations.first[i + 1]) {
                    assertThat(ranges.contradicted(i) || ranges.undecided(i)).isFalse();
                    assertThat(ranges.low(i) + ".." + ranges.high(i))
                            .as("%s %s, unknown %s", shape, seed, i)
                            .isEqualTo(trial.least[i] + ".." + trial.greatest[i]);
                    narrow += ranges.exact(i) ? 1 : 0;
                }
            }
        }
        assertThat(narrow).isGreaterThan(TABLES / 2);
    }

    @ParameterizedTest
    @EnumSource
    void programs_leave_out_no_solution_and_prove_what_they_say(Trial.Shape shape) {
        ClpBackend clp = new ClpBackend();
        org.junit.jupiter.api.Assumptions.assumeTrue(clp.isUsable(), "no solver for this platform");
        int proven = 0;
        for (long seed = 0; seed < 150; seed++) {
            Trial trial = new Trial(seed, shape);
            int[] scratch = new int[trial.equations.unknowns()];
            for (Components.Component component : Components.of(trial.equations).list()) {
                Reduced reduced =
                        Reduced.of(trial.equations, component, trial.equations.low, trial.equations.high, scratch);
                try (LinearKnot knot = LinearKnot.of(reduced, clp, new Budget(Budget.STANDARD))) {
                    for (int i = 0; i < reduced.unknowns(); i++) {
                        int unknown = reduced.global()[i];
                        if (knot.upper(i, Long.MAX_VALUE) == Knot.Reach.END) {
                            assertThat(knot.upperEnd(i)).isGreaterThanOrEqualTo(trial.greatest[unknown]);
                            proven++;
                        }
                        if (knot.lower(i, Long.MIN_VALUE) == Knot.Reach.END) {
                            assertThat(knot.lowerEnd(i)).isLessThanOrEqualTo(trial.least[unknown]);
                            proven++;
                        }
                    }
                }
            }
        }
        assertThat(proven).isGreaterThan(500);
    }

    /** A solver that makes numbers up must leave things undecided, and never settle them. */
    @ParameterizedTest
    @EnumSource
    void a_solver_that_lies_is_not_believed(Trial.Shape shape) {
        for (long seed = 0; seed < 300; seed++) {
            Trial trial = new Trial(seed, shape);
            int[] scratch = new int[trial.equations.unknowns()];
            LpBackend liar = program -> new Liar(program, new SplittableRandom(trial.equations.unknowns()));
            for (Components.Component component : Components.of(trial.equations).list()) {
                Reduced reduced =
                        Reduced.of(trial.equations, component, trial.equations.low, trial.equations.high, scratch);
                try (LinearKnot knot = LinearKnot.of(reduced, liar, new Budget(Budget.STANDARD))) {
                    knot.spread(new Ranges.Effort(Equations.OPEN, 2, Budget.STANDARD, liar));
                    for (int i = 0; i < reduced.unknowns(); i++) {
                        int unknown = reduced.global()[i];
                        if (knot.upper(i, Long.MAX_VALUE) == Knot.Reach.END) {
                            assertThat(knot.upperEnd(i)).isGreaterThanOrEqualTo(trial.greatest[unknown]);
                        }
                        if (knot.lower(i, Long.MIN_VALUE) == Knot.Reach.END) {
                            assertThat(knot.lowerEnd(i)).isLessThanOrEqualTo(trial.least[unknown]);
                        }
                    }
                }
            }
        }
    }

    private record Liar(LpBackend.Program program, SplittableRandom random) implements LpBackend.Session {
        @Override
        public LpBackend.@Nullable Answer greatest(byte[] signs) {
            return optimise(0, true);
        }

        @Override
        public LpBackend.@Nullable Answer optimise(int unknown, boolean greatest) {
            double[] values = new double[program.low().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(6) / 2.0;
            }
            double[] multipliers = new double[program.sumLow().length];
            for (int row = 0; row < multipliers.length; row++) {
                multipliers[row] = random.nextInt(5) - 2;
            }
            return new LpBackend.Answer(values, multipliers, 1);
        }

        @Override
        public void close() {}
    }
}
