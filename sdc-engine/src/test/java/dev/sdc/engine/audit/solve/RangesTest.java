package dev.sdc.engine.audit.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RangesTest {

    @Test
    void one_unknown_is_found_by_subtraction() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(0, Equations.OPEN);
        builder.sum(new int[] {x}, 3, 3);
        assertThat(range(Ranges.of(builder.build()), x)).isEqualTo("3..3");
    }

    @Test
    void two_of_at_most_nine_that_add_up_to_eighteen_are_both_nine() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(0, 9);
        int y = builder.unknown(0, 9);
        builder.sum(new int[] {x, y}, 18, 18);
        Ranges ranges = Ranges.of(builder.build());
        assertThat(range(ranges, x)).isEqualTo("9..9");
        assertThat(range(ranges, y)).isEqualTo("9..9");
    }

    @Test
    void a_hidden_total_is_bounded_by_its_parts_and_they_by_it() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(1, 9);
        int total = builder.unknown(0, 12);
        builder.sum(new int[] {x}, total, -10, -10);
        Ranges ranges = Ranges.of(builder.build());
        assertThat(range(ranges, x)).isEqualTo("1..2");
        assertThat(range(ranges, total)).isEqualTo("11..12");
    }

    /** Twice as much 61 times over is as much as at first: nothing, and 2^61 - 1 times nothing. */
    @Test
    void what_the_prime_hides_is_left_to_a_person() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(0, Equations.OPEN);
        int doubled = x;
        for (int i = 0; i < 61; i++) {
            int again = builder.unknown(0, Equations.OPEN);
            builder.sum(new int[] {again}, doubled, 0, 0);
            int twice = builder.unknown(0, Equations.OPEN);
            builder.sum(new int[] {doubled, again}, twice, 0, 0);
            doubled = twice;
        }
        builder.sum(new int[] {doubled}, x, 0, 0);
        Ranges ranges = Ranges.of(builder.build(), new Ranges.Effort(10, Budget.STANDARD, LpBackend.NONE));
        assertThat(ranges.exact(x)).isFalse();
        assertThat(ranges.undecided(x)).isTrue();
    }

    @Test
    void what_no_sum_limits_stays_open() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(0, Equations.OPEN);
        int y = builder.unknown(0, Equations.OPEN);
        int free = builder.unknown(2, Equations.OPEN);
        int total = builder.unknown(0, Equations.OPEN);
        builder.sum(new int[] {x, y}, total, -5, -5);
        Ranges ranges = Ranges.of(builder.build());
        assertThat(ranges.low(free)).isEqualTo(2);
        assertThat(ranges.high(free)).isEqualTo(Equations.OPEN);
        assertThat(ranges.low(total)).isEqualTo(5);
        assertThat(ranges.high(x)).isEqualTo(Equations.OPEN);
    }

    @Test
    void an_interval_for_a_rounded_total_leaves_an_interval() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(1, 7);
        builder.sum(new int[] {x}, -8, 8);
        assertThat(range(Ranges.of(builder.build()), x)).isEqualTo("1..7");
    }

    @Test
    void sums_that_contradict_each_other_tell_nothing_and_touch_no_other_part() {
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(0, 9);
        int other = builder.unknown(0, 9);
        builder.sum(new int[] {x}, 3, 3);
        builder.sum(new int[] {x}, 4, 4);
        builder.sum(new int[] {other}, 5, 5);
        Ranges ranges = Ranges.of(builder.build());
        assertThat(ranges.contradicted(x)).isTrue();
        assertThat(range(ranges, x)).isEqualTo("0..9");
        assertThat(ranges.contradicted(other)).isFalse();
        assertThat(range(ranges, other)).isEqualTo("5..5");
    }

    @Test
    void a_contradiction_that_only_shows_when_all_sums_are_put_together_is_found() {
        // x + y, y + z and x + z are all odd sums of the same three
        Equations.Builder builder = new Equations.Builder();
        int x = builder.unknown(0, 9);
        int y = builder.unknown(0, 9);
        int z = builder.unknown(0, 9);
        builder.sum(new int[] {x, y}, 5, 5);
        builder.sum(new int[] {y, z}, 5, 5);
        builder.sum(new int[] {x, z}, 5, 5);
        assertThat(Ranges.of(builder.build()).contradicted(x)).isTrue();
    }

    @Test
    void a_bridge_between_two_closed_rectangles_is_found_when_the_knot_is_small() {
        // columns A B C; rows 1 and 2 hide A and B, row 1 hides C, row 3 hides C too
        long[][] table = {{4, 6, 5}, {7, 3, 20}, {30, 40, 8}};
        boolean[][] hidden = {{true, true, true}, {true, true, false}, {false, false, true}};
        TwoWay twoWay = new TwoWay(table, hidden, Equations.OPEN);
        Ranges ranges = Ranges.of(twoWay.equations);
        assertThat(range(ranges, twoWay.unknown[0][2])).isEqualTo("5..5");
        assertThat(range(ranges, twoWay.unknown[2][2])).isEqualTo("8..8");
    }

    @Test
    @Timeout(30)
    void a_large_table_is_solved_in_time() {
        int n = 300;
        long[][] table = new long[n][n];
        boolean[][] hidden = new boolean[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                table[r][c] = (r * 31L + c * 17L) % 50;
                hidden[r][c] = table[r][c] < 10 || (r + c) % 7 == 0;
            }
        }
        TwoWay twoWay = new TwoWay(table, hidden, 49);
        Ranges ranges = Ranges.of(twoWay.equations);
        twoWay.eachUnknown((value, unknown) -> assertThat(value).isBetween(ranges.low(unknown), ranges.high(unknown)));
    }

    @Property(tries = 400)
    void never_leaves_out_the_true_value(@ForAll("tables") TwoWay table) {
        Ranges ranges = Ranges.of(table.equations);
        table.eachUnknown((value, unknown) -> {
            assertThat(ranges.contradicted(unknown)).isFalse();
            assertThat(value).isBetween(ranges.low(unknown), ranges.high(unknown));
        });
    }

    @Property(tries = 200)
    void agrees_with_trying_every_table(@ForAll("tables") TwoWay table) {
        Ranges ranges = Ranges.of(table.equations);
        List<long[]> ends = table.byBruteForce();
        table.eachUnknown((value, unknown) -> assertThat(range(ranges, unknown))
                .as(table.toString())
                .isEqualTo(ends.get(unknown)[0] + ".." + ends.get(unknown)[1]));
    }

    @Property(tries = 200)
    void a_single_hidden_cell_of_a_row_is_always_found(@ForAll("tables") TwoWay table) {
        Ranges ranges = Ranges.of(table.equations);
        for (int[] row : table.unknown) {
            int[] hidden = Arrays.stream(row).filter(u -> u >= 0).toArray();
            if (hidden.length == 1) {
                assertThat(ranges.exact(hidden[0])).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<TwoWay> tables() {
        Arbitrary<long[]> counts =
                Arbitraries.longs().between(0, 12).array(long[].class).ofSize(12);
        Arbitrary<boolean[]> masks =
                Arbitraries.of(true, false, false).array(boolean[].class).ofSize(12);
        return Combinators.combine(
                        Arbitraries.integers().between(2, 3),
                        Arbitraries.integers().between(2, 4),
                        counts,
                        masks,
                        Arbitraries.of(12L, 15L, Equations.OPEN))
                .as((rows, columns, values, mask, limit) -> {
                    long[][] table = new long[rows][columns];
                    boolean[][] hidden = new boolean[rows][columns];
                    int left = 5;
                    for (int r = 0; r < rows; r++) {
                        for (int c = 0; c < columns; c++) {
                            table[r][c] = values[r * columns + c];
                            hidden[r][c] = mask[r * columns + c] && left-- > 0;
                        }
                    }
                    return new TwoWay(table, hidden, limit);
                });
    }

    private static String range(Ranges ranges, int unknown) {
        return ranges.low(unknown) + ".." + ranges.high(unknown);
    }

    private interface ValueOfUnknown {
        void accept(long value, int unknown);
    }

    /** A table with all margins printed and some cells hidden. */
    static final class TwoWay {
        final long[][] table;
        final int[][] unknown;
        final Equations equations;
        private final long limit;
        private final List<int[]> places = new ArrayList<>();

        TwoWay(long[][] table, boolean[][] hidden, long limit) {
            this.table = table;
            this.limit = limit;
            unknown = new int[table.length][table[0].length];
            Equations.Builder builder = new Equations.Builder();
            for (int r = 0; r < table.length; r++) {
                for (int c = 0; c < table[0].length; c++) {
                    unknown[r][c] = -1;
                    if (hidden[r][c]) {
                        unknown[r][c] = builder.unknown(0, limit);
                        places.add(new int[] {r, c});
                    }
                }
            }
            for (int r = 0; r < table.length; r++) {
                line(builder, r, -1);
            }
            for (int c = 0; c < table[0].length; c++) {
                line(builder, -1, c);
            }
            equations = builder.build();
        }

        private void line(Equations.Builder builder, int row, int column) {
            long hidden = 0;
            List<Integer> parts = new ArrayList<>();
            for (int[] place : places) {
                if (place[0] == row || place[1] == column) {
                    hidden += table[place[0]][place[1]];
                    parts.add(unknown[place[0]][place[1]]);
                }
            }
            if (!parts.isEmpty()) {
                builder.sum(parts.stream().mapToInt(Integer::intValue).toArray(), hidden, hidden);
            }
        }

        void eachUnknown(ValueOfUnknown visitor) {
            for (int[] place : places) {
                visitor.accept(table[place[0]][place[1]], unknown[place[0]][place[1]]);
            }
        }

        List<long[]> byBruteForce() {
            List<long[]> ends = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                ends.add(new long[] {Long.MAX_VALUE, -1});
            }
            long[] rowLeft = new long[table.length];
            long[] columnLeft = new long[table[0].length];
            eachUnknown((value, u) -> {
                rowLeft[places.get(u)[0]] += value;
                columnLeft[places.get(u)[1]] += value;
            });
            attempt(0, new long[places.size()], rowLeft, columnLeft, ends);
            return ends;
        }

        private void attempt(int at, long[] values, long[] rowLeft, long[] columnLeft, List<long[]> ends) {
            if (at == values.length) {
                if (Arrays.stream(rowLeft).allMatch(v -> v == 0)
                        && Arrays.stream(columnLeft).allMatch(v -> v == 0)) {
                    for (int i = 0; i < values.length; i++) {
                        ends.get(i)[0] = Math.min(ends.get(i)[0], values[i]);
                        ends.get(i)[1] = Math.max(ends.get(i)[1], values[i]);
                    }
                }
                return;
            }
            int[] place = places.get(at);
            long most = Math.min(limit, Math.min(rowLeft[place[0]], columnLeft[place[1]]));
            for (long v = 0; v <= most; v++) {
                values[at] = v;
                rowLeft[place[0]] -= v;
                columnLeft[place[1]] -= v;
                attempt(at + 1, values, rowLeft, columnLeft, ends);
                rowLeft[place[0]] += v;
                columnLeft[place[1]] += v;
            }
        }

        @Override
        public String toString() {
            return Arrays.deepToString(table) + " hidden " + Arrays.deepToString(unknown);
        }
    }
}
