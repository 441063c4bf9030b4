package dev.sdc.engine.audit;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What the counts of a table would count under the names of zones that overlap theirs: a table of the new regions asks for
 * earlier ones of the old regions too, as declared hierarchies say which share a part.
 */
public final class ZoneKeys {
    /** More keys of one table are not looked up. */
    private static final int MOST_KEYS = 1_000_000;

    private final Map<String, List<String>> made = new LinkedHashMap<>();
    private final Map<String, Set<String>> overlapping = new HashMap<>();
    private final Map<String, List<String>> zonesOf = new LinkedHashMap<>();

    private ZoneKeys(List<Declaration.Hierarchy> hierarchies) {
        Set<String> names = new LinkedHashSet<>();
        for (Declaration.Hierarchy hierarchy : hierarchies) {
            String whole = inOneWriting(hierarchy.parent());
            List<String> parts =
                    hierarchy.children().stream().map(ZoneKeys::inOneWriting).toList();
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
        for (String label : name.split(" / ", -1)) {
            labels.add(CountedCell.inOneWriting(label));
        }
        return String.join(" / ", labels);
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

    /** The keys of the counts of a table, each with another zone in the place of its own. */
    public static LongStream of(Table table) {
        List<Declaration.Hierarchy> hierarchies = table.declaration().hierarchies();
        return hierarchies.isEmpty() ? LongStream.empty() : new ZoneKeys(hierarchies).keys(table);
    }

    private LongStream keys(Table table) {
        CellKeys cells = CellKeys.of(table, CellKeys.Labels.ALL);
        long[] keys = new long[16];
        int size = 0;
        BitSet counts = new BitSet();
        table.columns()
                .forEach(column -> counts.set(column.index(), !column.isLabel() && CellKeys.holdsCounts(column)));
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> labels =
                    table.rowLabels(row).stream().map(CountedCell::inOneWriting).toList();
            for (int column = counts.nextSetBit(0); column >= 0; column = counts.nextSetBit(column + 1)) {
                List<String> all = new ArrayList<>(labels);
                table.columns().get(column).header().forEach(name -> all.add(CountedCell.inOneWriting(name)));
                for (String zone : zones(all)) {
                    for (String other : overlapping(zone)) {
                        if (size == MOST_KEYS) {
                            return Arrays.stream(keys, 0, size);
                        }
                        keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
                        keys[size++] = cells.of(row, column) - CellKeys.zone(zone) + CellKeys.zone(other);
                    }
                }
            }
        }
        return Arrays.stream(keys, 0, size);
    }

    /** The zones that labels name, alone or two together. */
    private Set<String> zones(List<String> labels) {
        Set<String> zones = new LinkedHashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            String one = labels.get(i);
            String two = i + 1 < labels.size() ? one + " / " + labels.get(i + 1) : one;
            for (String name : List.of(one, two)) {
                if (made.containsKey(name) || zonesOf.containsKey(name)) {
                    zones.add(name);
                }
            }
        }
        return zones;
    }

    private Set<String> overlapping(String zone) {
        return overlapping.computeIfAbsent(zone, name -> {
            Set<String> others = new LinkedHashSet<>();
            atoms(name).forEach(atom -> others.addAll(zonesOf.getOrDefault(atom, List.of())));
            others.remove(name);
            return others;
        });
    }
}
