package dev.sdc.engine.read.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the rows at the foot of a table of models, which tell the size and the fit of each. */
final class FootWords {
    private static final Map<String, Measure> KNOWN = known();

    private FootWords() {}

    private static Map<String, Measure> known() {
        Map<String, Measure> known = new HashMap<>();
        for (Vocabulary.Entry entry : Vocabulary.entries("foot.txt")) {
            Measure measure = Measure.valueOf(entry.name());
            Vocabulary.alternatives(entry.text()).forEach(name -> known.put(name, measure));
        }
        return known;
    }

    /** What a row tells; null where its name is none of these. */
    static @Nullable Measure measure(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        while (!name.isEmpty() && ".:=".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        int of = name.indexOf(": "); // Num. groups: hospital
        Measure measure = KNOWN.get(name);
        return measure != null || of < 0 ? measure : KNOWN.get(name.substring(0, of));
    }
}
