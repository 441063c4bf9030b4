package dev.sdc.engine.evidence;

import dev.sdc.engine.table.CountPhrases;
import dev.sdc.engine.table.Passage;
import dev.sdc.engine.table.Prose;
import java.util.List;
import java.util.Set;

/**
 * The counts that a running text tells, passage by passage, read once for all rules. A place may be found in two passages
 * ({@link Prose#passages()}).
 */
public record ToldCounts(List<InPassage> passages) {
    /** What one passage tells. */
    public record InPassage(Passage passage, CountPhrases.Told told) {}

    private record Key(String output) {}

    /** What an output tells. */
    public static ToldCounts of(Prose prose, Facts facts) {
        return facts.together(new Key(prose.id()), ToldCounts.class, () -> read(prose));
    }

    private static ToldCounts read(Prose prose) {
        Set<String> strata = CodedStrata.in(prose);
        return new ToldCounts(prose.passages().stream()
                .filter(passage -> !strata.contains(passage.text()))
                .map(passage -> new InPassage(passage, CountPhrases.told(passage.text())))
                .toList());
    }
}
