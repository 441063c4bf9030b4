package dev.sdc.rules.shape;

import java.util.Set;

/** A kind of identifier that is known by its form. Stateless; all methods run in linear time. */
public interface IdentifierShape {
    /** Whether a cell's text, blanks around it left out, is one identifier and nothing else. */
    boolean whole(String text);

    /** Where the next identifier in running text begins, at or after {@code from}; -1 when there is none. */
    int find(String text, int from);

    /** Whether plain numbers may be identifiers of this kind. */
    default boolean isNumeric() {
        return false;
    }

    /** Whether a whole number, written without leading zeros, is an identifier. */
    default boolean number(long n) {
        return false;
    }

    /** Whether the words of a column's header name this kind of identifier. */
    default boolean named(Set<String> words) {
        return false;
    }
}
