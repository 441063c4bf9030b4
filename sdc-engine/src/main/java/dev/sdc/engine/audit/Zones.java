package dev.sdc.engine.audit;

import dev.sdc.engine.submission.Declaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The areas, codes and bands of which declared hierarchies say what they are made of. */
final class Zones {
    private static final String BETWEEN = " / ";

    private final Map<String, List<String>> made = new LinkedHashMap<>();
    private final Map<String, Set<List<String>>> overlapping = new HashMap<>();
    private final Map<String, List<String>> zonesOf = new LinkedHashMap<>();

    Zones(List<Declaration.Hierarchy> hierarchies) {
        Set<String> names = new LinkedHashSet<>();
        for (Declaration.Hierarchy hierarchy : hierarchies) {
            String whole = inOneWriting(hierarchy.parent());
            List<String> parts =
                    hierarchy.children().stream().map(Zones::inOneWriting).toList();
            made.putIfAbsent(whole, parts);
            names.add(whole);
            names.addAll(parts);
        }
        for (String name : names) {
            atoms(name)
                    .forEach(atom -> zonesOf.computeIfAbsent(atom, a -> new ArrayList<>())
                            .add(name));
        }
    }

    private static String inOneWriting(String name) {
        List<String> labels = new ArrayList<>();
        for (String label : name.split(BETWEEN, -1)) {
            labels.add(CountedCell.inOneWriting(label));
        }
        return String.join(BETWEEN, labels);
    }

    /**
     * What one label names, or two together.
     *
     * @param rest the other labels
     */
    record Named(String name, List<String> rest) {}

    /** Everything among some labels that could be a zone. */
    static List<Named> any(List<String> labels) {
        List<Named> all = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).equals(CountedCell.TOTAL)) {
                all.add(named(labels, i, i + 1));
                if (i + 1 < labels.size()) {
                    all.add(named(labels, i, i + 2));
                }
            }
        }
        return all;
    }

    private static Named named(List<String> labels, int from, int to) {
        List<String> rest = new ArrayList<>(labels.subList(0, from));
        rest.addAll(labels.subList(to, labels.size()));
        return new Named(String.join(BETWEEN, labels.subList(from, to)), rest);
    }

    /** The zones that some labels name. */
    List<Named> in(List<String> labels) {
        return made.isEmpty()
                ? List.of()
                : any(labels).stream()
                        .filter(named -> made.containsKey(named.name()) || zonesOf.containsKey(named.name()))
                        .toList();
    }

    /** The labels of every other zone that shares a part with one. */
    Set<List<String>> overlapping(String zone) {
        return overlapping.computeIfAbsent(zone, name -> {
            Set<String> others = new LinkedHashSet<>();
            atoms(name).forEach(atom -> others.addAll(zonesOf.getOrDefault(atom, List.of())));
            others.remove(name);
            Set<List<String>> labels = new LinkedHashSet<>();
            others.forEach(other -> labels.add(List.of(other.split(BETWEEN, -1))));
            return labels;
        });
    }

    /** What a zone is made of in the end; of zones that hold each other nothing. */
    private Set<String> atoms(String zone) {
        Set<String> atoms = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(zone));
        while (!left.isEmpty()) {
            String next = left.pop();
            if (seen.add(next)) {
                List<String> parts = made.getOrDefault(next, List.of());
                parts.forEach(left::push);
                if (parts.isEmpty()) {
                    atoms.add(next);
                }
            }
        }
        return atoms;
    }
}
