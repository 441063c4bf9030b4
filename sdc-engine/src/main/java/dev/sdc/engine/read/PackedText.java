package dev.sdc.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/]{16,}+={0,2}");

    private static final PackedText NONE = new PackedText(-1, 0, false);

    /** The first in a text; one that says nothing where there is none. */
    static PackedText in(String text) {
        if (text.length() < 16) {
            return NONE;
        }
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            String packed = run.group();
            int whole = packed.length() - packed.length() % 4;
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(packed.substring(0, whole));
            } catch (IllegalArgumentException e) {
                continue; // its end is no end of a packed text
            }
            if (isText(bytes)) {
                String words = new String(bytes, StandardCharsets.US_ASCII);
                return new PackedText(run.start(), words.length(), words.chars().anyMatch(Character::isDigit));
            }
        }
        return NONE;
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
