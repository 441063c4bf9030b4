package dev.sdc.engine.table;

import java.util.Locale;

/** Compares texts word by word, without regard to case and punctuation. */
final class Words {
    private Words() {}

    /** The words of a text in lower case, one space between; {@code %} is a word of its own. */
    static String normal(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean percent = c == '%';
            if (percent || Character.isLetterOrDigit(c)) {
                if ((gap || percent) && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                    words.append(' ');
                }
                words.append(c);
                gap = percent;
            } else {
                gap = true;
            }
        }
        return words.toString();
    }

    /** The text without what stands in brackets, unless nothing else is there. */
    static String outsideBrackets(String text) {
        StringBuilder outside = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                outside.append(c);
            }
        }
        return outside.toString().isBlank() ? text : outside.toString();
    }

    /** Letters and digits in one word, such as {@code E01000123}: a name for a place or a code, and no statistic. */
    static boolean isCode(String label) {
        if (label.length() < 4) {
            return false;
        }
        boolean digit = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                return false;
            }
            digit |= c >= '0' && c <= '9';
        }
        return digit;
    }

    /** Whether the words contain the phrase, whole words only; both in {@link #normal} form. */
    static boolean contains(String words, String phrase) {
        int at = words.indexOf(phrase);
        while (at >= 0) {
            int end = at + phrase.length();
            if ((at == 0 || words.charAt(at - 1) == ' ') && (end == words.length() || words.charAt(end) == ' ')) {
                return true;
            }
            at = words.indexOf(phrase, at + 1);
        }
        return false;
    }

    /** Whether the words begin with the phrase. */
    static boolean startsWith(String words, String phrase) {
        return words.startsWith(phrase) && (words.length() == phrase.length() || words.charAt(phrase.length()) == ' ');
    }

    /** Whether the words end with the phrase. */
    static boolean endsWith(String words, String phrase) {
        return words.endsWith(phrase)
                && (words.length() == phrase.length() || words.charAt(words.length() - phrase.length() - 1) == ' ');
    }
}
