package dev.sdc.engine.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows the words for one sex, and that {@code Persons} beside them are both. */
public final class SexNames {
    private static final Set<String> ONE = Set.of(
            "women",
            "men",
            "woman",
            "man",
            "female",
            "females",
            "male",
            "males",
            "girls",
            "boys",
            "f",
            "m",
            "frauen",
            "männer",
            "weiblich",
            "männlich",
            "mädchen",
            "jungen");
    private static final Set<String> NONE = Set.of(
            "unknown", "not known", "not stated", "not recorded", "missing", "other", "indeterminate", "unbekannt");
    private static final Set<String> BOTH =
            Set.of("persons", "people", "all", "both", "everyone", "total", "overall", "either", "personen", "gesamt");

    private SexNames() {}

    /** Whether a word, in small letters, names one sex. */
    public static boolean isOne(String word) {
        return ONE.contains(word);
    }

    /** Whether a word, in small letters, names all people beside one that names a sex. */
    public static boolean isBoth(String word) {
        return BOTH.contains(word);
    }

    /** The label of both sexes among those of one variable; empty where it is no division by sex. */
    public static Optional<String> bothAmong(Collection<String> labels) {
        List<String> others = labels.stream()
                .filter(label -> !isOne(Words.normal(label)) && !NONE.contains(Words.normal(label)))
                .toList();
        boolean bySex = others.size() == 1 && labels.stream().anyMatch(label -> isOne(Words.normal(label)));
        return bySex && isBoth(Words.normal(others.get(0))) ? Optional.of(others.get(0)) : Optional.empty();
    }
}
