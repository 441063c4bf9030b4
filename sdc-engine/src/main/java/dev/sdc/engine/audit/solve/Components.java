package dev.sdc.engine.audit.solve;

import dev.sdc.engine.audit.solve.Equations.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The parts of a system that share no unknown, each to be solved alone. */
record Components(List<Component> list) {

    /** Unknowns that hang together, and the sums they hang together by. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Component(int[] unknowns, int[] sums) {}

    /** Splits a system; unknowns that stand in no sum are left out. */
    static Components of(Equations equations) {
        return of(equations, unknown -> true);
    }

    /** Splits a system by the unknowns that are still open; those that are known tie nothing together. */
    static Components of(Equations equations, IntPredicate open) {
        int[] parent = new int[equations.unknowns()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        int[] anchor = new int[equations.sums.length];
        for (int s = 0; s < anchor.length; s++) {
            Sum sum = equations.sums[s];
            anchor[s] = sum.whole() >= 0 && open.test(sum.whole()) ? sum.whole() : Equations.NOBODY;
            for (int part : sum.parts()) {
                if (open.test(part)) {
                    anchor[s] = anchor[s] < 0 ? part : anchor[s];
                    parent[root(parent, part)] = root(parent, anchor[s]);
                }
            }
        }
        int[] number = new int[parent.length];
        List<List<Integer>> unknowns = new ArrayList<>();
        List<List<Integer>> sums = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            if (equations.first[i] == equations.first[i + 1] || !open.test(i)) {
                continue;
            }
            int root = root(parent, i);
            if (number[root] == 0) {
                unknowns.add(new ArrayList<>());
                sums.add(new ArrayList<>());
                number[root] = unknowns.size();
            }
            unknowns.get(number[root] - 1).add(i);
        }
        for (int s = 0; s < equations.sums.length; s++) {
            if (anchor[s] >= 0) {
                sums.get(number[root(parent, anchor[s])] - 1).add(s);
            }
        }
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < unknowns.size(); c++) {
            components.add(new Component(array(unknowns.get(c)), array(sums.get(c))));
        }
        return new Components(components);
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
