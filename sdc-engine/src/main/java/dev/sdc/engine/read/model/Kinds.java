package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from the head of a print what it is of. */
final class Kinds {
    private record Words(ModelKind kind, List<String> phrases) {}

    private static final List<Words> KNOWN = Vocabulary.entries("kinds.txt").stream()
            .map(entry -> new Words(ModelKind.valueOf(entry.name()), Vocabulary.alternatives(entry.text())))
            .toList();
    private static final Phrases PHRASES =
            new Phrases(KNOWN.stream().map(Words::phrases).toList());

    private static final Pattern FAMILY = Pattern.compile(
            "(?:family = \"?(?:stats::)?|family: |model: (?=\\w+, link))([a-z]\\w*)", Pattern.CASE_INSENSITIVE);
    private static final Phrases NAMING_FAMILY = Phrases.of(List.of("family", ", link"));
    /** One of these stands in every head that {@link #OUTCOME} finds something in. */
    private static final Phrases NAMING = Phrases.of(List.of("formula", "model", "fixed", "variable: ", "response: "));

    private static final Pattern OUTCOME = Pattern.compile(
            "(?:formula = |formula: |model 1: |model: |fixed effects: |fixed: )([^~]{1,200}?)\\s*~|dep(?:\\. |endent )variable: (\\S+)|response: (\\S+)",
            Pattern.CASE_INSENSITIVE);

    private Kinds() {}

    /** The kind that the head of a print names. */
    static ModelKind of(String head, boolean coefficients) {
        BitSet told = PHRASES.in(head);
        for (int i = told.nextSetBit(0); i >= 0; i = told.nextSetBit(i + 1)) {
            ModelKind kind = KNOWN.get(i).kind();
            if (!kind.isTest() || !coefficients) {
                return kind;
            }
        }
        return coefficients ? ModelKind.MODEL : ModelKind.TEST;
    }

    /** The family that the head of a generalised linear model names, or null. */
    static @Nullable String family(String head) {
        Matcher matcher = FAMILY.matcher(head);
        return NAMING_FAMILY.anyIn(head) && matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** The variable that a model explains, or null. */
    static @Nullable String outcome(String head) {
        Matcher matcher = OUTCOME.matcher(head);
        if (!NAMING.anyIn(head) || !matcher.find()) {
            return null;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String name = matcher.group(group);
            if (name != null) {
                return name.strip();
            }
        }
        return null;
    }
}
