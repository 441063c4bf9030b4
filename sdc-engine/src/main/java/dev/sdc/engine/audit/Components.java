package dev.sdc.engine.audit;

import dev.sdc.engine.audit.Equations.Sum;
import java.util.ArrayList;
import java.util.List;

/** The parts of a system that share no unknown, each to be solved alone. */
record Components(List<Component> list) {

    /** Unknowns that hang together, and the sums they hang together by. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Component(int[] unknowns, int[] sums) {}

    /** Splits a system; unknowns that stand in no sum are left out. */
    static Components of(Equations equations) {
        int[] parent = new int[equations.unknowns()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (Sum sum : equations.sums) {
            int anchor = anchor(sum);
            for (int part : sum.parts()) {
                parent[root(parent, part)] = root(parent, anchor);
            }
        }
        int[] number = new int[parent.length];
        List<List<Integer>> unknowns = new ArrayList<>();
        List<List<Integer>> sums = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            if (equations.first[i] == equations.first[i + 1]) {
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
            sums.get(number[root(parent, anchor(equations.sums[s]))] - 1).add(s);
        }
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < unknowns.size(); c++) {
            components.add(new Component(array(unknowns.get(c)), array(sums.get(c))));
        }
        return new Components(components);
    }

    private static int anchor(Sum sum) {
        return sum.whole() >= 0 ? sum.whole() : sum.parts()[0];
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
