package dev.sdc.rules.sec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by what is said of several groups that nobody is in two of them: {@code stage I, stage II}, {@code responded, did not}. */
final class ExclusiveNames {
    /** What is asked, and the answer: for each word that is one. */
    private static final Map<String, Map<Integer, Integer>> ANSWERS = read();

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-'’]\\p{L}+)*");
    private static final Pattern LEVEL = Pattern.compile(
            "\\b(stage|grade|group|arm|class|level|type|tier|category|quintile|quartile|band|phase|cohort|site|centre|region)s?"
                    + " ([ivx]{1,4}[abc]?|[a-h]|\\d{1,2}[abc]?)\\b");
    /** A level whose kind was said before. */
    private static final Pattern BARE =
            Pattern.compile("^[\\s,]*(?:(?:were|was|had|in|with) )?([ivx]{1,4}[abc]?|[b-h])[\\s,.]*(?:and|or)?\\s*$");

    private static final Pattern BAND = Pattern.compile(
            "\\b\\d{1,3} ?(?:-|–|to) ?\\d{1,3}\\b|(?:\\b(?:under|below|younger than|over|above|older than|at least)"
                    + "|[<>≤≥]) ?\\d{1,3}\\b|\\b\\d{1,3}(?:\\+| (?:years )?(?:or|and) (?:older|younger|over|under|more|above|fewer|less)\\b)");

    private static final Pattern NOT = Pattern.compile("\\b(?:not|no|none|never|neither|without|didn['’]t)\\b");
    private static final Pattern OPPOSITE = Pattern.compile("(?:un|in|non-?)(?=\\p{L}{4})");
    private static final Set<String> EMPTY = Set.of(
            "a",
            "an",
            "and",
            "any",
            "but",
            "did",
            "do",
            "does",
            "had",
            "has",
            "have",
            "in",
            "is",
            "it",
            "of",
            "one",
            "or",
            "so",
            "such",
            "that",
            "the",
            "to",
            "was",
            "were",
            "with",
            "patients",
            "people");

    private ExclusiveNames() {}

    /** What each of some names answers, by what is asked. */
    static List<Map<String, String>> answers(List<String> names) {
        List<Map<String, String>> all = new ArrayList<>();
        String kind = "";
        for (String name : names) {
            Map<String, String> answers = new LinkedHashMap<>();
            Matcher level = LEVEL.matcher(name);
            Matcher bare = BARE.matcher(name);
            if (level.find()) {
                kind = level.group(1);
                answers.put(kind, level.group(2));
            } else if (!kind.isEmpty() && bare.find()) {
                answers.put(kind, bare.group(1));
            }
            Matcher band = BAND.matcher(name);
            if (band.find()) {
                answers.put("band", band.group());
            }
            words(name).forEach((asked, answer) -> answers.put("word " + asked, "" + answer));
            all.add(answers);
        }
        return all;
    }

    /** The answers that words of a name are; none where it gives two to one question. */
    private static Map<Integer, Integer> words(String name) {
        Map<Integer, Integer> found = new HashMap<>();
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            ANSWERS.getOrDefault(word.group(), Map.of())
                    .forEach((asked, answer) -> found.merge(asked, answer, (a, b) -> a.equals(b) ? a : -1));
        }
        found.values().removeIf(answer -> answer < 0);
        return found;
    }

    /** Whether the second of two names says the contrary of the first: {@code were treated}, {@code were not}. */
    static boolean areContraries(String one, String other) {
        Set<String> first = content(one);
        Set<String> second = content(other);
        if (NOT.matcher(other).find() && !NOT.matcher(one).find()) {
            return first.containsAll(second) || (first.isEmpty() && one.contains("with"));
        }
        return first.size() + second.size() < 40
                && first.stream().anyMatch(a -> second.stream().anyMatch(b -> isOpposite(a, b) || isOpposite(b, a)));
    }

    private static boolean isOpposite(String word, String other) {
        Matcher begins = OPPOSITE.matcher(other);
        return begins.lookingAt() && other.substring(begins.end()).equals(word);
    }

    private static Set<String> content(String name) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            if (!EMPTY.contains(word.group()) && !NOT.matcher(word.group()).matches()) {
                words.add(word.group());
            }
        }
        return words;
    }

    private static Map<String, Map<Integer, Integer>> read() {
        try (InputStream file = ExclusiveNames.class.getResourceAsStream("exclusive-names.txt")) {
            if (file == null) {
                throw new IllegalStateException("exclusive-names.txt is missing from this jar");
            }
            Map<String, Map<Integer, Integer>> answers = new HashMap<>();
            int asked = 0;
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int answer = 0;
                    for (String words : line.split("\\|", -1)) {
                        for (String word : words.strip().split(" ", -1)) {
                            answers.computeIfAbsent(word, any -> new HashMap<>())
                                    .put(asked, answer);
                        }
                        answer++;
                    }
                    asked++;
                }
            }
            return Map.copyOf(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
