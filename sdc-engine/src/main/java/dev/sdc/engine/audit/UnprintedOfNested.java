package dev.sdc.engine.audit;

import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People of one population who are not of another that lies in it, in a category that the tables of one of the two do not
 * print: by declared hierarchies it is the whole less its other parts, or the sum of its parts.
 *
 * <p>85 are employed and 22 of them work where they live, so 63 work elsewhere; a table of the men counts 58 of those.
 */
public final class UnprintedOfNested {
    /** Larger tables are not followed. */
    private static final int MOST_CELLS = 200_000;
    /** Categories in categories in categories. */
    private static final int DEEPEST = 20;
    /** Sums of sums that share their parts grow without end. */
    private static final int MOST_TERMS = 10_000;

    private final Grids grids;
    private final Map<String, List<Table>> populations = new LinkedHashMap<>();
    private final Map<String, String> within = new HashMap<>();
    private final Set<Declaration.Hierarchy> hierarchies = new LinkedHashSet<>();
    private final Map<String, Map<List<String>, Known>> counts = new HashMap<>();

    private UnprintedOfNested(List<Table> tables, Settings settings) {
        grids = new Grids(settings);
        for (Table table : tables) {
            Population population = table.declaration().population();
            if (population != null && population.id() != null) {
                populations
                        .computeIfAbsent(population.id(), id -> new ArrayList<>())
                        .add(table);
                if (population.subsetOf() != null) {
                    within.put(population.id(), population.subsetOf());
                }
            }
            for (Declaration.Hierarchy declared : table.declaration().hierarchies()) {
                hierarchies.add(new Declaration.Hierarchy(
                        CountedCell.inOneWriting(declared.parent()),
                        declared.children().stream()
                                .map(CountedCell::inOneWriting)
                                .toList()));
            }
        }
    }

    /** Everybody of a larger population, and not of a smaller one, in a category that only hierarchies tell. */
    public static List<UnprintedPart> among(List<Table> tables, Settings settings) {
        UnprintedOfNested nested = new UnprintedOfNested(tables, settings);
        return nested.hierarchies.isEmpty() || nested.within.isEmpty() ? List.of() : nested.search();
    }

    /**
     * A printed count of a sum.
     *
     * @param off whether it is taken off
     */
    private record Signed(CountedCell cell, boolean off) {
        Signed turned() {
            return new Signed(cell, !off);
        }
    }

    /** A count with the printed ones that it is made of: itself, or a whole and the parts that are taken off or added. */
    private record Known(long n, List<Signed> of, String sum) {
        List<CountedCell> cells() {
            return of.stream().map(Signed::cell).toList();
        }

        /** The printed counts with their signs, the other way round where all of it is taken off. */
        List<Proof.Term> terms(boolean takenOff) {
            return of.stream()
                    .map(part -> new Proof.Term(
                            part.off() == takenOff ? Proof.Sign.PLUS : Proof.Sign.MINUS,
                            part.cell().place()))
                    .toList();
        }

        boolean printed() {
            return of.size() == 1;
        }
    }

    private List<UnprintedPart> search() {
        List<UnprintedPart> parts = new ArrayList<>();
        within.keySet().forEach(inner -> {
            Set<String> seen = new HashSet<>();
            for (String outer = within.get(inner); outer != null && seen.add(outer); outer = within.get(outer)) {
                if (populations.containsKey(outer)) {
                    compare(counts(outer), counts(inner), parts);
                }
            }
        });
        return parts;
    }

    private static void compare(
            Map<List<String>, Known> outer, Map<List<String>, Known> inner, List<UnprintedPart> parts) {
        outer.forEach((labels, whole) -> {
            Known part = inner.get(labels);
            if (part != null && !(whole.printed() && part.printed()) && whole.n() >= part.n()) {
                List<CountedCell> cells = new ArrayList<>(whole.cells());
                cells.addAll(whole.printed() || !part.printed() ? cells.size() : 0, part.cells());
                String first = whole.printed() ? "" : whole.sum() + " = " + whole.n() + "; ";
                String second = part.printed() ? "" : part.sum() + " = " + part.n() + "; ";
                parts.add(new UnprintedPart(
                        cells.get(0),
                        List.copyOf(cells.subList(1, cells.size())),
                        whole.n() - part.n(),
                        first + second + whole.n() + " - " + part.n() + " = " + (whole.n() - part.n())
                                + ", for what the categories are declared to hold",
                        steps(whole, part)));
            }
        });
    }

    /** One sum where the whole is printed; else first that of the whole, and from it the part. */
    private static List<Proof.Step> steps(Known whole, Known part) {
        String last = whole.n() + " - " + part.n() + " = " + (whole.n() - part.n());
        if (!whole.printed()) {
            return List.of(
                    new Proof.Step(whole.sum() + " = " + whole.n(), whole.terms(false)),
                    new Proof.Step(last, part.terms(true)));
        }
        List<Proof.Term> terms = new ArrayList<>(whole.terms(false));
        terms.addAll(part.terms(true));
        return List.of(new Proof.Step(last, List.copyOf(terms)));
    }

    private Map<List<String>, Known> counts(String population) {
        return counts.computeIfAbsent(population, id -> {
            Map<List<String>, Known> known = printed(populations.getOrDefault(id, List.of()));
            boolean more = known.size() <= MOST_CELLS;
            for (int round = 0; more && round < DEEPEST; round++) {
                more = false;
                for (Declaration.Hierarchy hierarchy : hierarchies) {
                    more |= follow(hierarchy, known);
                }
            }
            return known;
        });
    }

    /** The exact counts of some tables by their labels; those left out that two tables print differently. */
    private Map<List<String>, Known> printed(List<Table> tables) {
        Map<List<String>, Known> known = new LinkedHashMap<>();
        Set<List<String>> differ = new HashSet<>();
        for (Table table : tables) {
            CountedCell.byLabels(table).forEach((labels, cell) -> {
                Known before = known.get(labels);
                if (grids.of(cell).rounds() || (before != null && before.n() != cell.n())) {
                    differ.add(labels);
                } else if (before == null) {
                    known.put(labels, new Known(cell.n(), List.of(new Signed(cell, false)), Long.toString(cell.n())));
                }
            });
        }
        known.keySet().removeAll(differ);
        return known;
    }

    /** Adds what a hierarchy tells wherever one of the whole and its parts is missing; whether it told anything. */
    private static boolean follow(Declaration.Hierarchy hierarchy, Map<List<String>, Known> known) {
        Set<String> members = new HashSet<>(hierarchy.children());
        members.add(hierarchy.parent());
        Map<Rest, Map<String, Known>> lines = new LinkedHashMap<>();
        known.forEach((labels, count) -> {
            for (int i = 0; i < labels.size(); i++) {
                if (members.contains(labels.get(i))) {
                    lines.computeIfAbsent(Rest.of(labels, i), rest -> new HashMap<>())
                            .put(labels.get(i), count);
                }
            }
        });
        boolean told = false;
        for (Map.Entry<Rest, Map<String, Known>> line : lines.entrySet()) {
            Set<String> missing = new HashSet<>(members);
            missing.removeAll(line.getValue().keySet());
            if (missing.size() == 1) {
                String label = missing.iterator().next();
                Known follows = missing(hierarchy, label, line.getValue());
                told |= follows != null && known.putIfAbsent(line.getKey().with(label), follows) == null;
            }
        }
        return told;
    }

    /** All labels of a count but one, and where that one stands. */
    private record Rest(List<String> labels, int at) {
        static Rest of(List<String> labels, int at) {
            return new Rest(new Rest(labels, at).with(""), at);
        }

        List<String> with(String label) {
            List<String> all = new ArrayList<>(labels);
            all.set(at, label);
            return List.copyOf(all);
        }
    }

    private static @Nullable Known missing(Declaration.Hierarchy hierarchy, String missing, Map<String, Known> others) {
        Known whole = others.get(hierarchy.parent());
        long n = whole == null ? 0 : whole.n();
        List<Signed> of = new ArrayList<>(whole == null ? List.of() : whole.of());
        StringBuilder sum = new StringBuilder(whole == null ? "" : Long.toString(whole.n()));
        for (String child : hierarchy.children()) {
            Known part = others.get(child);
            if (part != null && !child.equals(missing)) {
                if (of.size() + part.of().size() > MOST_TERMS) {
                    return null;
                }
                n += whole == null ? part.n() : -part.n();
                part.of().forEach(term -> of.add(whole == null ? term : term.turned()));
                sum.append(sum.isEmpty() ? "" : whole == null ? " + " : " - ").append(part.n());
            }
        }
        return n < 0 ? null : new Known(n, List.copyOf(of), sum.toString());
    }
}
