package dev.sdc.engine.audit.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A small random table with some cells hidden, and every solution of what is printed, found by trying all. */
final class Trial {
    enum Shape {
        TWO_WAY,
        THREE_WAY,
        HIERARCHY,
        LINKED
    }

    private final SplittableRandom random;
    private final List<Long> values = new ArrayList<>();
    private final List<int[]> lines = new ArrayList<>();
    private final List<int[]> sums = new ArrayList<>();
    private final List<Long> lows = new ArrayList<>();
    private final List<Long> highs = new ArrayList<>();
    private final long most;
    private int[] number = {};
    final Equations equations;
    final long[] least;
    final long[] greatest;
    private final long[] bounds;

    Trial(long seed, Shape shape) {
        random = new SplittableRandom(seed);
        most = 2L + random.nextInt(4);
        switch (shape) {
            case TWO_WAY -> grid(2 + random.nextInt(2), 2 + random.nextInt(3), 1);
            case THREE_WAY -> grid(2, 2, 2 + random.nextInt(2));
            case HIERARCHY -> hierarchy();
            case LINKED -> linked();
        }
        equations = hide();
        int unknowns = equations.unknowns();
        bounds = equations.high.clone();
        least = new long[unknowns];
        greatest = new long[unknowns];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, -1);
        attempt(0, new long[unknowns], new long[sums.size()]);
    }

    private int cell() {
        values.add(random.nextInt(4) == 0 ? 0 : random.nextLong(most + 1));
        return values.size() - 1;
    }

    /** A total that is a cell itself, and may be hidden too. */
    private int total(int... parts) {
        values.add(Arrays.stream(parts).mapToLong(values::get).sum());
        int total = values.size() - 1;
        int[] line = Arrays.copyOf(parts, parts.length + 1);
        line[parts.length] = total;
        lines.add(line);
        return total;
    }

    private void grid(int rows, int columns, int layers) {
        int[][][] cells = new int[rows][columns][layers];
        for (int[][] row : cells) {
            for (int[] column : row) {
                for (int l = 0; l < layers; l++) {
                    column[l] = cell();
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int l = 0; l < layers; l++) {
                int at = l;
                total(Arrays.stream(cells[r]).mapToInt(column -> column[at]).toArray());
            }
            for (int c = 0; c < columns && layers > 1; c++) {
                total(cells[r][c]);
            }
        }
        for (int c = 0; c < columns; c++) {
            for (int l = 0; l < layers; l++) {
                int column = c;
                int at = l;
                total(Arrays.stream(cells).mapToInt(row -> row[column][at]).toArray());
            }
        }
    }

    private void hierarchy() {
        int[] regions = new int[2 + random.nextInt(2)];
        for (int r = 0; r < regions.length; r++) {
            int[] men = new int[2];
            int[] women = new int[2];
            for (int a = 0; a < 2; a++) {
                men[a] = cell();
                women[a] = cell();
                total(men[a], women[a]);
            }
            regions[r] = total(total(men), total(women));
        }
        total(regions);
    }

    private void linked() {
        int[] areas = new int[5 + random.nextInt(3)];
        for (int a = 0; a < areas.length; a++) {
            areas[a] = cell();
        }
        for (int grouping = 0; grouping < 2; grouping++) {
            List<Integer> one = new ArrayList<>();
            List<Integer> other = new ArrayList<>();
            for (int area : areas) {
                (random.nextBoolean() ? one : other).add(area);
            }
            for (List<Integer> group : List.of(one, other)) {
                if (!group.isEmpty()) {
                    total(group.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
    }

    /** Hides some cells, with marks of several kinds, and rounds some totals. */
    private Equations hide() {
        number = new int[values.size()];
        Arrays.fill(number, -1);
        Equations.Builder builder = new Equations.Builder();
        for (int cell = 0, hidden = 0; cell < number.length && hidden < 9; cell++) {
            if (random.nextInt(5) < 2) {
                long value = values.get(cell);
                long low = random.nextInt(3) == 0 && value > 0 ? 1 : 0;
                long high = value <= 4 && random.nextBoolean() ? 4 : 9;
                number[cell] = builder.unknown(low, Math.max(high, value));
                hidden++;
            }
        }
        for (int[] line : lines) {
            int total = line[line.length - 1];
            long printed = number[total] < 0 ? values.get(total) : 0;
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < line.length - 1; i++) {
                if (number[line[i]] >= 0) {
                    parts.add(number[line[i]]);
                } else {
                    printed -= values.get(line[i]);
                }
            }
            int width = random.nextInt(5) == 0 ? 1 : 0;
            if (!parts.isEmpty()) {
                int[] members = parts.stream().mapToInt(Integer::intValue).toArray();
                builder.sum(members, number[total], printed - width, printed + width);
                int[] signed = Arrays.copyOf(members, members.length + 1);
                signed[members.length] = number[total];
                sums.add(signed);
                lows.add(printed - width);
                highs.add(printed + width);
            }
        }
        return builder.build();
    }

    private void attempt(int at, long[] tried, long[] reached) {
        if (at == tried.length) {
            for (int sum = 0; sum < sums.size(); sum++) {
                if (reached[sum] < lows.get(sum) || reached[sum] > highs.get(sum)) {
                    return;
                }
            }
            for (int i = 0; i < tried.length; i++) {
                least[i] = Math.min(least[i], tried[i]);
                greatest[i] = Math.max(greatest[i], tried[i]);
            }
            return;
        }
        for (long value = equations.low[at]; value <= bounds[at]; value++) {
            tried[at] = value;
            boolean possible = true;
            for (int sum = 0; sum < sums.size(); sum++) {
                int[] signed = sums.get(sum);
                long now = 0;
                boolean complete = true;
                for (int i = 0; i < signed.length; i++) {
                    if (signed[i] >= 0) {
                        complete &= signed[i] <= at;
                        now += signed[i] > at ? 0 : (i == signed.length - 1 ? -1 : 1) * tried[signed[i]];
                    }
                }
                reached[sum] = now;
                possible &= !complete || (now >= lows.get(sum) && now <= highs.get(sum));
                possible &= signed[signed.length - 1] >= 0 || now <= highs.get(sum);
            }
            if (possible) {
                attempt(at + 1, tried, reached);
            }
        }
    }
}
