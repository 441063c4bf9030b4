package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.Limits;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Gathers the text of a string item: its runs joined, its reading aids (phonetic runs) left out. */
final class RichText {
    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean inPhonetic;
    private int aside;
    private boolean white;

    RichText(Limits limits) {
        this.limit = limits.fieldCharacters();
    }

    void clear() {
        text.setLength(0);
        inText = false;
        inPhonetic = false;
        aside = 0;
        white = false;
    }

    int length() {
        return text.length();
    }

    /** The characters of its reading aids, which programs show only when told to. */
    int aside() {
        return aside;
    }

    /** Whether a run of it is written in white. */
    boolean isWhite() {
        return white;
    }

    void start(String element, Attributes attributes, Palette palette) {
        if (element.equals("color")) {
            Integer colour = palette.colour(attributes);
            white |= colour != null && Palette.alike(colour, Palette.WHITE);
        }
        if (element.equals("t")) {
            inText = !inPhonetic;
        } else if (element.equals("rPh")) {
            inPhonetic = true;
        }
    }

    void add(char[] buffer, int offset, int length) throws SAXException {
        if (inText) {
            if (text.length() + length > limit) {
                throw new SAXException(new UnreadableWorkbook("A cell of the workbook has more than " + limit
                        + " characters, more than is read. Send the summary that is needed."));
            }
            text.append(buffer, offset, length);
        } else if (inPhonetic) {
            aside += length;
        }
    }

    void end(String element) {
        if (element.equals("t")) {
            inText = false;
        } else if (element.equals("rPh")) {
            inPhonetic = false;
        }
    }

    /** The text, with characters that XML cannot hold ({@code _x000D_}) put back. */
    @Override
    public String toString() {
        return unescape(text);
    }

    static String unescape(CharSequence escaped) {
        String text = escaped.toString();
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int done = 0;
        for (; at >= 0; at = text.indexOf("_x", at + 1)) {
            int code = at >= done && at + 7 <= text.length() && text.charAt(at + 6) == '_' ? hex(text, at + 2) : -1;
            if (code >= 0) {
                plain.append(text, done, at).append((char) code);
                done = at + 7;
            }
        }
        return plain.append(text, done, text.length()).toString();
    }

    /** The value of four hexadecimal digits, or -1 where they are none. */
    private static int hex(String text, int start) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
