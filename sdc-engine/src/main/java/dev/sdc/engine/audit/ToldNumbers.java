package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.Mention;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of people that texts tell, and tables of one row, all people: {@code All stages, 504}; those of earlier
 * releases too.
 *
 * @param told the first place of each, {@code file!cell}
 * @param captions the only table that states a number as its base; null where several do
 */
record ToldNumbers(NavigableMap<Long, String> told, Map<Long, @Nullable Table> captions) {
    private record Key(People people) {}

    static ToldNumbers on(People people, Facts facts) {
        return facts.together(new Key(people), ToldNumbers.class, () -> of(people, facts));
    }

    private static ToldNumbers of(People people, Facts facts) {
        NavigableMap<Long, String> told = new TreeMap<>();
        Map<Long, @Nullable Table> captions = new HashMap<>();
        for (Output output : facts.outputs()) {
            if (output instanceof Prose prose && People.of(prose, facts).equals(people)) {
                for (ToldCounts.InPassage in : ToldCounts.of(prose, facts).passages()) {
                    for (CountPhrases.CountPhrase count : in.told().counts()) {
                        told.putIfAbsent(
                                count.n(), prose.file() + "!" + in.passage().address(count.from()));
                    }
                }
            }
            if (output instanceof Table table) {
                for (Mention mention : table.captions()) {
                    if (mention.kind() == Mention.Kind.BASE) {
                        Table known = captions.getOrDefault(mention.n(), table);
                        captions.put(mention.n(), table.equals(known) ? table : null);
                    }
                }
            }
        }
        Stream.concat(facts.outputs().stream(), facts.released().stream()).forEach(output -> {
            if (output instanceof Table table
                    && table.rowCount() == 1
                    && People.of(table, facts).equals(people)
                    && TotalNames.mayBeName(table.rowLabel(0))) {
                table.forEachCount(
                        (row, column, n) -> told.putIfAbsent(n, table.file() + "!" + table.address(row, column)));
            }
        });
        return new ToldNumbers(told, captions);
    }

    /** The first number from one on that is not said to be that of another table. */
    Map.@Nullable Entry<Long, String> atLeast(long least, Table table) {
        Map.Entry<Long, String> next = told.ceilingEntry(least);
        while (next != null && isOfOthers(next.getKey(), table)) {
            next = told.higherEntry(next.getKey());
        }
        return next;
    }

    private boolean isOfOthers(long n, Table table) {
        return captions.containsKey(n)
                && !table.equals(captions.get(n))
                && table.captions().stream().noneMatch(mention -> mention.n() == n);
    }
}
