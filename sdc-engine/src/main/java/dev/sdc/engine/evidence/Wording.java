package dev.sdc.engine.evidence;

import java.util.Locale;

/** Looks for words in headers and labels: whole words, whatever their case, punctuation counted as space. */
public final class Wording {
    private Wording() {}

    /** Whether the text holds one of these phrases as whole words; phrases are in lower case. */
    public static boolean names(String text, String... phrases) {
        String words = words(text);
        for (String phrase : phrases) {
            if (words.contains(' ' + phrase + ' ')) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text begins with one of these phrases. */
    public static boolean begins(String text, String... phrases) {
        String words = words(text);
        for (String phrase : phrases) {
            if (words.startsWith(' ' + phrase + ' ')) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text says nothing but one of these phrases. */
    public static boolean is(String text, String... phrases) {
        String words = words(text).strip();
        for (String phrase : phrases) {
            if (words.equals(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two texts say the same words: {@code Tumour size} and {@code tumour_size}. */
    public static boolean same(String a, String b) {
        String words = words(a);
        return !words.isBlank() && words.equals(words(b));
    }

    /** The words of a text in lower case, parted by single spaces. */
    public static String plain(String text) {
        return words(text).strip();
    }

    /** The words in lower case with one space around each; letters, digits and {@code %} make words. */
    static String words(String text) {
        StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean gap = !Character.isLetterOrDigit(c);
            if (!gap) {
                words.append(c);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            if (c == '%') {
                words.append("% ");
            }
        }
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return words.toString();
    }
}
