package dev.sdc.engine.audit.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A component as a network: every sum a node, every unknown an edge between the two sums it stands in (or one of them and
 * the ground), its value what flows. All tables of two dimensions are such, with hidden totals and rounded ones. Ends of
 * intervals are then whole numbers, found by pushing as much as possible around one edge.
 */
final class Network implements Knot {
    private static final int NONE = -1;

    private final int nodes;
    private final int[] from;
    private final int[] to;
    private final long[] low;
    private final long[] high;
    private final long[] flow;
    /** Edges at every node: those of node v from {@code first[v]} to {@code first[v + 1]}. */
    private final int[] first;

    private final int[] edges;
    private final long[] least;
    private final long[] most;
    private final Budget budget;
    private final int[] cameBy;
    private final int[] queue;
    private final int[] mark;
    private int round;

    private Network(int nodes, int[] from, int[] to, long[] low, long[] high, int unknowns, Budget budget) {
        this.nodes = nodes;
        this.from = from;
        this.to = to;
        this.low = low;
        this.high = high;
        this.budget = budget;
        flow = new long[from.length];
        first = new int[nodes + 1];
        for (int edge = 0; edge < from.length; edge++) {
            first[from[edge]]++;
            first[to[edge]]++;
        }
        int sum = 0;
        for (int node = 0; node <= nodes; node++) {
            int own = first[node];
            first[node] = sum;
            sum += own;
        }
        edges = new int[sum];
        int[] next = Arrays.copyOf(first, nodes);
        for (int edge = 0; edge < from.length; edge++) {
            edges[next[from[edge]]++] = edge;
            edges[next[to[edge]]++] = edge;
        }
        least = new long[unknowns];
        most = new long[unknowns];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, Long.MIN_VALUE);
        cameBy = new int[nodes];
        queue = new int[nodes];
        mark = new int[nodes];
    }

    /** The network of a component; null if it is none. */
    static @Nullable Network of(Reduced reduced, Budget budget) {
        int[] side = sides(reduced);
        if (side == null) {
            return null;
        }
        int rows = reduced.rows();
        int unknowns = reduced.unknowns();
        int slacks = 0;
        for (int row = 0; row < rows; row++) {
            slacks += reduced.rowLow(row) < reduced.rowHigh(row) ? 1 : 0;
        }
        int[] from = new int[unknowns + slacks];
        int[] to = new int[from.length];
        long[] low = new long[from.length];
        long[] high = new long[from.length];
        Arrays.fill(from, rows);
        Arrays.fill(to, rows);
        long[] fixed = new long[rows + 1];
        int slack = unknowns;
        for (int unknown = 0; unknown < unknowns; unknown++) {
            low[unknown] = reduced.low(unknown);
            high[unknown] = reduced.high(unknown);
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < reduced.size(row); i++) {
                if (reduced.factor(row, i) * side[row] > 0) {
                    to[reduced.unknown(row, i)] = row;
                } else {
                    from[reduced.unknown(row, i)] = row;
                }
            }
            if (reduced.rowLow(row) < reduced.rowHigh(row)) {
                from[slack] = side[row] > 0 ? row : rows;
                to[slack] = side[row] > 0 ? rows : row;
                low[slack] = reduced.rowLow(row);
                high[slack++] = reduced.rowHigh(row);
            } else {
                fixed[row] = side[row] * reduced.rowLow(row);
                fixed[rows] -= fixed[row];
            }
        }
        Network network = new Network(rows + 1, from, to, low, high, unknowns, budget);
        network.start(fixed);
        return network;
    }

    /** A sign for every sum such that no unknown has one sign in both of its sums; null if there is no such choice. */
    private static int @Nullable [] sides(Reduced reduced) {
        int rows = reduced.rows();
        int[][] places = new int[reduced.unknowns()][];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < reduced.size(row); i++) {
                int unknown = reduced.unknown(row, i);
                int[] known = places[unknown];
                if (known != null && (known.length == 4 || known[0] == row)) {
                    return null;
                }
                places[unknown] = known == null
                        ? new int[] {row, reduced.factor(row, i)}
                        : new int[] {known[0], known[1], row, reduced.factor(row, i)};
            }
        }
        int[] side = new int[rows];
        int[] stack = new int[rows];
        for (int start = 0; start < rows; start++) {
            if (side[start] != 0) {
                continue;
            }
            side[start] = 1;
            int depth = 0;
            stack[depth++] = start;
            while (depth > 0) {
                int row = stack[--depth];
                for (int i = 0; i < reduced.size(row); i++) {
                    int[] place = places[reduced.unknown(row, i)];
                    if (place.length == 4) {
                        int other = place[0] == row ? place[2] : place[0];
                        int wanted = place[1] == place[3] ? -side[row] : side[row];
                        if (side[other] == 0) {
                            side[other] = wanted;
                            stack[depth++] = other;
                        } else if (side[other] != wanted) {
                            return null;
                        }
                    }
                }
            }
        }
        return side;
    }

    private boolean feasible = true;
    private long[] owed = {};

    /** Every edge at its lower end first; then what does not balance is pushed from node to node. */
    private void start(long[] fixed) {
        owed = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            owed[node] = -fixed[node];
        }
        for (int edge = 0; edge < from.length; edge++) {
            flow[edge] = low[edge];
            owed[to[edge]] += flow[edge];
            owed[from[edge]] -= flow[edge];
        }
        for (int node = 0; node < nodes && feasible; node++) {
            while (owed[node] > 0 && feasible) {
                int end = search(node, NONE, NONE);
                if (end == NONE) {
                    feasible = false;
                } else {
                    long amount = Math.min(owed[node], -owed[end]);
                    amount = Math.min(amount, room(node, end));
                    push(node, end, amount);
                    owed[node] -= amount;
                    owed[end] += amount;
                }
            }
        }
        if (feasible) {
            for (int unknown = 0; unknown < least.length; unknown++) {
                least[unknown] = flow[unknown];
                most[unknown] = flow[unknown];
            }
        }
    }

    /** Breadth first along edges with room, to a node (or, where none is given, to any that lacks something). */
    private int search(int start, int goal, int without) {
        round++;
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        mark[start] = round;
        while (head < tail) {
            int node = queue[head++];
            if (!budget.spend(first[node + 1] - first[node])) {
                return NONE;
            }
            for (int i = first[node]; i < first[node + 1]; i++) {
                int edge = edges[i];
                boolean onwards = from[edge] == node;
                int other = onwards ? to[edge] : from[edge];
                boolean room = onwards ? flow[edge] < high[edge] : flow[edge] > low[edge];
                if (room && mark[other] != round && edge != without) {
                    mark[other] = round;
                    cameBy[other] = edge;
                    if (other == goal || (goal == NONE && owed[other] < 0)) {
                        return other;
                    }
                    queue[tail++] = other;
                }
            }
        }
        return NONE;
    }

    private long room(int start, int end) {
        long room = Equations.OPEN;
        for (int node = end; node != start; ) {
            int edge = cameBy[node];
            boolean onwards = to[edge] == node;
            room = Math.min(room, onwards ? high[edge] - flow[edge] : flow[edge] - low[edge]);
            node = onwards ? from[edge] : to[edge];
        }
        return room;
    }

    private void push(int start, int end, long amount) {
        for (int node = end; node != start; ) {
            int edge = cameBy[node];
            boolean onwards = to[edge] == node;
            flow[edge] += onwards ? amount : -amount;
            witness(edge);
            node = onwards ? from[edge] : to[edge];
        }
    }

    private void witness(int edge) {
        if (edge < least.length) {
            least[edge] = Math.min(least[edge], flow[edge]);
            most[edge] = Math.max(most[edge], flow[edge]);
        }
    }

    @Override
    public boolean feasible() {
        return feasible;
    }

    @Override
    public long least(int unknown) {
        return least[unknown];
    }

    @Override
    public long most(int unknown) {
        return most[unknown];
    }

    @Override
    public Reach lower(int unknown, long enough) {
        while (flow[unknown] > low[unknown] && least[unknown] > enough) {
            // less on this edge is more on the way around it in its own direction
            int end = search(from[unknown], to[unknown], unknown);
            if (end == NONE) {
                return budget.isSpent() ? Reach.UNKNOWN : Reach.END;
            }
            long amount = Math.min(flow[unknown] - low[unknown], room(from[unknown], end));
            push(from[unknown], end, amount);
            flow[unknown] -= amount;
            witness(unknown);
        }
        return flow[unknown] == low[unknown] ? Reach.END : Reach.ENOUGH;
    }

    @Override
    public Reach upper(int unknown, long enough) {
        while (flow[unknown] < high[unknown] && most[unknown] < enough) {
            int end = search(to[unknown], from[unknown], unknown);
            if (end == NONE) {
                return budget.isSpent() ? Reach.UNKNOWN : Reach.END;
            }
            long amount = Math.min(high[unknown] - flow[unknown], room(to[unknown], end));
            push(to[unknown], end, amount);
            flow[unknown] += amount;
            witness(unknown);
        }
        return flow[unknown] == high[unknown] ? Reach.END : Reach.ENOUGH;
    }

    @Override
    public long lowerEnd(int unknown) {
        return least[unknown];
    }

    @Override
    public long upperEnd(int unknown) {
        return most[unknown];
    }
}
