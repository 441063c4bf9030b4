package dev.sdc.engine.audit.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that draw many unknowns at once, on tables of three dimensions that are too large to try. */
class ManyAtOnceTest {
    private static final int WIDTH = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_wide_is_wide_and_all_else_is_proven(long seed) {
        ClpBackend clp = new ClpBackend();
        assumeTrue(clp.isUsable(), "no solver for this platform: skipped");
        Equations table = table(seed);
        Ranges exactly = Ranges.of(table, new Ranges.Effort(Equations.OPEN, Budget.STANDARD, clp));
        Ranges wide = Ranges.of(table, new Ranges.Effort(Equations.OPEN, WIDTH, Budget.STANDARD, clp));
        int narrow = 0;
        for (int i = 0; i < table.unknowns(); i++) {
            assertThat(exactly.undecided(i) || wide.undecided(i))
                    .as("unknown %s", i)
                    .isFalse();
            assertThat(wide.low(i)).isLessThanOrEqualTo(exactly.low(i));
            assertThat(wide.high(i)).isGreaterThanOrEqualTo(exactly.high(i));
            if (exactly.high(i) - exactly.low(i) < WIDTH - 1) { // the ends themselves may lie a fraction further out
                narrow++;
                assertThat(wide.high(i) - wide.low(i)).isLessThanOrEqualTo(WIDTH);
            }
        }
        assertThat(narrow).isGreaterThan(0);
    }

    /** Corners from the solver are moved, and checked: none may lie where no solution is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_point_lies_beyond_the_ends(long seed) {
        ClpBackend clp = new ClpBackend();
        assumeTrue(clp.isUsable(), "no solver for this platform: skipped");
        Equations table = table(seed);
        for (LpBackend backend : List.of(clp, (LpBackend) program -> new Liar(program, new SplittableRandom(seed)))) {
            for (Components.Component component : Components.of(table).list()) {
                Reduced reduced = Reduced.of(table, component, table.low, table.high, new int[table.unknowns()]);
                try (LinearKnot ends = LinearKnot.of(reduced, clp, new Budget(Budget.STANDARD));
                        LinearKnot many = LinearKnot.of(reduced, backend, new Budget(Budget.STANDARD))) {
                    many.spread(new Ranges.Effort(Equations.OPEN, WIDTH, Budget.STANDARD, backend));
                    int seen = 0;
                    for (int i = 0; i < reduced.unknowns(); i++) {
                        if (many.least(i) <= many.most(i)) {
                            seen++;
                            assertThat(ends.upper(i, Long.MAX_VALUE)).isEqualTo(Knot.Reach.END);
                            assertThat(ends.lower(i, Long.MIN_VALUE)).isEqualTo(Knot.Reach.END);
                            assertThat(many.least(i)).isGreaterThanOrEqualTo(ends.lowerEnd(i));
                            assertThat(many.most(i)).isLessThanOrEqualTo(ends.upperEnd(i));
                        }
                    }
                    assertThat(backend != clp || reduced.unknowns() < 30 || seen > 0)
                            .isTrue();
                }
            }
        }
    }

    /** Five by five by five counts with all their totals, two in three of them hidden. */
    private static Equations table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Equations.Builder builder = new Equations.Builder();
        long[][][] values = new long[5][5][5];
        int[][][] number = new int[5][5][5];
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < 5; b++) {
                for (int c = 0; c < 5; c++) {
                    values[a][b][c] = 1 + random.nextLong(9);
                    number[a][b][c] = random.nextInt(3) > 0 ? builder.unknown(0, Equations.OPEN) : -1;
                }
            }
        }
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                int[][] lines = {{-1, i, j}, {i, -1, j}, {i, j, -1}};
                for (int[] line : lines) {
                    long rest = 0;
                    List<Integer> parts = new ArrayList<>();
                    for (int k = 0; k < 5; k++) {
                        int a = line[0] < 0 ? k : line[0];
                        int b = line[1] < 0 ? k : line[1];
                        int c = line[2] < 0 ? k : line[2];
                        if (number[a][b][c] >= 0) {
                            rest += values[a][b][c];
                            parts.add(number[a][b][c]);
                        }
                    }
                    builder.sum(parts.stream().mapToInt(Integer::intValue).toArray(), rest, rest);
                }
            }
        }
        return builder.build();
    }

    /** A solver that makes numbers up. */
    private record Liar(LpBackend.Program program, SplittableRandom random) implements LpBackend.Session {
        @Override
        public LpBackend.@Nullable Answer greatest(byte[] signs) {
            return optimise(0, true);
        }

        @Override
        public LpBackend.@Nullable Answer optimise(int unknown, boolean greatest) {
            double[] values = new double[program.low().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(12) / 2.0;
            }
            return new LpBackend.Answer(values, new double[program.sumLow().length], 1);
        }

        @Override
        public void close() {}
    }
}
