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

    /** A cut point of the same component, and how many more people lie below this one than below that. */
    private record Link(int parent, long above) {}

    private final Map<Integer, Link> links = new HashMap<>();
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
        Link from = toRoot(band.from());
        Link to = toRoot(band.to());
        long difference = from.above() + n - to.above();
        if (from.parent() == to.parent()) {
            contradiction |= difference != 0;
            confirmed++;
        } else {
            links.put(to.parent(), new Link(from.parent(), difference));
        }
    }

    /** The people between neighbouring cut points that no cell counts; empty where the counts contradict each other. */
    List<Gap> gaps() {
        Map<Integer, TreeMap<Integer, Long>> components = new HashMap<>();
        for (Integer point : List.copyOf(links.keySet())) {
            Link link = toRoot(point);
            components.computeIfAbsent(link.parent(), r -> new TreeMap<>()).put(point, link.above());
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

    /** The link from a point to the root of its component, which it hangs from directly afterwards. */
    private Link toRoot(int point) {
        Link link = links.computeIfAbsent(point, p -> new Link(p, 0));
        if (link.parent() == point) {
            return link;
        }
        Link onwards = toRoot(link.parent());
        Link direct = new Link(onwards.parent(), link.above() + onwards.above());
        links.put(point, direct);
        return direct;
    }
}
