package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Sentence;
import java.util.List;

/** The sentences of a running text, parted once for all rules. */
public record Sentences(List<Sentence> all) {
    private record Key(String output) {}

    /** The sentences of an output. */
    public static List<Sentence> of(Prose prose, Facts facts) {
        return facts.together(new Key(prose.id()), Sentences.class, () -> new Sentences(prose.sentences()))
                .all();
    }
}
