package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of all people that tables print which are declared to be of one population. */
record DeclaredTotals(Map<People, List<DeclaredTotals.OfTable>> known) {
    /**
     * A number of all people.
     *
     * @param printed whether it is printed as a total; a sum may leave a category out
     */
    record Total(long n, boolean printed, String place) {}

    private record OfTable(Table table, Total total) {}

    /** What other tables of a table's declared population print, each number once. */
    static List<Total> besides(Table table, Facts facts) {
        People people = People.of(table, facts);
        if (people.population() == null) {
            return List.of();
        }
        DeclaredTotals all = facts.together(DeclaredTotals.class, DeclaredTotals.class, () -> of(facts));
        return all.known.getOrDefault(people, List.of()).stream()
                .filter(known -> known.table() != table)
                .map(OfTable::total)
                .toList();
    }

    private static DeclaredTotals of(Facts facts) {
        Map<People, List<OfTable>> known = new HashMap<>();
        Map<Object, Integer> times = new HashMap<>();
        List<Output> outputs = Stream.concat(facts.outputs().stream(), facts.released().stream())
                .toList();
        for (Output output : outputs) {
            People people = People.of(output, facts);
            if (output instanceof Table table && people.population() != null) {
                of(table, facts).ifPresent(total -> {
                    // a second table says nothing new but to the first
                    if (times.merge(List.of(people, total.n(), total.printed()), 1, Integer::sum) <= 2) {
                        known.computeIfAbsent(people, p -> new ArrayList<>()).add(new OfTable(table, total));
                    }
                });
            }
        }
        return new DeclaredTotals(known);
    }

    /** The one number that the lines over all people of a table come to. */
    private static Optional<Total> of(Table table, Facts facts) {
        Map<Long, Total> totals = new LinkedHashMap<>();
        Map<Long, Total> sums = new LinkedHashMap<>();
        facts.forEachLine(table, line -> {
            LineCounts counts = LineCounts.of(table, line);
            boolean ofAll = OutsideTotals.isOverAll(table, line);
            if (ofAll && counts.hasTotal()) {
                String place = table.file() + "!" + table.address(line.totalRow(), line.totalColumn());
                totals.putIfAbsent(counts.total(), new Total(counts.total(), true, place));
            } else if (ofAll && counts.complete()) {
                String place = table.file() + "!" + table.address(line.row(0), line.fixed());
                sums.putIfAbsent(counts.sum(), new Total(counts.sum(), false, place));
            }
        });
        Map<Long, Total> numbers = totals.isEmpty() ? sums : totals;
        return numbers.size() == 1 ? numbers.values().stream().findFirst() : Optional.empty();
    }
}
