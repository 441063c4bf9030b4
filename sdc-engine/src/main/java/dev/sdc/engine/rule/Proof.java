package dev.sdc.engine.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * How something follows from cells that are printed, so that it can be drawn: sums of cells, one after the other.
 *
 * @param steps the sums in the order in which they are used; empty where there is nothing to draw
 */
public record Proof(List<Step> steps) {
    /** Nothing to draw. */
    public static final Proof NONE = new Proof(List.of());

    /** What is done with a cell. */
    public enum Sign {
        /** It is added. */
        PLUS,
        /** It is taken off. */
        MINUS,
        /** It follows. */
        EQUALS,
        /** It is worked with in another way, which the words tell. */
        USED
    }

    /**
     * A cell of a sum.
     *
     * @param place the cell, as {@code file!cell}
     */
    public record Term(Sign sign, String place) {
        /** The same in a sum that is taken off as a whole. */
        public Term turned() {
            return switch (sign) {
                case PLUS -> new Term(Sign.MINUS, place);
                case MINUS -> new Term(Sign.PLUS, place);
                case EQUALS, USED -> this;
            };
        }
    }

    /**
     * One sum.
     *
     * @param text what it says, with the numbers
     */
    public record Step(String text, List<Term> terms) {}

    /** One count less others. */
    public static Proof difference(String text, String whole, List<String> parts) {
        List<Term> terms = new ArrayList<>(List.of(new Term(Sign.PLUS, whole)));
        parts.forEach(part -> terms.add(new Term(Sign.MINUS, part)));
        return new Proof(List.of(new Step(text, List.copyOf(terms))));
    }
}
