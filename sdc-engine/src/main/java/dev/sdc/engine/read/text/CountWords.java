package dev.sdc.engine.read.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words by which counts are told in running text; they are in {@code count-phrases.txt}. */
public final class CountWords {
    private static final Map<String, Set<String>> SETS = sets();
    private static final Map<String, Long> NUMBERS = numbers();

    private CountWords() {}

    /** Whether a word in lower case is in the list of this key. */
    public static boolean is(String key, String word) {
        return SETS.getOrDefault(key, Set.of()).contains(word);
    }

    /** The number that a word in lower case names; 0 where it names none. */
    public static long number(String word) {
        return NUMBERS.getOrDefault(word, 0L);
    }

    private static Map<String, Set<String>> sets() {
        Map<String, Set<String>> sets = new HashMap<>();
        for (String line : WordList.beside(CountWords.class, "count-phrases.txt")) {
            int colon = line.indexOf(':');
            sets.computeIfAbsent(line.substring(0, colon), k -> new LinkedHashSet<>())
                    .addAll(Arrays.asList(line.substring(colon + 1).strip().split(" ", -1)));
        }
        return sets;
    }

    private static Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        List<String> ones = List.copyOf(SETS.getOrDefault("number", Set.of()));
        long tens = 20;
        for (String ten : SETS.getOrDefault("tens", Set.of())) {
            numbers.put(ten, tens);
            for (int one = 1; one <= 9; one++) {
                numbers.put(ten + "-" + ones.get(one - 1), tens + one);
            }
            tens += 10;
        }
        long n = 1;
        for (String word : ones) {
            numbers.put(word, n++);
        }
        for (String language :
                List.of("number-german", "number-spanish", "number-french", "number-dutch", "number-italian")) {
            n = 1;
            for (String word : SETS.getOrDefault(language, Set.of())) {
                numbers.put(word, n++);
            }
        }
        numbers.put("single", 1L);
        numbers.put("both", 2L);
        numbers.remove("-");
        return numbers;
    }
}
