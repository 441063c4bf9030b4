package dev.sdc.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A text that stands packed in another (Base64), which its readers cannot read: what it says is known to those alone who
 * unpack it.
 *
 * @param from where it begins
 * @param length how many characters it says
 * @param figures whether some of them are digits
 */
record PackedText(int from, int length, boolean figures) {
    /** A shorter run may be a word. */
    private static final int SHORTEST = 16;

    private static final PackedText NONE = new PackedText(-1, 0, false);

    /** The first in a text; one that says nothing where there is none. */
    static PackedText in(String text) {
        int end = 0;
        for (int start = run(text, 0); start >= 0; start = run(text, end)) {
            end = end(text, start);
            String packed = text.substring(start, end);
            int whole = packed.length() - packed.length() % 4;
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(packed.substring(0, whole));
            } catch (IllegalArgumentException e) {
                continue; // its end is no end of a packed text
            }
            if (isText(bytes)) {
                String words = new String(bytes, StandardCharsets.US_ASCII);
                return new PackedText(start, words.length(), words.chars().anyMatch(Character::isDigit));
            }
        }
        return NONE;
    }

    /** Where the next run begins, at a place or behind it; -1 for none. Looks at the last character that a run needs first. */
    private static int run(String text, int from) {
        int start = from;
        while (start + SHORTEST <= text.length()) {
            int at = start + SHORTEST - 1;
            while (at >= start && isPacked(text.charAt(at))) {
                at--;
            }
            if (at < start) {
                return start;
            }
            start = at + 1;
        }
        return -1;
    }

    private static int end(String text, int start) {
        int end = start + SHORTEST;
        while (end < text.length() && isPacked(text.charAt(end))) {
            end++;
        }
        int padding = Math.min(end + 2, text.length());
        while (end < padding && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private static boolean isPacked(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '/' && c <= '9') || c == '+';
    }

    boolean isThere() {
        return from >= 0;
    }

    /** Whether bytes are words or figures: names and sums of digits have no blanks or commas when they are unpacked. */
    private static boolean isText(byte[] bytes) {
        int gaps = 0;
        for (byte b : bytes) {
            boolean gap = b == ' ' || b == ',' || b == '\n' || b == '\t';
            if (!gap && b != '\r' && (b < '!' || b > '~')) {
                return false;
            }
            gaps += gap ? 1 : 0;
        }
        return gaps > 0;
    }
}
