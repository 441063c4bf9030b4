package dev.sdc.rules.shape;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a header or label: lower case, split at anything but letters and digits and where a capital begins. */
public final class Words {
    private Words() {}

    /** The words of a text, in its order. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || !Character.isLetterOrDigit(text.charAt(i));
            if (ends
                    || (i > start
                            && Character.isUpperCase(text.charAt(i))
                            && Character.isLowerCase(text.charAt(i - 1)))) {
                if (i > start) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = ends ? i + 1 : i;
            }
        }
        return words;
    }

    /** Whether a text has one of these words. */
    public static boolean any(Set<String> words, Set<String> wanted) {
        return !Collections.disjoint(words, wanted);
    }
}
