package dev.sdc.rules.txt;

import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text says that may identify a person together: ages, dates, places, occupations, family, devices, names. */
final class QuasiIdentifiers {
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Map<String, Pattern> PATTERNS = patterns();
    private static final int LONGEST_LINE = 20_000;

    private QuasiIdentifiers() {}

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        patterns.put(
                "age",
                Pattern.compile(
                        "\\b(?:aged?|I(?: was|'m|’m| am|'d just turned)|(?:he|she) was|turned) \\d{1,3}\\b|\\b\\d{1,3}[ -]?(?:year|yr)s?[ -]old\\b",
                        Pattern.CASE_INSENSITIVE));
        patterns.put(
                "date",
                Pattern.compile(
                        "\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?" + MONTH
                                + "(?: \\d{1,2},?)? \\d{4}\\b|\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b"));
        patterns.put(
                "place",
                Pattern.compile(
                        "\\b(?:in|from|at|near|to|of)(?: the)? (?:village of |town of )?(?!" + MONTH
                                + "\\b)\\p{Lu}\\p{Ll}{2,}|\\([^()]{0,60}, \\p{Lu}\\p{Ll}{2,}\\)|\\b(?:village|valley|island|parish|hamlet)\\b"));
        patterns.put(
                "person's name",
                Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\\.? (?:\\p{Lu}\\.? )*\\p{Lu}\\p{Ll}+"));
        patterns.put(
                "rare condition",
                Pattern.compile("\\b(?:rare|only case|first case|unusual)\\b", Pattern.CASE_INSENSITIVE));
        patterns.put("device", Pattern.compile("\\b(?:serial|device|implant|pacemaker)\\b", Pattern.CASE_INSENSITIVE));
        return patterns;
    }

    /** The kinds of quasi-identifier that a line holds, in a fixed order. */
    static Set<String> in(String line) {
        String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        Set<String> kinds = new LinkedHashSet<>();
        PATTERNS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                kinds.add(kind);
            }
        });
        Set<String> words = Words.of(text);
        if (Words.any(words, Vocabulary.of("occupation"))) {
            kinds.add("occupation");
        }
        if (Words.any(words, Vocabulary.of("family"))) {
            kinds.add("family");
        }
        return kinds;
    }
}
