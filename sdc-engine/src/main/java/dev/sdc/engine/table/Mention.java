package dev.sdc.engine.table;

/**
 * A count that stands in words: in a header, a label, a title or a footnote.
 *
 * @param n the number of units
 * @param where the address of the cell that says it
 * @param text the words around it
 * @param kind whether it is the size of a group ({@code n=12}) or a phrase ({@code three patients})
 */
public record Mention(long n, String where, String text, Kind kind) {
    /** How the count is said. */
    public enum Kind {
        BASE,
        PHRASE
    }
}
