package dev.sdc.engine.read.model;

import dev.sdc.engine.read.Phrases;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the head of a print says: what it is of, the family of a generalised model, the variable that is explained. */
final class Head {
    private record Words(ModelKind kind, List<String> phrases) {}

    private static final List<Words> KNOWN = Vocabulary.entries("kinds.txt").stream()
            .map(entry -> new Words(ModelKind.valueOf(entry.name()), Vocabulary.alternatives(entry.text())))
            .toList();

    private static final Pattern FAMILY = Pattern.compile(
            "(?:family = \"?(?:stats::)?|family: |model: (?=\\w+, link))([a-z]\\w*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTCOME = Pattern.compile(
            "(?:formula = |formula: |model 1: |model: |fixed effects: |fixed: )([^~]{1,200}?)\\s*~|dep(?:\\. |endent )variable: (\\S+)|response: (\\S+)",
            Pattern.CASE_INSENSITIVE);

    /** Behind the words for all kinds: what stands in every head that {@link #FAMILY} or {@link #OUTCOME} finds something in. */
    private static final Phrases PHRASES = phrases();

    private static final int NAMING_FAMILY = KNOWN.size();
    private static final int NAMING_OUTCOME = NAMING_FAMILY + 1;

    private final String words;
    private final BitSet told;

    Head(String words) {
        this.words = words;
        this.told = PHRASES.in(words);
    }

    private static Phrases phrases() {
        List<List<String>> phrases =
                new ArrayList<>(KNOWN.stream().map(Words::phrases).toList());
        phrases.add(List.of("family", ", link"));
        phrases.add(List.of("formula", "model", "fixed", "variable: ", "response: "));
        return new Phrases(phrases);
    }

    /** The kind that it names. */
    ModelKind kind(boolean coefficients) {
        for (int i = told.nextSetBit(0); i >= 0 && i < KNOWN.size(); i = told.nextSetBit(i + 1)) {
            ModelKind kind = KNOWN.get(i).kind();
            if (!kind.isTest() || !coefficients) {
                return kind;
            }
        }
        return coefficients ? ModelKind.MODEL : ModelKind.TEST;
    }

    /** The family that the head of a generalised linear model names, or null. */
    @Nullable
    String family() {
        if (!told.get(NAMING_FAMILY)) {
            return null;
        }
        Matcher matcher = FAMILY.matcher(words);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** The variable that a model explains, or null. */
    @Nullable
    String outcome() {
        Matcher matcher = OUTCOME.matcher(words);
        if (!told.get(NAMING_OUTCOME) || !matcher.find()) {
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
