package dev.sdc.benchmarks;

import dev.sdc.engine.audit.solve.Equations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A table of counts with all its totals, made from a seed: areas within groups, by two more dimensions. Small counts are
 * hidden, and a second one wherever a line would give one away.
 */
final class SuppressedTable {
    private static final long SEED = 136;
    private static final int SMALL = 10;

    private final int groups;
    private final int areas;
    private final int third;
    private final double smallest;
    private final int[] sizes;
    private final long[] values;
    private final BitSet hidden = new BitSet();

    /** A table of groups of areas, by two dimensions; one without groups where {@code groups} is 0. */
    SuppressedTable(int groups, int areas, int second, int third) {
        this(groups, areas, second, third, 2.1);
    }

    /** The same with counts from e to the power of {@code smallest} upwards: the smaller, the more are hidden. */
    SuppressedTable(int groups, int areas, int second, int third, double smallest) {
        this.smallest = smallest;
        this.groups = groups;
        this.areas = areas;
        this.third = third;
        sizes = new int[] {1 + Math.max(groups, 0) + Math.max(groups, 1) * areas, second + 1, third + 1};
        values = new long[sizes[0] * sizes[1] * sizes[2]];
        fill();
        hide();
    }

    int cells() {
        return values.length;
    }

    int hiddenCells() {
        return hidden.cardinality();
    }

    private int at(int a, int b, int c) {
        return (a * sizes[1] + b) * sizes[2] + c;
    }

    private int group(int group) {
        return 1 + group;
    }

    private int area(int group, int area) {
        return 1 + groups + group * areas + area;
    }

    private void fill() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int g = 0; g < Math.max(groups, 1); g++) {
            for (int a = 0; a < areas; a++) {
                for (int b = 1; b < sizes[1]; b++) {
                    for (int c = Math.min(1, third); c < sizes[2]; c++) {
                        double draw = random.nextDouble();
                        values[at(area(g, a), b, c)] =
                                draw < 0.02 ? 0 : (long) Math.exp(smallest + 4 * random.nextDouble());
                    }
                }
            }
        }
        for (List<Integer> line : lines()) {
            long sum = 0;
            for (int i = 1; i < line.size(); i++) {
                sum += values[line.get(i)];
            }
            values[line.get(0)] = sum;
        }
    }

    /** Every line: its total, then its parts; sums of sums come last. */
    private List<List<Integer>> lines() {
        List<List<Integer>> lines = new ArrayList<>();
        for (int a = 1; a < sizes[0]; a++) {
            for (int b = 1; b < sizes[1] && third > 0; b++) {
                List<Integer> line = new ArrayList<>(List.of(at(a, b, 0)));
                for (int c = 1; c < sizes[2]; c++) {
                    line.add(at(a, b, c));
                }
                lines.add(line);
            }
        }
        for (int a = 1; a < sizes[0]; a++) {
            for (int c = 0; c < sizes[2]; c++) {
                List<Integer> line = new ArrayList<>(List.of(at(a, 0, c)));
                for (int b = 1; b < sizes[1]; b++) {
                    line.add(at(a, b, c));
                }
                lines.add(line);
            }
        }
        for (int b = 0; b < sizes[1]; b++) {
            for (int c = 0; c < sizes[2]; c++) {
                List<Integer> whole = new ArrayList<>(List.of(at(0, b, c)));
                for (int g = 0; g < Math.max(groups, 1); g++) {
                    List<Integer> line = groups == 0 ? whole : new ArrayList<>(List.of(at(group(g), b, c)));
                    for (int a = 0; a < areas; a++) {
                        line.add(at(area(g, a), b, c));
                    }
                    if (groups > 0) {
                        lines.add(line);
                        whole.add(at(group(g), b, c));
                    }
                }
                lines.add(whole);
            }
        }
        return lines;
    }

    private void hide() {
        for (int cell = 0; cell < values.length; cell++) {
            if (values[cell] > 0 && values[cell] < SMALL) {
                hidden.set(cell);
            }
        }
        List<List<Integer>> lines = lines();
        for (int round = 0; round < 3; round++) {
            for (List<Integer> line : lines) {
                int hiddenHere = 0;
                int smallest = -1;
                for (int i = 1; i < line.size(); i++) {
                    int cell = line.get(i);
                    if (hidden.get(cell)) {
                        hiddenHere++;
                    } else if (values[cell] > 0 && (smallest < 0 || values[cell] < values[smallest])) {
                        smallest = cell;
                    }
                }
                if (hiddenHere == 1 && smallest >= 0 && !hidden.get(line.get(0))) {
                    hidden.set(smallest);
                }
            }
        }
    }

    /** What the attacker has: every line that still holds something hidden. */
    Equations equations() {
        Equations.Builder builder = new Equations.Builder();
        int[] number = new int[values.length];
        for (int cell = hidden.nextSetBit(0); cell >= 0; cell = hidden.nextSetBit(cell + 1)) {
            number[cell] = builder.unknown(0, Equations.OPEN);
        }
        for (List<Integer> line : lines()) {
            int total = line.get(0);
            long rest = hidden.get(total) ? 0 : values[total];
            int[] parts = new int[line.size()];
            int n = 0;
            for (int i = 1; i < line.size(); i++) {
                if (hidden.get(line.get(i))) {
                    parts[n++] = number[line.get(i)];
                } else {
                    rest -= values[line.get(i)];
                }
            }
            if (n > 0 || hidden.get(total)) {
                builder.sum(java.util.Arrays.copyOf(parts, n), hidden.get(total) ? number[total] : -1, rest, rest);
            }
        }
        return builder.build();
    }

    /** The table as it would be handed in, a row each cell. */
    byte[] csv() {
        StringBuilder text = new StringBuilder("Area,Stage,Route,Patients\n");
        for (int a = 0; a < sizes[0]; a++) {
            for (int b = 0; b < sizes[1]; b++) {
                for (int c = 0; c < sizes[2]; c++) {
                    text.append(a == 0 ? "Total" : a <= groups ? "Group " + a : "Area " + a)
                            .append(b == 0 ? ",Total" : ",Stage " + b)
                            .append(c == 0 ? ",Total," : ",Route " + c + ",")
                            .append(hidden.get(at(a, b, c)) ? "*" : Long.toString(values[at(a, b, c)]))
                            .append('\n');
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
