package dev.sdc.engine.submission.yaml;

import dev.sdc.engine.submission.DeclarationException;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a file.
 *
 * @param file the file as people name it
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param name the key of the value, or its number in a list; empty at the top
 * @param above the place of the map or list that holds the value, or null at the top
 */
public record Place(
        String file,
        int line,
        int column,
        String name,
        @Nullable Place above) {

    /** The top of a file. */
    static Place top(String file) {
        return new Place(file, 1, 1, "", null);
    }

    /** The place of an item that stands under this one. */
    Place below(String itemName, int itemLine, int itemColumn) {
        return new Place(file, itemLine, itemColumn, itemName, this);
    }

    /** The same file and keys at another position. */
    Place moved(int newLine, int newColumn) {
        return new Place(file, newLine, newColumn, name, above);
    }

    /** A mistake at this place; {@code what} says what is wrong and what to do. */
    public DeclarationException error(String what) {
        return new DeclarationException("%s, line %d, column %d: %s".formatted(file, line, column, what));
    }

    /** The keys that lead to the value, for a message: {@code `defaults.unit`}, or "the file" at the top. */
    public String subject() {
        String keys = keys();
        return keys.isEmpty() ? "the file" : Quoted.of(keys);
    }

    private String keys() {
        if (above == null) {
            return name;
        }
        String before = above.keys();
        return before.isEmpty() ? name : before + "." + name;
    }
}
