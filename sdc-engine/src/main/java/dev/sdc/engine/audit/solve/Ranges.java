package dev.sdc.engine.audit.solve;

import dev.sdc.engine.audit.solve.Components.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sums of a system leave for each unknown: an interval that is certain to hold its value, if the sums are true.
 *
 * <p>Bounds are carried from sum to sum until nothing moves; then the sums are eliminated, which finds every number that
 * they determine together, with a proof; what still hangs together is solved for the ends of its intervals, as a network
 * where it is one, by trying where it is small, by linear programs otherwise. Work is counted: where it ends, or where a
 * solver is missing, the interval is wider than it could be, never narrower, and marked as undecided. Sums that cannot hold
 * together are no equalities (categories that overlap, a total worked out anew): the unknowns that hang on them keep their
 * own intervals, and are marked as contradicted.
 */
public final class Ranges {
    /** An end that no sum set: the unknown's own. */
    public static final int OWN = -1;
    /** An end that several sums set together. */
    public static final int TOGETHER = -2;
    /** Steps that elimination with another prime may take beyond twice those of the first. */
    private static final long SLACK = 1_000;

    private final Equations equations;
    private final Effort effort;
    private final Budget allowed;
    private Budget budget;
    private long given;
    private final long[] low;
    private final long[] high;
    private final int[] lowBy;
    private final int[] highBy;
    private final int[] scratch;
    private final BitSet contradicted = new BitSet();
    private final BitSet undecided = new BitSet();
    private final Map<Integer, Combination> combinations = new HashMap<>();

    /**
     * How far to go.
     *
     * @param enough an unknown that can be this great needs no further search
     * @param width nor does one of whose values two lie this far apart
     * @param steps the work allowed
     * @param programs the solver for what is no network and too large to try
     */
    public record Effort(long enough, long width, long steps, LpBackend programs) {
        /** Every end exactly, with no solver for linear programs. */
        public static final Effort EXACT = new Effort(Equations.OPEN, Budget.STANDARD, LpBackend.NONE);

        /** Intervals of any width are searched. */
        public Effort(long enough, long steps, LpBackend programs) {
            this(enough, Equations.OPEN, steps, programs);
        }

        /** Whether nothing but the ends of all intervals will do. */
        boolean everyEnd() {
            return enough >= Equations.OPEN && width >= Equations.OPEN;
        }

        /** Whether the values seen of an unknown say enough of it. */
        boolean settled(long least, long most) {
            return most >= enough || (least <= most && most - least >= width);
        }
    }

    private Ranges(Equations equations, Effort effort) {
        this.equations = equations;
        this.effort = effort;
        allowed = new Budget(effort.steps());
        budget = allowed;
        low = equations.low.clone();
        high = equations.high.clone();
        lowBy = new int[low.length];
        highBy = new int[low.length];
        scratch = new int[low.length];
        Arrays.fill(lowBy, OWN);
        Arrays.fill(highBy, OWN);
    }

    /** Solves a system to every end. */
    public static Ranges of(Equations equations) {
        return of(equations, Effort.EXACT);
    }

    /** Solves a system. */
    public static Ranges of(Equations equations, Effort effort) {
        Ranges ranges = new Ranges(equations, effort);
        ranges.solve();
        return ranges;
    }

    private void solve() {
        Propagation propagation = new Propagation(equations, low, high, lowBy, highBy);
        Search search = new Search(equations, low, high, lowBy, highBy);
        List<Component> whole = Components.of(equations).list();
        int[] home = new int[low.length];
        for (int c = 0; c < whole.size(); c++) {
            Component component = whole.get(c);
            begin(component);
            if (propagation.run(component.sums()) && eliminate(component, propagation)) {
                for (int unknown : component.unknowns()) {
                    home[unknown] = c;
                }
            } else {
                forget(component);
            }
            end();
        }
        Components open = Components.of(equations, unknown -> !exact(unknown) && !contradicted(unknown));
        for (Component component : open.list()) {
            Component of = whole.get(home[component.unknowns()[0]]);
            begin(component);
            if (!contradicted(of.unknowns()[0]) && !ends(component, search)) {
                forget(of);
            }
            end();
        }
    }

    private void begin(Component component) {
        budget = allowed.forComponent(component.unknowns().length);
        given = budget.left();
    }

    private void end() {
        allowed.settle(budget, given);
    }

    /** Finds what the sums determine together; false if they contradict each other. */
    private boolean eliminate(Component component, Propagation propagation) {
        Reduced reduced = Reduced.of(equations, component, low, high, scratch);
        if (reduced.rows() < 2) {
            return true;
        }
        List<Elimination.Equality> equalities = reduced.equalities();
        long before = budget.left();
        Elimination elimination = Elimination.of(reduced.unknowns(), equalities, budget);
        if (elimination == null) {
            return true; // undecided below, as the work allowed is spent
        }
        if (elimination.contradiction()) {
            return false;
        }
        holdAgainstAnotherPrime(elimination, reduced, equalities, before - budget.left());
        boolean found = false;
        for (int i = 0; i < reduced.unknowns(); i++) {
            if (elimination.determines(i)) {
                Combination combination = elimination.combination(i);
                int unknown = reduced.global()[i];
                if (combination == null) {
                    undecided.set(unknown);
                } else if (combination.value() < low[unknown] || combination.value() > high[unknown]) {
                    return false;
                } else {
                    found = true;
                    low[unknown] = combination.value();
                    high[unknown] = combination.value();
                    lowBy[unknown] = TOGETHER;
                    highBy[unknown] = TOGETHER;
                    combinations.put(unknown, combination);
                }
            }
        }
        return !found || propagation.run(component.sums());
    }

    /**
     * A number that looks free modulo one prime and determined modulo another is determined, by multipliers over a
     * denominator that the first prime divides: too large to be checked, so that a person has to look.
     */
    private void holdAgainstAnotherPrime(
            Elimination elimination, Reduced reduced, List<Elimination.Equality> equalities, long spent) {
        boolean all = true;
        for (int i = 0; i < reduced.unknowns(); i++) {
            all &= elimination.determines(i);
        }
        Elimination other =
                all ? null : Elimination.of(Field.SMALL, reduced.unknowns(), equalities, new Budget(SLACK + 2 * spent));
        for (int i = 0; other != null && i < reduced.unknowns(); i++) {
            if (other.determines(i) && !elimination.determines(i)) {
                undecided.set(reduced.global()[i]);
            }
        }
    }

    /** Finds the ends of a component; false if it has no solution. */
    private boolean ends(Component component, Search search) {
        Reduced reduced = Reduced.of(equations, component, low, high, scratch);
        if (reduced.unknowns() == 0 || (reduced.rows() == 1 && reduced.rowLow(0) == reduced.rowHigh(0))) {
            return true; // propagation leaves nothing of one sum undone
        }
        if (budget.isSpent()) {
            markUndecided(reduced);
            return true;
        }
        Network network = Network.of(reduced, budget);
        if (network != null) {
            return narrow(reduced, network);
        }
        Search.Found tried = search.narrow(component);
        if (tried != Search.Found.GAVE_UP) {
            return tried == Search.Found.YES;
        }
        LinearKnot programs = LinearKnot.of(reduced, effort.programs(), budget);
        if (programs == null) {
            markUndecided(reduced);
            return true;
        }
        try (programs) {
            return narrow(reduced, programs);
        }
    }

    private void markUndecided(Reduced reduced) {
        for (int i = 0; i < reduced.unknowns(); i++) {
            if (reduced.high(i) < effort.enough() || effort.enough() >= Equations.OPEN) {
                undecided.set(reduced.global()[i]);
            }
        }
    }

    private boolean narrow(Reduced reduced, Knot knot) {
        if (!knot.feasible()) {
            if (!budget.isSpent()) {
                return false;
            }
            markUndecided(reduced);
            return true;
        }
        knot.spread(effort);
        for (int i = 0; i < reduced.unknowns(); i++) {
            int unknown = reduced.global()[i];
            if (knot.settled(i, effort)) {
                continue;
            }
            Knot.Reach upwards = knot.upper(i, effort.enough());
            if (upwards == Knot.Reach.END) {
                if (knot.upperEnd(i) < high[unknown]) {
                    high[unknown] = knot.upperEnd(i);
                    highBy[unknown] = TOGETHER;
                }
            } else if (upwards == Knot.Reach.UNKNOWN) {
                undecided.set(unknown);
            }
            if (knot.settled(i, effort)) {
                continue;
            }
            Knot.Reach downwards = knot.lower(i, low[unknown]);
            if (downwards == Knot.Reach.END) {
                if (knot.lowerEnd(i) > low[unknown]) {
                    low[unknown] = knot.lowerEnd(i);
                    lowBy[unknown] = TOGETHER;
                }
            } else if (downwards == Knot.Reach.UNKNOWN) {
                undecided.set(unknown);
            }
            if (low[unknown] > high[unknown]) {
                return false; // there are fractions between the ends, and no whole number
            }
        }
        return true;
    }

    private void forget(Component component) {
        for (int unknown : component.unknowns()) {
            low[unknown] = equations.low[unknown];
            high[unknown] = equations.high[unknown];
            lowBy[unknown] = OWN;
            highBy[unknown] = OWN;
            contradicted.set(unknown);
            undecided.clear(unknown);
            combinations.remove(unknown);
        }
    }

    /** The least value an unknown can take. */
    public long low(int unknown) {
        return low[unknown];
    }

    /** The greatest value an unknown can take; {@link Equations#OPEN} where nothing limits it. */
    public long high(int unknown) {
        return high[unknown];
    }

    /** Whether only one value is left for an unknown. */
    public boolean exact(int unknown) {
        return low[unknown] == high[unknown];
    }

    /** Whether the sums that an unknown hangs on contradict each other, so that nothing follows for it. */
    public boolean contradicted(int unknown) {
        return contradicted.get(unknown);
    }

    /** Whether the work allowed, or the solver at hand, did not reach to say how much the sums tell of an unknown. */
    public boolean undecided(int unknown) {
        return undecided.get(unknown) && low[unknown] < high[unknown];
    }

    /** The sums that determine an unknown together; null where none or one does, or bounds were needed. */
    public @Nullable Combination combination(int unknown) {
        return combinations.get(unknown);
    }

    /** The sum that set an unknown's lower end, {@link #OWN} or {@link #TOGETHER}. */
    public int lowBy(int unknown) {
        return lowBy[unknown];
    }

    /** The sum that set an unknown's upper end, {@link #OWN} or {@link #TOGETHER}. */
    public int highBy(int unknown) {
        return highBy[unknown];
    }

    /**
     * Unknowns of which each gives away all others of its group: whoever knows one of them, as the one person it counts
     * does, knows the rest. Groups of one are left out.
     */
    public List<int[]> groups() {
        Map<List<Long>, List<Integer>> groups = new LinkedHashMap<>();
        for (Component component : Components.of(equations).list()) {
            if (contradicted.get(component.unknowns()[0])) {
                continue;
            }
            Reduced reduced = Reduced.of(equations, component, low, high, scratch);
            Elimination elimination =
                    Elimination.of(reduced.unknowns(), reduced.equalities(), new Budget(effort.steps()));
            for (int i = 0; elimination != null && i < reduced.unknowns(); i++) {
                if (!elimination.determines(i)) {
                    groups.computeIfAbsent(
                                    List.of((long) component.unknowns()[0], elimination.ratio(i)),
                                    k -> new ArrayList<>())
                            .add(reduced.global()[i]);
                }
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
