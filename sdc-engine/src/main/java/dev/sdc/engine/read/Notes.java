package dev.sdc.engine.read;

import dev.sdc.engine.read.Reading.Note;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers remarks on a reading: the first ones of each kind, and how many there were in all. Not thread-safe. */
public final class Notes {
    private final int limit;
    private final List<Note> notes = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** Remarks of which at most {@code limit} of each kind are kept. */
    public Notes(int limit) {
        this.limit = limit;
    }

    /** Adds a remark. */
    public void add(Kind kind, String where, String text) {
        if (counts.merge(kind, 1, Integer::sum) <= limit) {
            notes.add(new Note(kind, where, text));
        }
    }

    /** The remarks in their order; where some were left out, one more of that kind says how many there are. */
    public List<Note> list() {
        List<Note> all = new ArrayList<>(notes);
        counts.forEach((kind, count) -> {
            if (count > limit) {
                all.add(new Note(
                        kind, "", "There are " + count + " remarks of this kind; the first " + limit + " are listed."));
            }
        });
        return List.copyOf(all);
    }
}
