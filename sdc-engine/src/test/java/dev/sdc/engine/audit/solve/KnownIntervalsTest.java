package dev.sdc.engine.audit.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suppressed tables whose intervals three other solvers agree on, where they are at hand. */
class KnownIntervalsTest {
    private static final Path TABLES = Path.of("..", "..", "shared", "peers", "tabular", "generated");

    /** The ends are printed with six decimals, and some are off by what their solver tolerates. */
    private static final BigDecimal PRINTED = new BigDecimal("0.002");

    @ParameterizedTest
    @ValueSource(strings = {"t10", "s50", "t50", "p3_1k", "p3_10k"})
    void every_end_is_met_and_every_exact_cell_found(String name) throws IOException {
        assumeTrue(Files.isDirectory(TABLES), "the tables are not at hand: skipped");
        ClpBackend clp = new ClpBackend();
        assumeTrue(clp.isUsable(), "no solver for this platform: skipped");
        Suppressed table = Suppressed.read(TABLES.resolve(name + ".csv"));
        Ranges ranges = Ranges.of(table.equations, new Ranges.Effort(Equations.OPEN, Budget.STANDARD, clp));
        Map<Integer, Fraction[]> fractions = table.fractions(ranges, clp);
        List<String> expected = Files.readAllLines(TABLES.resolve(name + "_intervals.csv"));
        assertThat(expected).hasSize(table.unknowns.size() + 1);
        for (String line : expected.subList(1, expected.size())) {
            String[] parts = line.split(",", -1);
            int unknown = table.unknowns.get(parts[0]);
            BigDecimal low = new BigDecimal(parts[2]);
            BigDecimal high = new BigDecimal(parts[3]);
            assertThat(ranges.undecided(unknown)).as(line).isFalse();
            assertThat(ranges.low(unknown))
                    .as(line)
                    .isEqualTo(low.subtract(PRINTED)
                            .setScale(0, RoundingMode.CEILING)
                            .longValue());
            assertThat(ranges.high(unknown))
                    .as(line)
                    .isEqualTo(high.add(PRINTED).setScale(0, RoundingMode.FLOOR).longValue());
            assertThat(ranges.exact(unknown)).as(line).isEqualTo(parts[4].equals("1"));
            Fraction[] ends = fractions.get(unknown);
            if (ends != null) {
                assertThat(distance(ends[0], low)).as(line).isLessThan(PRINTED);
                assertThat(distance(ends[1], high)).as(line).isLessThan(PRINTED);
            }
        }
    }

    private static BigDecimal distance(Fraction fraction, BigDecimal printed) {
        return new BigDecimal(fraction.over())
                .divide(new BigDecimal(fraction.under()), 12, RoundingMode.HALF_EVEN)
                .subtract(printed)
                .abs();
    }

    /** A table of dimensions with totals, its hidden cells and the sums over them. */
    private static final class Suppressed {
        final Map<String, Integer> unknowns = new LinkedHashMap<>();
        final Equations equations;
        private final Map<String, Long> values = new LinkedHashMap<>();

        private Suppressed(List<String> lines) {
            int dimensions = lines.get(0).split(",", -1).length - 2;
            Equations.Builder builder = new Equations.Builder();
            List<Map<String, List<String>>> families = new ArrayList<>();
            for (int d = 0; d < dimensions; d++) {
                families.add(new LinkedHashMap<>());
            }
            for (String line : lines.subList(1, lines.size())) {
                String[] parts = line.split(",", -1);
                String key = String.join("|", Arrays.copyOf(parts, dimensions));
                values.put(key, Long.parseLong(parts[dimensions]));
                if (!parts[dimensions + 1].equals("s")) {
                    unknowns.put(key, builder.unknown(0, Equations.OPEN));
                }
                for (int d = 0; d < dimensions; d++) {
                    boolean child = d == 0 && parts[0].contains("_");
                    String parent = child ? parts[0].substring(0, parts[0].lastIndexOf('_')) : "Total";
                    List<String> children = families.get(d).computeIfAbsent(parent, p -> new ArrayList<>());
                    if (!parts[d].equals("Total") && !children.contains(parts[d])) {
                        children.add(parts[d]);
                    }
                }
            }
            for (int d = 0; d < dimensions; d++) {
                for (String key : values.keySet()) {
                    sum(builder, key, d, families.get(d));
                }
            }
            equations = builder.build();
        }

        static Suppressed read(Path file) throws IOException {
            return new Suppressed(Files.readAllLines(file));
        }

        private void sum(Equations.Builder builder, String key, int dimension, Map<String, List<String>> families) {
            String[] codes = key.split("\\|", -1);
            List<String> children = families.get(codes[dimension]);
            if (children == null) {
                return;
            }
            long rest = unknowns.containsKey(key) ? 0 : values.get(key);
            List<Integer> parts = new ArrayList<>();
            for (String child : children) {
                codes[dimension] = child;
                String cell = String.join("|", codes);
                Integer unknown = unknowns.get(cell);
                if (unknown == null) {
                    rest -= values.get(cell);
                } else {
                    parts.add(unknown);
                }
            }
            int whole = unknowns.getOrDefault(key, Equations.NOBODY);
            if (!parts.isEmpty() || whole >= 0) {
                builder.sum(parts.stream().mapToInt(Integer::intValue).toArray(), whole, rest, rest);
            }
        }

        /** The ends among fractions, for those that no network gives. */
        Map<Integer, Fraction[]> fractions(Ranges ranges, LpBackend backend) {
            Map<Integer, Fraction[]> ends = new LinkedHashMap<>();
            long[] low = equations.low.clone();
            long[] high = equations.high.clone();
            Propagation propagation = new Propagation(equations, low, high, new int[low.length], new int[low.length]);
            for (Components.Component component : Components.of(equations).list()) {
                assertThat(propagation.run(component.sums())).isTrue();
            }
            for (Components.Component component : Components.of(
                            equations, unknown -> low[unknown] < high[unknown] && !ranges.exact(unknown))
                    .list()) {
                for (int unknown = 0; unknown < low.length; unknown++) {
                    if (ranges.exact(unknown)) {
                        low[unknown] = ranges.low(unknown);
                        high[unknown] = ranges.low(unknown);
                    }
                }
                Reduced reduced = Reduced.of(equations, component, low, high, new int[low.length]);
                try (@Nullable LinearKnot knot = LinearKnot.of(reduced, backend, new Budget(Budget.STANDARD))) {
                    for (int i = 0; knot != null && i < reduced.unknowns(); i++) {
                        knot.lower(i, Long.MIN_VALUE);
                        knot.upper(i, Long.MAX_VALUE);
                        Fraction lower = knot.lowerFraction(i);
                        Fraction upper = knot.upperFraction(i);
                        if (lower != null && upper != null) {
                            ends.put(reduced.global()[i], new Fraction[] {lower, upper});
                        }
                    }
                }
            }
            return ends;
        }
    }
}
