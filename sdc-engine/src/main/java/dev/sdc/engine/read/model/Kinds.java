package dev.sdc.engine.read.model;

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
    private static final Pattern FAMILY = Pattern.compile(
            "(?:family = \"?(?:stats::)?|family: |model: (?=\\w+, link))([a-z]\\w*)", Pattern.CASE_INSENSITIVE);
    /** One of these stands in every head that {@link #OUTCOME} finds something in. */
    private static final List<String> NAMING = List.of("formula", "model", "fixed", "variable: ", "response: ");

    private static final Pattern OUTCOME = Pattern.compile(
            "(?:formula = |formula: |model 1: |model: |fixed effects: |fixed: )([^~]{1,200}?)\\s*~|dep(?:\\. |endent )variable: (\\S+)|response: (\\S+)",
            Pattern.CASE_INSENSITIVE);

    private Kinds() {}

    /** The kind that the head of a print names. */
    static ModelKind of(String head, boolean coefficients) {
        String words = head.toLowerCase(Locale.ROOT);
        for (Words known : KNOWN) {
            if (known.kind().isTest() && coefficients) {
                continue;
            }
            for (String phrase : known.phrases()) {
                if (words.contains(phrase)) {
                    return known.kind();
                }
            }
        }
        return coefficients ? ModelKind.MODEL : ModelKind.TEST;
    }

    /** The family that the head of a generalised linear model names, or null. */
    static @Nullable String family(String head) {
        String words = head.toLowerCase(Locale.ROOT);
        Matcher matcher = FAMILY.matcher(head);
        return (words.contains("family") || words.contains(", link")) && matcher.find()
                ? matcher.group(1).toLowerCase(Locale.ROOT)
                : null;
    }

    /** The variable that a model explains, or null. */
    static @Nullable String outcome(String head) {
        String words = head.toLowerCase(Locale.ROOT);
        Matcher matcher = OUTCOME.matcher(head);
        if (NAMING.stream().noneMatch(words::contains) || !matcher.find()) {
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
