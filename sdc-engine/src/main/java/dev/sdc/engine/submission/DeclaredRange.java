package dev.sdc.engine.submission;

import java.util.Optional;
import java.util.regex.Pattern;

/** The part of a file that an entry speaks of: cells or lines, or a place in a JSON document with all below it. */
sealed interface DeclaredRange {
    /** A JSON pointer, as RFC 6901 writes it; empty for a text that is none. */
    Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*+)++");

    /** Cells, or lines of a text. */
    record Cells(CellRange range) implements DeclaredRange {}

    /** A place in a JSON document. */
    record Place(String pointer) implements DeclaredRange {}

    /** The range that a text names: {@code A3:F20}, {@code @6:1-21:1}, {@code /groups/women}; empty where it names none. */
    static Optional<DeclaredRange> parse(String text) {
        return POINTER.matcher(text).matches()
                ? Optional.of(new Place(text))
                : CellRange.parse(text).map(Cells::new);
    }

    /** How much of another range this one speaks of; 0 where they have nothing in common. */
    default long shared(DeclaredRange other) {
        if (this instanceof Cells cells && other instanceof Cells others) {
            return cells.range.shared(others.range);
        }
        if (this instanceof Place place && other instanceof Place inside) {
            boolean holds = inside.pointer.equals(place.pointer) || inside.pointer.startsWith(place.pointer + "/");
            return holds ? place.pointer.length() : 0; // the longer, the more particular
        }
        return 0;
    }
}
