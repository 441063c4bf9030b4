package dev.sdc.rules.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The lists of header words that rules look for, from {@code words.txt}: a name in brackets, then its words. */
public final class Vocabulary {
    private static final Map<String, Set<String>> LISTS = read();

    private Vocabulary() {}

    /** The list with this name. */
    public static Set<String> of(String name) {
        Set<String> words = LISTS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("words.txt has no list [" + name + "]");
        }
        return words;
    }

    /** The words under a name; what follows a blank line speaks of the next list. */
    private static String paragraph(String text) {
        int end = text.indexOf("\n\n");
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static Map<String, Set<String>> read() {
        try (InputStream file = Vocabulary.class.getResourceAsStream("words.txt")) {
            if (file == null) {
                throw new IllegalStateException("words.txt is missing from this jar");
            }
            Map<String, Set<String>> lists = new HashMap<>();
            for (String part : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\\[", -1)) {
                int end = part.indexOf(']');
                if (end > 0) {
                    lists.put(
                            part.substring(0, end),
                            Set.copyOf(Arrays.asList(
                                    paragraph(part.substring(end + 1)).split("\\s+", -1))));
                }
            }
            return Map.copyOf(lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
