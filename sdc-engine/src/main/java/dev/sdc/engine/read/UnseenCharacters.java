package dev.sdc.engine.read;

import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what in texts a reader of the screen does not see or takes for other characters, and what is packed in them. */
final class UnseenCharacters {
    private static final int MOST_NAMED = 5;
    /** Letters of Greek that look like Latin ones; mu, beta, delta and the like are the words of statistics. */
    private static final String GREEK_TWINS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ";

    private UnseenCharacters() {}

    /** The reading with remarks on such characters. */
    static Reading remarkedOn(Reading reading, int limit) {
        Notes notes = new Notes(limit);
        List<String> lines = reading.lines();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            Seen seen = look(text);
            if (seen != null) {
                notes.add(seen.kind, "@" + (line + 1) + ":" + (seen.first + 1), seen.words);
            }
        }
        if (notes.list().isEmpty()) { // else the cells were cut from these lines
            reading.grids().forEach(grid -> cells(grid, notes));
        }
        return reading.with(notes.list());
    }

    private static void cells(Grid grid, Notes notes) {
        @Nullable Seen[] seen = new @Nullable Seen[grid.textCount()];
        boolean some = false;
        for (int code = 0; code < seen.length; code++) {
            seen[code] = look(grid.textOf(code));
            some |= seen[code] != null;
        }
        for (int c = 0; some && c < grid.columns(); c++) {
            for (int r = 0; r < grid.rows(); r++) {
                Seen found = grid.kind(r, c) == Grid.Kind.TEXT ? seen[grid.textCode(r, c)] : null;
                if (found != null) {
                    notes.add(found.kind, grid.address(r, c), found.words);
                }
            }
        }
    }

    /** What a text holds: how grave it is, where it begins, and a sentence. */
    private record Seen(Kind kind, int first, String words) {}

    private static @Nullable Seen look(String text) {
        Seen seen = characters(text);
        if (seen == null || seen.kind != Kind.HIDDEN_DATA) {
            PackedText packed = PackedText.in(text);
            if (packed.isThere()) {
                return new Seen(
                        packed.figures() ? Kind.HIDDEN_DATA : Kind.HIDDEN,
                        packed.from(),
                        "The text holds " + packed.length() + " characters that are packed (Base64), so that nobody can"
                                + " read them" + (packed.figures() ? ", with figures." : ".") + " Delete them.");
            }
        }
        return seen;
    }

    private static @Nullable Seen characters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                return new Search(text).from(i);
            }
        }
        return null;
    }

    /** One pass over a text with unusual characters. */
    private static final class Search {
        private final String text;
        private final Set<String> unseen = new LinkedHashSet<>();
        private final Set<String> foreign = new LinkedHashSet<>();
        private int count;
        private int firstUnseen = -1;
        private int firstForeign = -1;
        private boolean latin;
        private @Nullable String twin;

        Search(String text) {
            this.text = text;
        }

        @Nullable
        Seen from(int start) {
            int at = start;
            while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
                at--;
            }
            while (at < text.length()) {
                int c = text.codePointAt(at);
                if (c == 0x1B) {
                    Terminal code = Terminal.at(text, at);
                    if (code.hides()) {
                        return new Seen(
                                Kind.HIDDEN_DATA,
                                at,
                                "The text holds codes for a terminal (" + code.words()
                                        + "), which hide or overwrite parts of it. Delete them and what they hide.");
                    }
                    at = code.end();
                    continue;
                }
                if (c == '\b' || c == 0x7F) {
                    return new Seen(
                            Kind.HIDDEN_DATA,
                            at,
                            "The text holds control characters (" + name(c)
                                    + ") that strike out or overwrite parts of it. Delete them and what they hide.");
                }
                if (isUnseen(c, at)) {
                    unseen.add(name(c));
                    count++;
                    firstUnseen = firstUnseen < 0 ? at : firstUnseen;
                }
                script(c, at);
                at += Character.charCount(c);
            }
            script(' ', at);
            return result();
        }

        private @Nullable Seen result() {
            if (count > 0) {
                return new Seen(
                        Kind.HIDDEN,
                        firstUnseen,
                        "The text holds " + count + (count == 1 ? " character" : " characters")
                                + " that nobody sees or that change its order (" + listed(unseen) + "). Delete them.");
            }
            return foreign.isEmpty()
                    ? null
                    : new Seen(
                            Kind.HIDDEN,
                            firstForeign,
                            "The text holds characters of another script that look like Latin letters or digits ("
                                    + listed(foreign) + "). Write it in one script.");
        }

        private static String listed(Set<String> names) {
            String some = String.join(", ", names.stream().limit(MOST_NAMED).toList());
            return names.size() > MOST_NAMED ? some + ", …" : some;
        }

        private boolean isUnseen(int c, int at) {
            if (c < ' ') {
                return c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B;
            }
            if (c < 0xA0) {
                return c > 0x7E && c != 0x85;
            }
            if (c == 0x200C || c == 0x200D) {
                return !joins(at);
            }
            if (c == 0xFE0E || c == 0xFE0F) { // how the sign before it is drawn
                return at == 0 || (text.charAt(at - 1) < 0xA0 && !isKey(text.charAt(at - 1)));
            }
            return c == 0xAD
                    || c == 0x34F
                    || c == 0x115F
                    || c == 0x1160
                    || c == 0x2028 // lines end there for some programs alone
                    || c == 0x2029
                    || c == 0x2800
                    || c == 0x3164
                    || c == 0xFFA0
                    || (c >= 0xFE00 && c <= 0xFE0D)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.PRIVATE_USE
                    || (c >= 0xE0000 && c <= 0xE0FFF);
        }

        /** Whether a joiner stands where some scripts and pictures need one: between characters that are not Latin. */
        private boolean joins(int at) {
            return at > 0 && at + 1 < text.length() && text.charAt(at - 1) >= 0x370 && text.charAt(at + 1) >= 0x370;
        }

        private static boolean isKey(char c) {
            return (c >= '0' && c <= '9') || c == '#' || c == '*';
        }

        /** Goes through words: one with Latin letters must have no twins of such letters from elsewhere. */
        private void script(int c, int at) {
            if (Character.isDigit(c) && c > 0x7F) {
                foreign(c, at);
            }
            if (!Character.isLetter(c)) {
                if (latin && twin != null) {
                    foreign.add(twin);
                }
                latin = false;
                twin = null;
            } else if (c < 0x370) {
                latin = true;
            } else if (isTwin(c)) {
                twin = twin == null ? name(c) : twin;
                firstForeign = firstForeign < 0 ? at : firstForeign;
            }
        }

        private void foreign(int c, int at) {
            foreign.add(name(c));
            firstForeign = firstForeign < 0 ? at : firstForeign;
        }

        private static boolean isTwin(int c) {
            return switch (Character.UnicodeScript.of(c)) {
                case CYRILLIC, ARMENIAN, CHEROKEE, LISU -> true;
                case GREEK -> GREEK_TWINS.indexOf(c) >= 0;
                case LATIN -> c >= 0xFF00; // letters as wide as Chinese ones
                default -> c >= 0x1D400 && c <= 0x1D7FF; // letters of formulas
            };
        }

        private static String name(int c) {
            return String.format(Locale.ROOT, "U+%04X", c);
        }
    }

    /**
     * A code for a terminal.
     *
     * @param end where the text goes on
     * @param words what it is
     * @param hides whether it hides or overwrites text; colours alone do not
     */
    private record Terminal(int end, String words, boolean hides) {
        static Terminal at(String text, int start) {
            int at = start + 1;
            if (at >= text.length() || text.charAt(at) != '[') {
                return new Terminal(at, "escape", true);
            }
            int end = at + 1;
            while (end < text.length() && text.charAt(end) >= 0x20 && text.charAt(end) < 0x40) {
                end++;
            }
            char last = end < text.length() ? text.charAt(end) : ' ';
            String parameters = text.substring(at + 1, end);
            boolean conceals = (";" + parameters + ";").matches(".*;0*(?:8|30|37|97|38|48);.*");
            return new Terminal(
                    Math.min(end + 1, text.length()),
                    last == 'm' ? "concealed or in the colour of the ground" : "move or erase",
                    last != 'm' || conceals);
        }
    }
}
