package dev.sdc.engine.audit;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.ToldCounts;
import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Numbers of people in a text that are a little less than the number that a table of the submission divides: {@code 921
 * patients with known stage} beside a table of 925.
 *
 * @param n the number in the text
 * @param at where it stands in the text
 * @param whole the next greater number that a table divides
 * @param place where that is printed, {@code file!cell}
 */
public record TotalsBesideText(long n, String at, long whole, String place) {
    /** Of few people numbers come near one another by chance. */
    private static final long NO_CHANCE = 100;

    /** The greater number is more than the smaller one by this part of it at most. */
    private static final long NEAREST = 50;

    private record Key(People people) {}

    private record Totals(NavigableMap<Long, String> places) {}

    /** The numbers of a text that come near the number of a table on the same people, and are no table's own. */
    public static List<TotalsBesideText> of(Prose prose, Facts facts) {
        People people = People.of(prose, facts);
        NavigableMap<Long, String> totals = facts.together(
                        new Key(people), Totals.class, () -> new Totals(totals(people, facts)))
                .places();
        List<TotalsBesideText> near = new ArrayList<>();
        if (totals.isEmpty()) {
            return near;
        }
        for (ToldCounts.InPassage in : ToldCounts.of(prose, facts).passages()) {
            for (CountPhrases.CountPhrase count : in.told().counts()) {
                Map.Entry<Long, String> next = totals.ceilingEntry(count.n());
                boolean few = next != null
                        && count.whole() == 0
                        && count.n() >= NO_CHANCE
                        && next.getKey() > count.n()
                        && (next.getKey() - count.n()) * NEAREST <= count.n();
                if (few) {
                    near.add(new TotalsBesideText(
                            count.n(), in.passage().address(count.from()), next.getKey(), next.getValue()));
                }
            }
        }
        return near;
    }

    private static NavigableMap<Long, String> totals(People people, Facts facts) {
        NavigableMap<Long, String> totals = new TreeMap<>();
        for (Output output : facts.outputs()) {
            if (output instanceof Table table && People.of(table, facts).equals(people)) {
                SamePeople.divided(table, facts).ifPresent(divided -> totals.putIfAbsent(divided.n(), divided.place()));
            }
        }
        return totals;
    }
}
