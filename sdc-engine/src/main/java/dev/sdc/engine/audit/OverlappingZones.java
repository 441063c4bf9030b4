package dev.sdc.engine.audit;

import dev.sdc.engine.audit.solve.Combination;
import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Counts over areas, codes or bands of which is declared what they are made of. Those that overlap cut each other into
 * pieces that nobody prints; what all printed counts together say of a piece, or of what one set of zones holds beyond
 * another, follows by adding and subtracting, through as many zones as hang together.
 */
public final class OverlappingZones {
    /** More zones of one line are not taken together. */
    private static final int MOST_ZONES = 20_000;
    /** More levels of wholes in wholes are a circle. */
    private static final int DEEPEST = 20;

    private final Map<String, List<String>> made = new HashMap<>();
    private final Map<String, BitSet> known = new HashMap<>();
    private final Map<String, Integer> atoms = new HashMap<>();
    private final Set<BitSet> named = new HashSet<>();
    private final Grids grids;

    private OverlappingZones(Settings settings) {
        grids = new Grids(settings);
    }

    /** Everybody in a piece between overlapping zones whom no cell counts. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        OverlappingZones zones = new OverlappingZones(settings);
        for (Table table : tables) {
            for (Declaration.Hierarchy whole : table.declaration().hierarchies()) {
                zones.made.putIfAbsent(
                        CountedCell.inOneWriting(whole.parent()),
                        whole.children().stream().map(CountedCell::inOneWriting).toList());
            }
        }
        return zones.made.isEmpty() ? List.of() : zones.search(tables);
    }

    /** What a count is of, but for the zone: everything that two counts must share to be of one line. */
    private record Line(List<String> labels, Optional<String> population) {}

    /** A printed count over a set of atoms. */
    private record Zone(CountedCell cell, BitSet atoms) {}

    private List<UnprintedPart> search(List<Table> tables) {
        Set<String> ends = new HashSet<>();
        made.values().forEach(ends::addAll);
        Map<Line, Map<BitSet, Zone>> lines = new LinkedHashMap<>();
        for (Table table : tables) {
            table.forEachLabel(label -> name(CountedCell.inOneWriting(label), ends));
            Optional<String> population = Optional.ofNullable(
                            table.declaration().population())
                    .map(p -> Objects.requireNonNullElse(p.id(), Objects.requireNonNullElse(p.description(), "")));
            for (CountedCell cell : CountedCell.of(table)) {
                for (int i = 0; i < cell.labels().size(); i++) {
                    add(cell, i, cell.labels().get(i), 1, population, ends, lines);
                    if (i + 1 < cell.labels().size()) {
                        String both =
                                cell.labels().get(i) + " / " + cell.labels().get(i + 1);
                        add(cell, i, both, 2, population, ends, lines);
                    }
                }
            }
        }
        List<UnprintedPart> parts = new ArrayList<>();
        for (Map<BitSet, Zone> line : lines.values()) {
            if (line.size() > 1 && line.size() <= MOST_ZONES) {
                new Pieces(List.copyOf(line.values())).into(parts);
            }
        }
        return parts;
    }

    private void name(String label, Set<String> ends) {
        if (made.containsKey(label) || ends.contains(label)) {
            named.add(atoms(label, 0));
        }
    }

    private void add(
            CountedCell cell,
            int at,
            String zone,
            int labels,
            Optional<String> population,
            Set<String> ends,
            Map<Line, Map<BitSet, Zone>> lines) {
        if (made.containsKey(zone) || ends.contains(zone)) {
            List<String> rest = new ArrayList<>(cell.labels().subList(0, at));
            rest.add("");
            rest.addAll(cell.labels().subList(at + labels, cell.labels().size()));
            BitSet atoms = atoms(zone, 0);
            named.add(atoms);
            lines.computeIfAbsent(new Line(rest, population), l -> new LinkedHashMap<>())
                    .putIfAbsent(atoms, new Zone(cell, atoms));
        }
    }

    /** What a zone is made of in the end. */
    private BitSet atoms(String zone, int depth) {
        BitSet before = known.get(zone);
        if (before != null) {
            return before;
        }
        BitSet all = new BitSet();
        List<String> parts = depth < DEEPEST ? made.getOrDefault(zone, List.of()) : List.of();
        for (String part : parts) {
            all.or(atoms(part, depth + 1));
        }
        if (parts.isEmpty()) {
            all.set(atoms.computeIfAbsent(zone, z -> atoms.size()));
        }
        known.put(zone, all);
        return all;
    }

    /** The pieces that the zones of one line cut each other into, an unknown each. */
    private final class Pieces {
        private final List<Zone> zones;
        private final Equations.Builder builder = new Equations.Builder();
        private final Map<BitSet, Integer> pieces = new LinkedHashMap<>();
        private final List<BitSet> held = new ArrayList<>();

        Pieces(List<Zone> zones) {
            this.zones = zones;
        }

        void into(List<UnprintedPart> parts) {
            Map<Integer, BitSet> zonesOf = new HashMap<>();
            for (int z = 0; z < zones.size(); z++) {
                int zone = z;
                zones.get(z).atoms().stream()
                        .forEach(atom ->
                                zonesOf.computeIfAbsent(atom, a -> new BitSet()).set(zone));
            }
            Map<Integer, List<Integer>> ofZone = new HashMap<>();
            zonesOf.forEach((atom, in) -> {
                Integer piece = pieces.get(in);
                if (piece == null) {
                    piece = builder.unknown(0, Equations.OPEN);
                    pieces.put(in, piece);
                    held.add(new BitSet());
                    for (int z = in.nextSetBit(0); z >= 0; z = in.nextSetBit(z + 1)) {
                        ofZone.computeIfAbsent(z, k -> new ArrayList<>()).add(piece);
                    }
                }
                held.get(piece).set(atom);
            });
            if (pieces.keySet().stream().allMatch(in -> in.cardinality() == 1)) {
                return; // nothing overlaps
            }
            for (int z = 0; z < zones.size(); z++) {
                CountedCell cell = zones.get(z).cell();
                CountGrid grid = grids.of(cell);
                builder.sum(numbers(ofZone.getOrDefault(z, List.of())), grid.low(cell.n()), grid.high(cell.n()));
            }
            beyond();
            Ranges ranges = Ranges.of(builder.build());
            Set<BitSet> told = new HashSet<>();
            for (int piece = 0; piece < held.size(); piece++) {
                if (ranges.exact(piece)
                        && !ranges.contradicted(piece)
                        && !named.contains(held.get(piece))
                        && told.add(held.get(piece))) {
                    parts.add(part(piece, ranges));
                }
            }
        }

        /** What one layer of zones that do not overlap holds beyond another that lies in it. */
        private void beyond() {
            List<BitSet> layers = new ArrayList<>();
            for (Zone zone : zones) {
                BitSet layer = layers.stream()
                        .filter(l -> !l.intersects(zone.atoms()))
                        .findFirst()
                        .orElse(null);
                if (layer == null) {
                    layer = new BitSet();
                    layers.add(layer);
                }
                layer.or(zone.atoms());
            }
            for (BitSet layer : layers) {
                for (BitSet other : layers) {
                    BitSet rest = (BitSet) layer.clone();
                    rest.andNot(other);
                    BitSet within = (BitSet) other.clone();
                    within.andNot(layer);
                    List<Integer> inside = new ArrayList<>();
                    for (int piece = 0; piece < pieces.size(); piece++) {
                        if (rest.intersects(held.get(piece))) {
                            inside.add(piece);
                        }
                    }
                    if (within.isEmpty() && inside.size() > 1) {
                        builder.sum(numbers(inside), builder.unknown(0, Equations.OPEN), 0, 0);
                        held.add(rest);
                    }
                }
            }
        }

        private UnprintedPart part(int piece, Ranges ranges) {
            long n = ranges.low(piece);
            Combination combination = ranges.combination(piece);
            List<CountedCell> cells = subtracted(held.get(piece));
            String words = "adding and subtracting the zones leaves " + n;
            List<Proof.Term> drawn = new ArrayList<>();
            if (!cells.isEmpty()) {
                StringBuilder sum = new StringBuilder();
                for (CountedCell cell : cells) {
                    drawn.add(new Proof.Term(sum.isEmpty() ? Proof.Sign.PLUS : Proof.Sign.MINUS, cell.place()));
                    sum.append(sum.isEmpty() ? "" : " - ").append(cell.n());
                }
                words = sum + " = " + n;
            } else if (combination != null) {
                List<Combination.Term> terms = new ArrayList<>(combination.terms());
                terms.removeIf(term -> term.sum() >= zones.size());
                terms.sort((one, other) -> Long.compare(other.times(), one.times()));
                for (Combination.Term term : terms) {
                    CountedCell cell = zones.get(term.sum()).cell();
                    cells.add(cell);
                    drawn.add(new Proof.Term(term.times() > 0 ? Proof.Sign.PLUS : Proof.Sign.MINUS, cell.place()));
                }
                words = inWords(terms, combination);
            } else {
                zones.stream()
                        .filter(zone -> zone.atoms().intersects(held.get(piece)))
                        .forEach(zone -> cells.add(zone.cell()));
            }
            return new UnprintedPart(
                    cells.get(0),
                    List.copyOf(cells.subList(1, cells.size())),
                    n,
                    words + ", for what these zones are declared to hold",
                    drawn.isEmpty() ? List.of() : List.of(new Proof.Step(words, List.copyOf(drawn))));
        }

        private String inWords(List<Combination.Term> terms, Combination combination) {
            StringBuilder sum = new StringBuilder();
            for (Combination.Term term : terms) {
                long times = Math.abs(term.times());
                sum.append(term.times() < 0 ? " - " : sum.isEmpty() ? "" : " + ")
                        .append(times == 1 ? "" : times + " x ")
                        .append(zones.get(term.sum()).cell().n());
            }
            return combination.under() == 1
                    ? sum + " = " + combination.value()
                    : "(" + sum + ") / " + combination.under() + " = " + combination.value();
        }

        /** A zone and those in it that leave just a piece; empty where it takes more than that. */
        private List<CountedCell> subtracted(BitSet piece) {
            for (Zone whole : zones) {
                BitSet rest = (BitSet) whole.atoms().clone();
                rest.andNot(piece);
                if (rest.cardinality() + piece.cardinality() == whole.atoms().cardinality()) {
                    List<CountedCell> cells = new ArrayList<>(List.of(whole.cell()));
                    for (Zone zone : zones) {
                        BitSet outside = (BitSet) zone.atoms().clone();
                        outside.andNot(rest);
                        if (outside.isEmpty()) {
                            cells.add(zone.cell());
                            rest.andNot(zone.atoms());
                        }
                    }
                    if (rest.isEmpty()) {
                        return cells;
                    }
                }
            }
            return new ArrayList<>();
        }

        private static int[] numbers(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
