package dev.sdc.engine.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ends of the bands of one variable, and how many people lie between any two of them that printed counts connect:
 * each count over a band ties its two ends together.
 */
final class CutPoints {
    /**
     * People between two neighbouring cut points that no single cell counts.
     *
     * @param from the lower cut point
     * @param to the upper one
     * @param n how many lie between them
     */
    record Gap(int from, int to, long n) {}

    private final Map<Integer, Integer> parent = new HashMap<>();
    /** How many more people lie below a cut point than below its parent. */
    private final Map<Integer, Long> above = new HashMap<>();

    private final Map<Band, Long> printed = new HashMap<>();
    private boolean contradiction;
    private int confirmed;

    /** How often the counts agreed where two ways lead from one end to another. */
    int confirmed() {
        return confirmed;
    }

    /** Adds a printed count. */
    void add(Band band, long n) {
        Long before = printed.putIfAbsent(band, n);
        if (before != null) {
            contradiction |= before != n;
            confirmed++;
            return;
        }
        int from = root(band.from());
        int to = root(band.to());
        long difference = above.get(band.from()) + n - above.get(band.to());
        if (from == to) {
            contradiction |= difference != 0;
            confirmed++;
        } else {
            parent.put(to, from);
            above.put(to, difference);
        }
    }

    /** The people between neighbouring cut points that no cell counts; empty where the counts contradict each other. */
    List<Gap> gaps() {
        Map<Integer, TreeMap<Integer, Long>> components = new HashMap<>();
        for (Integer point : List.copyOf(parent.keySet())) {
            int root = root(point);
            components.computeIfAbsent(root, r -> new TreeMap<>()).put(point, above.get(point));
        }
        List<Gap> gaps = new ArrayList<>();
        for (TreeMap<Integer, Long> component : components.values()) {
            Map.Entry<Integer, Long> last = null;
            for (Map.Entry<Integer, Long> point : component.entrySet()) {
                if (last != null) {
                    long n = point.getValue() - last.getValue();
                    contradiction |= n < 0;
                    if (!printed.containsKey(new Band(last.getKey(), point.getKey()))) {
                        gaps.add(new Gap(last.getKey(), point.getKey(), n));
                    }
                }
                last = point;
            }
        }
        return contradiction ? List.of() : gaps;
    }

    /** The root of a point's component; afterwards the point hangs from it directly. */
    private int root(int point) {
        parent.putIfAbsent(point, point);
        above.putIfAbsent(point, 0L);
        List<Integer> path = new ArrayList<>();
        int root = point;
        while (parent.get(root) != root) {
            path.add(root);
            root = parent.get(root);
        }
        long sum = 0;
        for (int i = path.size() - 1; i >= 0; i--) {
            sum += above.get(path.get(i));
            above.put(path.get(i), sum);
            parent.put(path.get(i), root);
        }
        return root;
    }
}
